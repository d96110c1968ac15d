import type { Columns } from '../../table/header.ts';

const attributeNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

type AttributeNumber = (typeof attributeNumbers)[number];

export type AttributeField = `attribute${AttributeNumber}Name` | `attribute${AttributeNumber}Value`;

export type Field =
  | 'id'
  | 'type'
  | 'sku'
  | 'name'
  | 'published'
  | 'shortDescription'
  | 'description'
  | 'saleStarts'
  | 'saleEnds'
  | 'inStock'
  | 'stock'
  | 'salePrice'
  | 'regularPrice'
  | 'images'
  | 'parent'
  | 'externalUrl'
  | AttributeField;

/** The attributes that a row can hold, by name and value. */
export const attributeColumns = attributeNumbers.map((number) => ({
  name: `attribute${number}Name` as const,
  value: `attribute${number}Value` as const,
}));

const attributes = Object.fromEntries(
  attributeNumbers.flatMap((number) => [
    [`attribute${String(number)}Name`, [`Attribute ${String(number)} name`]],
    [
      `attribute${String(number)}Value`,
      [`Attribute ${String(number)} value(s)`, `Attribute ${String(number)} value`],
    ],
  ]),
) as unknown as Record<AttributeField, string[]>; // each name is built as in AttributeField

/** Source: the exporter in the platform's own code (class-wc-product-csv-exporter.php). */
export const columns: Columns<Field> = {
  fields: {
    id: ['ID'],
    type: ['Type'],
    sku: ['SKU'],
    name: ['Name'],
    published: ['Published'],
    shortDescription: ['Short description'],
    description: ['Description'],
    saleStarts: ['Date sale price starts'],
    saleEnds: ['Date sale price ends'],
    inStock: ['In stock?'],
    stock: ['Stock'],
    salePrice: ['Sale price'],
    regularPrice: ['Regular price'],
    images: ['Images'],
    parent: ['Parent'],
    externalUrl: ['External URL'],
    ...attributes,
  },
  required: ['type', 'name', 'published', 'regularPrice'],
  anyOf: ['id', 'sku'],
  ignored: [
    'GTIN, UPC, EAN, or ISBN',
    'Is featured?',
    'Visibility in catalog',
    'Tax status',
    'Tax class',
    'Low stock amount',
    'Backorders allowed?',
    'Sold individually?',
    'Allow customer reviews?',
    'Purchase note',
    'Categories',
    'Tags',
    'Brands',
    'Shipping class',
    'Download limit',
    'Download expiry days',
    'Grouped products',
    'Upsells',
    'Cross-sells',
    'Button text',
    'Position',
    'Cost of goods',
    /^(weight|length|width|height) \(.*\)$/,
    /^attribute \d+ (visible|global|default)$/,
    /^download \d+ (id|name|url)$/,
    /^meta: /,
  ],
};
