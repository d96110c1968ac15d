import { type Columns, headingsOfPairs, numberedPairs } from '../../../table/columns.ts';

/** The options of a variant, each with its name beside it. */
export const optionColumns = numberedPairs('option', [1, 2, 3, 4, 5, 6]);

export type Field =
  | 'productId'
  | 'variantId'
  | 'page'
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
  | (typeof optionColumns)[number]['name' | 'value'];

/** Source: headers of exported files of 2020 and 2022. */
export const columns: Columns<Field> = {
  fields: {
    productId: ['Product ID [Non Editable]'],
    variantId: ['Variant ID [Non Editable]'],
    page: ['Product Page'],
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
    ...headingsOfPairs(
      optionColumns,
      (number) => [`Option Name ${number}`],
      (number) => [`Option Value ${number}`],
    ),
  },
  required: ['productUrl', 'title', 'price', 'onSale', 'stock'],
  anyOf: [],
  ignored: [
    'Product Type [Non Editable]',
    'Categories',
    'Tags',
    'Weight',
    'Length',
    'Width',
    'Height',
  ],
};
