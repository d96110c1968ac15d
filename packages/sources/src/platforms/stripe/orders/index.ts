import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { saidBy, type Said } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns, type Own } from './columns.ts';
import { statuses } from './status.ts';

/** Payments of Stripe: each one is taken for an order. */
export const stripe = defineOrderSource({
  name: 'stripe',
  label: 'Stripe payments export',
  metadata: {
    files: 'CSV of the dashboard, Payments > Export, with the default columns or all of them',
    needs: [],
    maps: {
      orderId: 'id',
      status: 'Status: Paid is placed, Refunded is refunded',
      totalCents: 'Amount, in Currency',
      orderedAt: 'Created date (UTC) or Created (UTC)',
      customer: 'Customer Email, Customer ID, Card Name',
      items: 'none: a payment has no products, and orders are sent without lines',
      refundAmountCents: 'Amount Refunded',
      properties: 'Description',
    },
    assumes: [
      'no real file was at hand: columns are those that public programs read, statuses those of the vendor’s reference',
      'every payment is an order; what was delivered is not known, so that a paid one is placed',
      'Failed, Canceled and Incomplete payments are not sales, and skipped',
      'a payment that is authorised and not captured, or still processing, is not paid yet',
      'a payment in dispute stays what its Status says',
      'a payment of the mode Test is a test order',
      'a refund above the amount is a mistake, and left out with a warning',
    ],
  },
  marksPending: true,
  marksTests: true,
  needsCatalog: false,
  unusable: [
    {
      label: 'a Stripe payments export',
      columns: ['id', 'Amount', 'Amount Refunded', 'Currency', 'Status'],
      reason:
        'it has no column for the e-mail address of the customer or for the time of the payment',
      nextStep: 'Export again with all columns: Customer Email and Created date (UTC) are needed.',
    },
  ],
  table: orderTable<Own>({
    columns,
    times: { timezone: 'UTC' },
    stateOf,
    properties: (cells) => ({ description: cells.text('description') }),
  }),
});

function stateOf(cells: OrderCells<OrderField | Own>): Said {
  const said = saidBy(cells, statuses);
  const isUncaptured =
    said.status === 'placed' && cells.has('captured') && cells.word('captured') === 'false';
  return {
    ...said,
    ...(isUncaptured && { isPending: true }),
    isTest: cells.word('mode') === 'test',
  };
}
