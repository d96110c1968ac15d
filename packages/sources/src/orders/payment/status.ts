import type { Order } from 'sequenzy-contract';

/** What the platform says about payment, delivery and cancellation. */
export interface PlatformState {
  /** Lower case with `_`; empty where nothing is said. */
  readonly financial: string;
  /** Lower case; empty where nothing is said. */
  readonly fulfillment: string;
  readonly isCancelled: boolean;
  readonly totalCents: number | undefined;
  /** Zero where nothing is said. */
  readonly refundedCents: number;
}

export interface ReadStatus {
  readonly status: NonNullable<Order['status']>;
  /** Whether nobody has paid yet, and the order is not over either. */
  readonly isPending: boolean;
  readonly refundAmountCents?: number;
}

/** Source: the platform's REST resources, and public importers for the values that no file here has. */
const paid = new Set(['', 'paid', 'partially_paid', 'partially_refunded', 'refunded']);
const pending = new Set(['pending', 'authorized']);
const over = new Set(['voided', 'expired']);

export const financialStates: readonly string[] = [...paid, ...pending, ...over].filter(Boolean);

/** Refunded in full before cancelled, cancelled before fulfilled. A refund in part leaves the status as it is. */
export function readStatus(state: PlatformState): ReadStatus {
  const { financial, fulfillment, isCancelled, totalCents = 0, refundedCents } = state;
  const isRefunded = financial === 'refunded' || (totalCents > 0 && refundedCents >= totalCents);
  if (isRefunded) {
    return { status: 'refunded', isPending: false, refundAmountCents: refundedCents || totalCents };
  }
  const refund = refundedCents > 0 && { refundAmountCents: refundedCents };
  if (isCancelled || over.has(financial)) {
    return { status: 'cancelled', isPending: false, ...refund };
  }
  const status = fulfillment === 'fulfilled' ? 'fulfilled' : 'placed';
  return { status, isPending: pending.has(financial), ...refund };
}
