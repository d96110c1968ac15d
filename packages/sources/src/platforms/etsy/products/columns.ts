import type { Columns } from '../../../table/columns.ts';

export type Field =
  'title' | 'description' | 'price' | 'currency' | 'quantity' | 'image' | 'variation' | 'sku';

/** Source: the header of a downloaded file; the German ones are those that a public program reads, with its test files. */
export const columns: Columns<Field> = {
  fields: {
    title: ['TITLE', 'TITEL'],
    description: ['DESCRIPTION', 'BESCHREIBUNG'],
    price: ['PRICE', 'PREIS'],
    currency: ['CURRENCY_CODE', 'WÄHRUNGSCODE'],
    quantity: ['QUANTITY', 'STÜCKZAHL'],
    image: ['IMAGE1', 'BILD1'],
    variation: ['VARIATION 1 VALUES', 'VARIATIONSWERT 1'],
    sku: ['SKU', 'BESTANDSEINHEIT'],
  },
  required: ['title', 'price', 'currency', 'quantity'],
  anyOf: [],
  ignored: [
    'TAGS',
    'MATERIALS',
    'MATERIALIEN',
    /^(image|bild)([2-9]|\d\d)$/,
    /^variation \d (type|name|values)$/,
    /^variations(typ|name|wert) \d$/,
  ],
};
