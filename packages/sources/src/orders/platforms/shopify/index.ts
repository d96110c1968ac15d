import { defineOrderSource } from '../../source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** The order export of Shopify's admin, with the full header, its newer spelling, or reduced. */
export const shopify = defineOrderSource({
  name: 'shopify',
  label: 'Shopify order export',
  about: {
    files: 'CSV of the admin, Orders, Export',
    needs: ['the currency, where the file has no column for it'],
    maps: {
      orderId: 'Id, else Name',
      orderNumber: 'Name without #',
      status: 'Financial Status, Fulfillment Status, Cancelled at and Refunded Amount',
      totalCents: 'Total',
      orderedAt: 'Created at',
      customer: 'Email, and the name of Billing Name, else of Shipping Name',
      items: 'every row with a Lineitem cell; products by SKU, then by title, in the catalog',
      refundAmountCents: 'Refunded Amount',
      properties: 'Discount Code, Discount Amount, Shipping, Taxes, Source, Tags',
    },
    assumes: [
      'a row without Name belongs to the row above',
      'Lineitem price is the price of one piece before the discount of the line',
    ],
  },
  marksPending: true,
  marksTests: false,
  needsCatalog: true,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('name') || undefined,
    continues: (row) => row.get('name') === '',
    map: mapRows,
  },
});
