import type { Columns } from '../../../table/columns.ts';

/** The price goes by a name of its own, so that a file mapped to `productId` and `price` is not taken for this one. */
export type Field =
  | 'productId'
  | 'attributes'
  | 'values'
  | 'active'
  | 'name'
  | 'basePrice'
  | 'priceWithTax'
  | 'priceWithoutTax'
  | 'impact'
  | 'discountAmount'
  | 'discountPercent'
  | 'discountFrom'
  | 'discountTo'
  | 'productReference'
  | 'reference'
  | 'quantity'
  | 'orderable'
  | 'shortDescription'
  | 'description'
  | 'images'
  | 'image';

/**
 * Both files: only combinations have attributes.
 *
 * Source: the import's own example files, and the names it gives its columns (AdminImportController.php).
 */
export const columns: Columns<Field> = {
  fields: {
    productId: ['Product ID', 'Product ID*', 'Product ID *'],
    attributes: ['Attribute (Name:Type:Position)*', 'Attribute (Name:Type:Position) *'],
    values: ['Value (Value:Position)*', 'Value (Value:Position) *'],
    active: ['Active (0/1)'],
    name: ['Name *', 'Name*', 'Name'],
    basePrice: ['Price tax excluded or Price tax included'],
    priceWithTax: ['Price tax included'],
    priceWithoutTax: ['Price tax excluded'],
    impact: ['Impact on price'],
    discountAmount: ['Discount amount'],
    discountPercent: ['Discount percent'],
    discountFrom: ['Discount from (yyyy-mm-dd)', 'Discount from'],
    discountTo: ['Discount to (yyyy-mm-dd)', 'Discount to'],
    productReference: ['Reference #'],
    reference: ['Reference'],
    quantity: ['Quantity'],
    orderable: [
      'Available for order (0 = No; 1 = Yes)',
      'Available for order (0 = No, 1 = Yes)',
      'Available for order',
    ],
    shortDescription: ['Short description'],
    description: ['Description'],
    images: ['Image URLs (x;y;z...)', 'Image URLs (x,y,z...)', 'Image URLs'],
    image: ['Image URL'],
  },
  required: ['productId'],
  anyOf: ['attributes', 'basePrice', 'priceWithTax', 'priceWithoutTax'],
  ignored: [
    'Tax rules ID',
    'Wholesale price',
    'Supplier',
    'Manufacturer',
    'EAN13',
    'UPC',
    'MPN',
    'ISBN',
    'Ecotax',
    'Width',
    'Height',
    'Depth',
    'Weight',
    'Minimal quantity',
    'Visibility',
    'Additional shipping cost',
    'Unity',
    'Unit price',
    'URL rewritten',
    'Condition',
    'Out of stock',
    'Warehouse',
    'Product Reference',
    'Supplier reference',
    'Supplier reference #',
    'Impact on weight',
    'Image position',
    'Depends on stock',
    'ID / Name of shop',
    'Product available date',
    'Product creation date',
    'Combination available date',
    /^(on sale|categories|tags|feature|customizable|uploadable files|text fields) ?\(/,
    /^(show price|default|delete existing images|available online only) ?\(/,
    /^meta (title|keywords|description)$/,
    /^text when /,
    /^advanced stock management$|^advanced stock managment$/,
  ],
};
