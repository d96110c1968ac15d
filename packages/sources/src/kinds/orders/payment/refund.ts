import type { OrderNote } from '../source.ts';

/** What is said about the money of one order that went back. */
export interface SaidRefund {
  /** In the order's currency; zero where nothing is said, undefined where the amount is not known in it. */
  readonly refundedCents: number | undefined;
  readonly totalCents: number | undefined;
  /** The platform calls the order refunded. */
  readonly isRefunded: boolean;
  /** The platform says that a part went back. */
  readonly isPartly?: boolean;
}

export interface Refund {
  /** Everything went back. */
  readonly isWhole: boolean;
  /** Never above the total; zero where nothing went back, or nobody knows how much. */
  readonly cents: number;
  readonly notes: readonly OrderNote[];
}

/**
 * Says what of a refund can be sent. One above the total is most likely an amount in another currency: what is not known
 * for certain is left out with a note, and turns no order into a refunded one.
 */
export function readRefund({ refundedCents, totalCents = 0, ...said }: SaidRefund): Refund {
  const isAbove = refundedCents !== undefined && refundedCents > totalCents;
  const notes: readonly OrderNote[] = isAbove ? ['refundAboveTotal'] : [];
  const cents = isAbove ? 0 : (refundedCents ?? 0);
  if (said.isRefunded) return { isWhole: true, cents: cents || totalCents, notes };
  const isUnknown = refundedCents === undefined || (refundedCents === 0 && said.isPartly === true);
  if (isUnknown) return { isWhole: false, cents: 0, notes: ['unknownRefund'] };
  return { isWhole: cents > 0 && cents === totalCents, cents, notes };
}
