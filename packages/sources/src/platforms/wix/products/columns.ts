import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The options of a product: names on its own row, values on those of its variants. */
export const optionColumns = numberedPairs('option', [1, 2, 3, 4, 5, 6]);

export type Field =
  | 'handleId'
  | 'handle'
  | 'fieldType'
  | 'name'
  | 'description'
  | 'images'
  | 'sku'
  | 'price'
  | 'strikethroughPrice'
  | 'surcharge'
  | 'visible'
  | 'discountMode'
  | 'discountValue'
  | 'inventory'
  | (typeof optionColumns)[number]['name' | 'value'];

/** Source: headers of exported files. The newer ones have `handle`, and a price in each row instead of a surcharge. */
export const columns: Columns<Field> = {
  fields: {
    handleId: ['handleId'],
    handle: ['handle'],
    fieldType: ['fieldType'],
    name: ['name'],
    description: ['description', 'plainDescription'],
    images: ['productImageUrl', 'media'],
    sku: ['sku'],
    price: ['price'],
    strikethroughPrice: ['strikethroughPrice'],
    surcharge: ['surcharge'],
    visible: ['visible'],
    discountMode: ['discountMode'],
    discountValue: ['discountValue'],
    inventory: ['inventory'],
    ...headingsOfPairs(
      optionColumns,
      (number) => [`productOptionName${number}`],
      (number) => [`productOptionDescription${number}`, `productOptionChoices${number}`],
    ),
  },
  required: ['fieldType', 'name', 'price'],
  anyOf: ['handleId', 'handle'],
  ignored: [
    'collection',
    'ribbon',
    'weight',
    'cost',
    'brand',
    'mediaAltText',
    'baseUnit',
    'baseUnitMeasurement',
    'totalUnits',
    'totalUnitsMeasurement',
    'preOrderEnabled',
    'preOrderMessage',
    'preOrderLimit',
    'barcode',
    /^productoptiontype\d$/,
    /^additionalinfo(title|description)\d$/,
    /^customtext(field|charlimit|mandatory)\d$/,
  ],
};
