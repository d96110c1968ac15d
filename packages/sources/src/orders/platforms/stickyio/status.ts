import type { Order } from 'sequenzy-contract';
import type { Members } from '../../members.ts';
import type { OrderFacts } from '../../order-facts.ts';

const noSales = new Map([
  ['7', 'declined'],
  ['10', 'awaiting response'],
  ['11', 'pending'],
]);

/** Why an order is no sale. */
export function noSaleOf(order: Members): string | undefined {
  return noSales.get(order.text('order_status') ?? '');
}

interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: Pick<Order, 'status' | 'refundAmountCents'>;
  readonly facts?: OrderFacts;
}

/** Source of the numbers: types of a public client. */
export function readStatus(
  order: Members,
  totalCents: number | undefined,
  refundedCents: number,
): ReadStatus {
  const refund = refundedCents > 0 && { refundAmountCents: refundedCents };
  const code = order.required('order_status');
  switch (code) {
    case '2':
      return { state: { status: 'placed', ...refund } };
    case '8':
      return { state: { status: 'fulfilled', ...refund } };
    case '6':
      if (order.isOn('is_void') && refundedCents === 0) {
        // The payment was voided before it was captured.
        return { state: { status: 'cancelled' }, facts: { paid: false, cancelled: true } };
      }
      return {
        state: { status: 'refunded', refundAmountCents: refundedCents || (totalCents ?? 0) },
      };
    case undefined:
      return { state: {} };
    default:
      order.fault('order_status', `expected one of 2, 6, 7, 8, 10, 11, got "${code}"`);
      return { state: {} };
  }
}
