import type { Order } from 'sequenzy-contract';
import type { Members } from '../../members.ts';

export interface ReadStatus {
  readonly status?: NonNullable<Order['status']>;
  readonly isPending: boolean;
  /** Why it is no order, in a word or two. */
  readonly skip?: string;
  readonly refundAmountCents?: number;
}

/** Source: the options of `status` in the vendor's documentation of the REST API. */
const statuses = new Map<string, NonNullable<Order['status']>>([
  ['completed', 'fulfilled'],
  ['processing', 'placed'],
  ['on-hold', 'placed'],
  ['pending', 'placed'],
  ['cancelled', 'cancelled'],
  ['refunded', 'refunded'],
]);

const never = ['failed', 'trash', 'checkout-draft', 'auto-draft'];

export function readStatus(
  order: Members,
  totalCents: number | undefined,
  currency: string | undefined,
): ReadStatus {
  const text = order.required('status')?.toLowerCase().replace(/^wc-/, '') ?? '';
  if (never.includes(text)) return { isPending: false, skip: text };
  const known = statuses.get(text);
  if (known === undefined) {
    const names = [...statuses.keys(), ...never].join(', ');
    if (text !== '') order.fault('status', `expected one of ${names}, got "${text}"`);
    return { isPending: false };
  }
  const refunded = order
    .list('refunds')
    .reduce((sum, refund) => sum + (amountOf(refund, currency) ?? 0), 0);
  const isPending = text === 'pending';
  const isWhole = totalCents !== undefined && totalCents > 0 && refunded >= totalCents;
  if (known === 'refunded' || isWhole) {
    return { status: 'refunded', isPending, refundAmountCents: refunded || (totalCents ?? 0) };
  }
  return { status: known, isPending, ...(refunded > 0 && { refundAmountCents: refunded }) };
}

/** What goes back is written as a negative amount. */
function amountOf(refund: Members, currency: string | undefined): number | undefined {
  return refund.money('total', currency, 'negative');
}
