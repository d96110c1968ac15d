import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'handle'
  | 'id'
  | 'title'
  | 'description'
  | 'published'
  | 'status'
  | 'giftCard'
  | 'price'
  | 'compareAtPrice'
  | 'sku'
  | 'inventoryTracker'
  | 'inventoryQuantity'
  | 'inventoryPolicy'
  | 'image'
  | 'imagePosition'
  | 'variantImage'
  | `option${1 | 2 | 3}Name`
  | `option${1 | 2 | 3}Value`;

/**
 * The header until about 2024 and the one since; files that mix them exist, so each column is known by either name.
 * Source: headers of exported files, and the vendor's help page "Using CSV files to import and export products".
 */
export const columns: Columns<Field> = {
  fields: {
    handle: ['Handle', 'URL handle'],
    id: [], // named by the user
    title: ['Title'],
    description: ['Body (HTML)', 'Description'],
    published: ['Published', 'Published on online store'],
    status: ['Status'],
    giftCard: ['Gift Card'],
    price: ['Variant Price', 'Price'],
    compareAtPrice: ['Variant Compare At Price', 'Compare-at price'],
    sku: ['Variant SKU', 'SKU'],
    inventoryTracker: ['Variant Inventory Tracker', 'Inventory tracker'],
    inventoryQuantity: ['Variant Inventory Qty', 'Inventory quantity'],
    inventoryPolicy: ['Variant Inventory Policy', 'Continue selling when out of stock'],
    image: ['Image Src', 'Product image URL'],
    imagePosition: ['Image Position'],
    variantImage: ['Variant Image', 'Variant image URL'],
    option1Name: ['Option1 Name'],
    option1Value: ['Option1 Value'],
    option2Name: ['Option2 Name'],
    option2Value: ['Option2 Value'],
    option3Name: ['Option3 Name'],
    option3Value: ['Option3 Value'],
  },
  required: ['handle', 'title'],
  // The platform's inventory export begins with the same two columns and has none of these.
  anyOf: ['price', 'description', 'published', 'status', 'image'],
  ignored: [
    'Vendor',
    'Product category',
    'Type',
    'Tags',
    'Collection',
    'Variant Grams',
    'Weight value (grams)',
    'Variant Fulfillment Service',
    'Fulfillment service',
    'Variant Requires Shipping',
    'Requires shipping',
    'Variant Taxable',
    'Charge tax',
    'Variant Barcode',
    'Barcode',
    'Image alt text',
    'SEO title',
    'SEO description',
    'Variant weight unit',
    'Weight unit for display',
    'Variant tax code',
    'Tax code',
    'Cost per item',
    'Unit price total measure',
    'Unit price total measure unit',
    'Unit price base measure',
    'Unit price base measure unit',
    /^option\d linked to$/,
    /^google shopping \//,
    /\((product|variant)\.metafields\..*\)$/,
    // Prices of the shop's markets: never the base price.
    /^(price|compare[ -]at price|included) \//,
  ],
};
