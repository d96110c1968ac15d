import type { Order } from 'sequenzy-contract';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderNote, OrderFacts } from '../../../kinds/orders/source.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';

export interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: {
    readonly status?: NonNullable<Order['status']>;
    readonly refundAmountCents?: number;
  };
  readonly isPending: boolean;
  /** Why it is not an order, in a word or two. */
  readonly skip?: string;
  readonly facts?: OrderFacts;
  readonly notes?: readonly OrderNote[];
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
  if (never.includes(text)) return { state: {}, isPending: false, skip: text };
  const known = statuses.get(text);
  if (known === undefined) {
    const names = [...statuses.keys(), ...never].join(', ');
    if (text !== '') order.fault('status', `expected one of ${names}, got "${text}"`);
    return { state: {}, isPending: false };
  }
  const refundedCents = refundedIn(order, currency);
  const isPending = text === 'pending';
  const isRefunded = known === 'refunded';
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  const facts: OrderFacts = {
    ...(isUnpaid(order, text) && refundedCents === 0 && { paid: false }),
    ...(known === 'cancelled' && { cancelled: true }),
  };
  if (isWhole) {
    return { state: { status: 'refunded', refundAmountCents: cents }, isPending, facts, notes };
  }
  return {
    state: { status: known, ...(cents > 0 && { refundAmountCents: cents }) },
    isPending,
    facts,
    notes,
  };
}

/**
 * A pending order waits for its payment; one that was cancelled says by `date_paid` whether it was paid before. Money of
 * an order on hold (a bank transfer, a cheque) is on its way, and the platform counts it.
 */
function isUnpaid(order: Members, status: string): boolean {
  if (status === 'pending') return true;
  const dates = ['date_paid', 'date_paid_gmt'];
  const isSaid = dates.some((key) => key in order.fields);
  return status === 'cancelled' && isSaid && !dates.some((key) => order.has(key));
}

/**
 * Adds up what went back, which is written with a minus. Undefined where one amount names another currency than that of
 * the order: plugins for several currencies add it.
 */
function refundedIn(order: Members, currency: string | undefined): number | undefined {
  let sum = 0;
  for (const refund of order.list('refunds')) {
    const own = refund.ownCurrency('currency') ?? currency;
    if (own !== currency) return undefined;
    sum += refund.money('total', own, 'negative') ?? 0;
  }
  return sum;
}
