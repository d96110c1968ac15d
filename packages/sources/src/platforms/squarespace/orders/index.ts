import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { lineItemTable } from '../../../kinds/orders/line-item-export/table.ts';
import type { Columns } from '../../../table/columns.ts';
import type { Field } from '../../../kinds/orders/line-item-export/field.ts';
import { columns as shopify } from '../../shopify/orders/columns.ts';

/**
 * The header is close to that of another platform, and told from it by `Order ID` and `Lineitem variant`.
 * Source: the header in one public repository.
 */
const columns: Columns<Field> = {
  ...shopify,
  fields: {
    ...shopify.fields,
    name: ['Order ID'],
    id: [],
    refundedAmount: ['Amount Refunded'],
    source: [],
    paymentMethod: [],
    tags: [],
    lineVariant: ['Lineitem variant'],
  },
  required: ['name', 'email', 'createdAt', 'total', 'lineName', 'lineVariant'],
  ignored: [...shopify.ignored, 'Private Notes'],
};

/** Rows as in the order export of Shopify, with a column of their own for the variant of a line. */
const table = lineItemTable(columns);

/** The order export of Squarespace's Commerce panel. */
export const squarespace = defineOrderSource({
  name: 'squarespace',
  label: 'Squarespace order export',
  metadata: {
    files: 'CSV of the panel Orders, Export',
    needs: [
      'the order of day and month, where dates are written as 7/25/2018 21:06',
      'the time zone of the site, where times have no offset',
    ],
    maps: {
      orderId: 'Order ID',
      status: 'Financial Status, Fulfillment Status, Cancelled at and Amount Refunded',
      totalCents: 'Total',
      orderedAt: 'Created at',
      customer: 'Email, and the name of Billing Name, else of Shipping Name',
      items: 'every row with a Lineitem cell; products by SKU, then by title, in the catalog',
      refundAmountCents: 'Amount Refunded',
      properties: 'Discount Code, Discount Amount, Shipping, Taxes',
    },
    assumes: [
      'further rows of an order repeat its Order ID, or leave it empty',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'an order whose payment is pending is a sale once it was delivered: it is paid at the door; one whose delivery was cancelled is cancelled',
    ],
  },
  marksPending: true,
  marksTests: false,
  needsCatalog: true,
  table,
});
