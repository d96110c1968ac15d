import { saidBy, type Said } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns } from './columns.ts';

/** States of a fulfilment, by the names of the API and of the panel. Source: the vendor's reference of orders. */
const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ...['completed', 'fulfilled', 'shipped', 'delivered', 'picked up'].map((name): [string, Said] => [
    name,
    { status: 'fulfilled' },
  ]),
  ...['new', 'proposed', 'reserved', 'active', 'in progress', 'prepared', 'ready'].map(
    (name): [string, Said] => [name, { status: 'placed' }],
  ),
  ['cancelled', { status: 'cancelled' }],
]);

const noAddress = 'it has no e-mail address: customers stand in it by number and name only';

/** The order export of Square's panel. */
export const square = defineOrderSource({
  name: 'square',
  label: 'Square order export',
  metadata: {
    files: 'CSV of the panel, Orders > Export',
    needs: [
      'the time zone of the store',
      'the order of day and month, where dates are numbers without the year first',
      'the currency, where the file has no column for it',
    ],
    maps: {
      orderId: 'Order',
      status:
        'Fulfillment Status: Completed, Shipped and Picked up are fulfilled; New, In progress and Ready are placed; Canceled is cancelled',
      totalCents: 'Order Total',
      orderedAt: 'Order Date',
      customer: 'Recipient Email, Recipient Name',
      items:
        'Item Name, Item Variation, Item Quantity, Item Price of every row; products by SKU, then by title, in the catalog',
      refundAmountCents: 'Order Refunded Amount',
      properties: 'Order Shipping Price, Order Tax Total',
    },
    assumes: [
      'no real file was at hand: columns are those that public descriptions name, states those of the vendor’s reference',
      'an order in this list is paid',
      'Item Price is that of one piece, without its modifiers',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'orders without an address, such as those of the till, are left out and counted',
    ],
  },
  marksPending: false,
  marksTests: false,
  needsCatalog: true,
  unusable: [
    {
      label: 'a Square list of transactions or items',
      columns: ['Time Zone', 'Gross Sales', 'Net Sales', 'Transaction ID', 'Payment ID'],
      reason: noAddress,
      nextStep: 'Export the orders instead (Orders > Export): they have Recipient Email.',
    },
  ],
  table: orderTable({
    columns,
    stateOf: (cells) => saidBy(cells, statuses),
  }),
});
