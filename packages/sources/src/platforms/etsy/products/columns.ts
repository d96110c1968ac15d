import type { Columns } from '../../../table/columns.ts';

export type Field =
  'title' | 'description' | 'price' | 'currency' | 'quantity' | 'image' | 'variation' | 'sku';

/** Source: the header of a downloaded file. */
export const columns: Columns<Field> = {
  fields: {
    title: ['TITLE'],
    description: ['DESCRIPTION'],
    price: ['PRICE'],
    currency: ['CURRENCY_CODE'],
    quantity: ['QUANTITY'],
    image: ['IMAGE1'],
    variation: ['VARIATION 1 VALUES'],
    sku: ['SKU'],
  },
  required: ['title', 'price', 'currency', 'quantity'],
  anyOf: [],
  ignored: ['TAGS', 'MATERIALS', /^image([2-9]|\d\d)$/, /^variation \d (type|name|values)$/],
};
