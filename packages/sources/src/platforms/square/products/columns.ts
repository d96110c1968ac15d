import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The options of a variation, each with its name beside it. */
export const optionColumns = numberedPairs('option', [1, 2, 3, 4, 5, 6]);

export type Field =
  | 'handle'
  | 'token'
  | 'name'
  | 'customerName'
  | 'variation'
  | 'sku'
  | 'description'
  | 'price'
  | 'onlinePrice'
  | 'archived'
  | 'sellable'
  | 'stockable'
  | 'visibility'
  | 'quantity'
  | (typeof optionColumns)[number]['name' | 'value'];

/** One column for each location of the seller. */
export const quantityAt = 'current quantity ';
export const enabledAt = 'enabled ';

/** Source: headers that public programs write for the import, and the vendor's glossary of the spreadsheet. */
export const columns: Columns<Field> = {
  fields: {
    handle: ['Reference Handle'],
    token: ['Token'],
    name: ['Item Name'],
    customerName: ['Customer-facing Name'],
    variation: ['Variation Name'],
    sku: ['SKU'],
    description: ['Description'],
    price: ['Price'],
    onlinePrice: ['Online Sale Price'],
    archived: ['Archived'],
    sellable: ['Sellable'],
    stockable: ['Stockable'],
    visibility: ['Square Online Item Visibility'],
    quantity: ['Current Quantity'],
    ...headingsOfPairs(
      optionColumns,
      (number) => [`Option Name ${number}`],
      (number) => [`Option Value ${number}`],
    ),
  },
  required: ['name', 'variation', 'price'],
  anyOf: ['token', 'handle'],
  families: [quantityAt, enabledAt],
  ignored: [
    'Unit and Precision',
    'Category',
    'Categories',
    'Reporting Category',
    'SEO Title',
    'SEO Description',
    'Permalink',
    'GTIN',
    'Item Type',
    /^weight( \(\w+\))?$/,
    /^social media link (title|description)$/,
    /^(shipping|self-serve ordering|delivery|pickup) enabled$/,
    'Contains Alcohol',
    'Skip Detail Screen in POS',
    'Default Unit Cost',
    'Default Vendor Name',
    'Default Vendor Code',
    /^new quantity( |$)/,
    /^stock alert (enabled|count)( |$)/,
    /^price ./,
    /^(tax|modifier set) - /,
  ],
};
