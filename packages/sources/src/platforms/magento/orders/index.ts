import { divideHalfEven } from 'sequenzy-contract';
import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { saidBy } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns, type Own } from './columns.ts';
import { statuses } from './status.ts';

/** The order grid of Magento 2. */
export const magento = defineOrderSource({
  name: 'magento',
  label: 'Magento order grid export',
  metadata: {
    files: 'CSV of the panel, Sales > Orders > Export, of Magento 2 and Adobe Commerce',
    needs: ['the base currency of the store', 'the time zone of the store'],
    maps: {
      orderId: 'ID',
      status:
        'Status: Complete is fulfilled, Processing is placed, Closed is refunded, Canceled is cancelled',
      totalCents: 'Grand Total (Base)',
      orderedAt: 'Purchase Date',
      customer: 'Customer Email, and Customer Name, else Bill-to Name',
      items: 'none: the grid has no products, and orders are sent without lines',
      refundAmountCents: 'Total Refunded',
      properties: 'Shipping and Handling, Payment Method',
    },
    assumes: [
      'no real file was at hand: columns and statuses are those of the vendor’s documentation and of public code',
      'orders in another currency count with their total in the base currency; what was refunded is converted by the two totals, to the nearest minor unit',
      'Pending, Pending Payment, Pending PayPal and Payment Review are not paid yet; nor, as far as anybody can tell, are On Hold and Suspected Fraud',
      'a cancelled order was never paid: one that is invoiced can no longer be cancelled',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'a status that a store has added is refused',
    ],
  },
  marksPending: true,
  marksTests: false,
  needsCatalog: false,
  unusable: [
    {
      label: 'a Magento order grid export',
      columns: ['ID', 'Purchase Date', 'Bill-to Name', 'Status'],
      reason: 'it has no column for the e-mail address or for the total in the base currency',
      nextStep:
        'In the grid of orders, show the columns Customer Email and Grand Total (Base) under Columns, then export again.',
    },
  ],
  table: orderTable<Own>({
    columns,
    stateOf: (cells) => ({ ...saidBy(cells, statuses), refundedCents: refundedIn(cells) }),
    customerName: (cells) => cells.text('customerName') ?? cells.text('billTo'),
  }),
});

/** What went back, in the base currency. The grid says it in the currency of the order. */
function refundedIn(cells: OrderCells<OrderField | Own>): number {
  const [refund = 0, total = 0, purchased = total] = [
    cells.money('refund'),
    cells.money('total'),
    cells.money('purchased'),
  ];
  if (refund === 0 || purchased === total || purchased === 0) return refund;
  return Number(divideHalfEven(BigInt(refund) * BigInt(total), BigInt(purchased)));
}
