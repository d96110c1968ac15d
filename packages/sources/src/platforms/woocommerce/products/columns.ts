import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';
import { translatedAttributes, translatedIgnored, translationsOf } from './headings/languages.ts';
import type { PlainField } from './headings/translation.ts';

/** The attributes that a row can hold, by name and value. */
export const attributeColumns = numberedPairs('attribute', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

export type Field = PlainField | (typeof attributeColumns)[number]['name' | 'value'];

/** Source: the exporter in the platform's own code (class-wc-product-csv-exporter.php); other languages say theirs. */
export const columns: Columns<Field> = {
  fields: {
    id: ['ID', ...translationsOf('id')],
    type: ['Type', ...translationsOf('type')],
    sku: ['SKU', ...translationsOf('sku')],
    name: ['Name', ...translationsOf('name')],
    published: ['Published', ...translationsOf('published')],
    shortDescription: ['Short description', ...translationsOf('shortDescription')],
    description: ['Description', ...translationsOf('description')],
    saleStarts: ['Date sale price starts', ...translationsOf('saleStarts')],
    saleEnds: ['Date sale price ends', ...translationsOf('saleEnds')],
    inStock: ['In stock?', ...translationsOf('inStock')],
    stock: ['Stock', ...translationsOf('stock')],
    salePrice: ['Sale price', ...translationsOf('salePrice')],
    regularPrice: ['Regular price', ...translationsOf('regularPrice')],
    images: ['Images', ...translationsOf('images')],
    parent: ['Parent', ...translationsOf('parent')],
    externalUrl: ['External URL', ...translationsOf('externalUrl')],
    ...headingsOfPairs(
      attributeColumns,
      (number) => [`Attribute ${number} name`, ...translatedAttributes('name', number)],
      (number) => [
        `Attribute ${number} value(s)`,
        `Attribute ${number} value`,
        ...translatedAttributes('value', number),
      ],
    ),
  },
  required: ['name', 'regularPrice'],
  anyOf: ['id', 'sku'],
  // What other tables with a regular price do not have.
  andAnyOf: ['type', 'published', 'parent'],
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
    ...translatedIgnored,
  ],
};
