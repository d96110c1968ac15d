import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The attributes that a row can hold, by name and value. */
export const attributeColumns = numberedPairs('attribute', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

type AttributeField = (typeof attributeColumns)[number]['name' | 'value'];

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
    ...headingsOfPairs(
      attributeColumns,
      (number) => [`Attribute ${number} name`],
      (number) => [`Attribute ${number} value(s)`, `Attribute ${number} value`],
    ),
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
