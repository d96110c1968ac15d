import type { Order } from 'sequenzy-contract';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderNote } from '../../../kinds/orders/notes.ts';
import type { OrderFacts } from '../../../kinds/orders/order-facts.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';
import { notPaidYet } from '../../../kinds/orders/skip-reason.ts';

/** The gateway has not answered, or nobody has paid yet. */
const pending = ['10', '11'];

/** Why an order is no sale, or not yet. */
export function noSaleOf(order: Members, includePending: boolean): string | undefined {
  const code = order.text('order_status') ?? '';
  if (code === '7') return 'declined';
  return pending.includes(code) && !includePending ? notPaidYet : undefined;
}

interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: Pick<Order, 'status' | 'refundAmountCents'>;
  readonly facts?: OrderFacts;
  readonly notes: readonly OrderNote[];
}

/** Source of the numbers: types of a public client. */
export function readStatus(
  order: Members,
  totalCents: number | undefined,
  refundedCents: number,
): ReadStatus {
  const code = order.required('order_status');
  const isRefunded = code === '6' && !(order.isOn('is_void') && refundedCents === 0);
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  if (isWhole) return { state: { status: 'refunded', refundAmountCents: cents }, notes };
  const refund = cents > 0 && { refundAmountCents: cents };
  switch (code) {
    case '2':
      return { state: { status: 'placed', ...refund }, notes };
    case '10':
    case '11':
      return { state: { status: 'placed', ...refund }, facts: { paid: false }, notes };
    case '8':
      return { state: { status: 'fulfilled', ...refund }, notes };
    case '6':
      // The payment was voided before it was captured.
      return { state: { status: 'cancelled' }, facts: { paid: false, cancelled: true }, notes };
    case undefined:
      return { state: {}, notes };
    default:
      order.fault('order_status', `expected one of 2, 6, 7, 8, 10, 11, got "${code}"`);
      return { state: {}, notes };
  }
}
