import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { saidBy, type Said } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  transaction: ['Transaction ID', 'Payment ID'],
  fee: ['Payhip Fee'],
} as const;

type Own = keyof typeof own;

/** Source: one public file that its author calls the columns as best known. */
const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['Order ID', 'Sale ID'],
      orderedAt: ['Date', 'Sale Date'],
      status: ['Status', 'Type'],
      total: ['Amount', 'Price', 'Gross'],
      currency: ['Currency'],
      refund: ['Amount Refunded', 'Refunded Amount'],
      email: ['Customer Email', 'Buyer Email', 'Email'],
      customerName: ['Customer Name', 'Buyer Name'],
      discountCode: ['Coupon', 'Coupon Code'],
      taxes: ['VAT', 'Tax'],
      paymentMethod: ['Payment Type', 'Payment Method'],
      lineTitle: ['Product', 'Product Name'],
      lineQuantity: ['Quantity'],
    },
    own,
  ),
  required: ['orderedAt', 'total', 'email', 'lineTitle', 'fee'],
  anyOf: ['orderId', 'transaction'],
  ignored: ['Payment Processor Fee', 'Stripe Fee', 'PayPal Fee', 'Net', 'Country', 'IP Address'],
};

/** Source: the types of the vendor's webhooks. */
const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['paid', { status: 'placed' }],
  ['completed', { status: 'placed' }],
  ['refunded', { status: 'refunded' }],
  ['partially refunded', { status: 'placed', isPartly: true }],
]);

/** The sales export of Payhip. */
export const payhip = defineOrderSource({
  name: 'payhip',
  label: 'Payhip sales export',
  metadata: {
    files: 'CSV of the panel, Sales > Export',
    needs: [
      'the time zone of the account, where times have no offset',
      'the order of day and month, where dates are numbers without the year first',
      'the currency, where the file has no column for it',
    ],
    maps: {
      orderId: 'Order ID, else Transaction ID',
      status: 'Status, where there is such a column: Paid is placed, Refunded is refunded',
      totalCents: 'Amount',
      orderedAt: 'Date',
      customer: 'Customer Email, Customer Name',
      items: 'Product and Quantity of every row; products by title, in the catalog',
      refundAmountCents: 'Amount Refunded',
      properties: 'Coupon, Tax, Payment Type',
    },
    assumes: [
      'neither a real file nor a page of the vendor was at hand: columns are those that one public program expects, states those of the vendor’s webhooks',
      'without a column Status every row is a paid sale',
      'what was delivered is not known, so that a paid sale is placed',
    ],
  },
  marksPending: false,
  marksTests: false,
  needsCatalog: true,
  table: orderTable<Own>({
    columns,
    ids: ['orderId', 'transaction'],
    stateOf: (cells) => (cells.has('status') ? saidBy(cells, statuses) : { status: 'placed' }),
  }),
});
