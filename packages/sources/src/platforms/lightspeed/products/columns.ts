import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The options of a variant, each with its name beside it. */
export const optionColumns = numberedPairs('option', [1, 2, 3]);

const words = { 1: 'one', 2: 'two', 3: 'three' } as const;

export type Field =
  | 'id'
  | 'handle'
  | 'sku'
  | 'name'
  | 'description'
  | 'price'
  | 'active'
  | 'activeOnline'
  | 'isTracked'
  | 'compositeSku'
  | (typeof optionColumns)[number]['name' | 'value'];

/** One column for each outlet of the seller. */
export const quantityAt = 'inventory_';

/** Source: headers that several public programs read out of the export (product-export.csv) or write for the import. */
export const columns: Columns<Field> = {
  fields: {
    id: ['id'],
    handle: ['handle'],
    sku: ['sku'],
    name: ['name'],
    description: ['description'],
    price: ['retail_price'],
    active: ['active'],
    activeOnline: ['active_online'],
    isTracked: ['track_inventory'],
    compositeSku: ['composite_sku'],
    ...headingsOfPairs(
      optionColumns,
      (number) => [`variant_option_${words[number]}_name`],
      (number) => [`variant_option_${words[number]}_value`],
    ),
  },
  required: ['handle', 'sku', 'name', 'price', 'option1Name'],
  anyOf: [],
  families: [quantityAt],
  ignored: [
    'composite_name',
    'composite_quantity',
    'product_category',
    'type',
    'tags',
    'weight',
    'weight_unit',
    'length',
    'width',
    'height',
    'dimensions_unit',
    'supply_price',
    'loyalty_value',
    'loyalty_value_default',
    'tax_name',
    'tax_value',
    'account_code',
    'account_code_purchase',
    'brand_name',
    'supplier_name',
    'supplier_code',
    /^(outlet_tax|reorder_point|restock_level)_/,
  ],
};
