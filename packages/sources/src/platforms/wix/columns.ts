import type { Columns } from '../../table/header.ts';

const optionNumbers = [1, 2, 3, 4, 5, 6] as const;

type OptionField = `option${(typeof optionNumbers)[number]}${'Name' | 'Value'}`;

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
  | OptionField;

/** The options of a product: names on its own row, values on those of its variants. */
export const optionColumns = optionNumbers.map((number) => ({
  name: `option${number}Name` as const,
  value: `option${number}Value` as const,
}));

const options = Object.fromEntries(
  optionNumbers.flatMap((number) => [
    [`option${String(number)}Name`, [`productOptionName${String(number)}`]],
    [`option${String(number)}Value`, [`productOptionDescription${String(number)}`]],
  ]),
) as unknown as Record<OptionField, string[]>; // each name is built as in OptionField

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
    ...options,
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
