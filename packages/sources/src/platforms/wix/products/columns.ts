import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The options of a product: names on its own row, values on those of its variants. */
export const optionColumns = numberedPairs('option', [1, 2, 3, 4, 5, 6]);

export type Field =
  | 'handleId'
  | 'fieldType'
  | 'name'
  | 'description'
  | 'images'
  | 'sku'
  | 'price'
  | 'surcharge'
  | 'visible'
  | 'discountMode'
  | 'discountValue'
  | 'inventory'
  | (typeof optionColumns)[number]['name' | 'value'];

/** Source: the header of an exported file. */
export const columns: Columns<Field> = {
  fields: {
    handleId: ['handleId'],
    fieldType: ['fieldType'],
    name: ['name'],
    description: ['description'],
    images: ['productImageUrl'],
    sku: ['sku'],
    price: ['price'],
    surcharge: ['surcharge'],
    visible: ['visible'],
    discountMode: ['discountMode'],
    discountValue: ['discountValue'],
    inventory: ['inventory'],
    ...headingsOfPairs(
      optionColumns,
      (number) => [`productOptionName${number}`],
      (number) => [`productOptionDescription${number}`],
    ),
  },
  required: ['handleId', 'fieldType', 'name', 'price'],
  anyOf: [],
  ignored: [
    'collection',
    'ribbon',
    'weight',
    'cost',
    'brand',
    /^productoptiontype\d$/,
    /^additionalinfo(title|description)\d$/,
    /^customtext(field|charlimit|mandatory)\d$/,
  ],
};
