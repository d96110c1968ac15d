import type { Order } from 'sequenzy-contract';
import type { Members } from '../../members.ts';

const noSales = new Map([
  ['7', 'declined'],
  ['10', 'awaiting response'],
  ['11', 'pending'],
]);

/** Why an order is no sale. */
export function noSaleOf(order: Members): string | undefined {
  return noSales.get(order.text('order_status') ?? '');
}

/** Source of the numbers: types of a public client. */
export function readStatus(
  order: Members,
  totalCents: number | undefined,
  refundedCents: number,
): Pick<Order, 'status' | 'refundAmountCents'> {
  const refund = refundedCents > 0 && { refundAmountCents: refundedCents };
  const code = order.required('order_status');
  switch (code) {
    case '2':
      return { status: 'placed', ...refund };
    case '8':
      return { status: 'fulfilled', ...refund };
    case '6':
      if (order.isOn('is_void') && refundedCents === 0) return { status: 'cancelled' };
      return { status: 'refunded', refundAmountCents: refundedCents || (totalCents ?? 0) };
    case undefined:
      return {};
    default:
      order.fault('order_status', `expected one of 2, 6, 7, 8, 10, 11, got "${code}"`);
      return {};
  }
}
