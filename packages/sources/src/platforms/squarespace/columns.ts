import type { Columns } from '../../table/header.ts';

const optionNumbers = [1, 2, 3, 4, 5, 6] as const;

type OptionField = `option${(typeof optionNumbers)[number]}${'Name' | 'Value'}`;

export type Field =
  | 'productId'
  | 'variantId'
  | 'productUrl'
  | 'title'
  | 'description'
  | 'sku'
  | 'price'
  | 'salePrice'
  | 'onSale'
  | 'stock'
  | 'visible'
  | 'images'
  | OptionField;

/** The options of a variant, each with its name beside it. */
export const optionColumns = optionNumbers.map((number) => ({
  name: `option${number}Name` as const,
  value: `option${number}Value` as const,
}));

const options = Object.fromEntries(
  optionNumbers.flatMap((number) => [
    [`option${String(number)}Name`, [`Option Name ${String(number)}`]],
    [`option${String(number)}Value`, [`Option Value ${String(number)}`]],
  ]),
) as unknown as Record<OptionField, string[]>; // each name is built as in OptionField

/** Source: headers of exported files of 2020 and 2022. */
export const columns: Columns<Field> = {
  fields: {
    productId: ['Product ID [Non Editable]'],
    variantId: ['Variant ID [Non Editable]'],
    productUrl: ['Product URL'],
    title: ['Title'],
    description: ['Description'],
    sku: ['SKU'],
    price: ['Price'],
    salePrice: ['Sale Price'],
    onSale: ['On Sale'],
    stock: ['Stock'],
    visible: ['Visible'],
    images: ['Hosted Image URLs'],
    ...options,
  },
  required: ['productUrl', 'title', 'price', 'onSale', 'stock'],
  anyOf: [],
  ignored: [
    'Product Type [Non Editable]',
    'Product Page',
    'Categories',
    'Tags',
    'Weight',
    'Length',
    'Width',
    'Height',
  ],
};
