import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Said } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { columns, type Own } from './csv-columns.ts';
import { allStatuses, never, statuses, statusIn } from './status.ts';
import { couponIn, linesIn, refundedIn } from './webtoffee.ts';

type Cells = OrderCells<OrderField | Own>;

/** The CSV of plug-ins, with products in columns or in a row each. */
export const table = orderTable<Own>({
  columns,
  ids: ['orderId', 'orderNumber'],
  // Plug-ins write them as they are computed.
  unrounded: ['shipping', 'taxes', 'discount'],
  emailOf: (cells) => cells.text('email') ?? cells.text('accountEmail'),
  stateOf,
  lines: linesIn,
  properties(cells) {
    const discountCode = couponIn(cells);
    return {
      ...(discountCode !== undefined && { discountCode, discountCents: cells.money('discount') }),
      paymentMethod: cells.text('paymentMethod') ?? cells.text('paymentTitle'),
    };
  },
});

function stateOf(cells: Cells): Said {
  const text = statusIn(cells.required('status') ?? '');
  if (never.includes(text)) return { skip: text };
  const status = statuses.get(text);
  if (status === undefined) {
    if (text !== '') cells.fault('status', `expected one of ${allStatuses}, got "${text}"`);
    return {};
  }
  const wasNeverPaid =
    status === 'cancelled' && cells.has('paidAt') && cells.text('paidAt') === undefined;
  return {
    status,
    // Money of an order on hold (a bank transfer, a cheque) is on its way.
    isPending: text === 'pending' || text === 'on-hold',
    isUnpaid: text === 'pending' || wasNeverPaid,
    refundedCents: cells.has('refunds') ? refundedIn(cells) : (cells.money('refund') ?? 0),
  };
}
