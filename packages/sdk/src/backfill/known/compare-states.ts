import type { OrderState } from '../../ledger/ledger.ts';

/** What of an order can change so that it is sent again. */
export const changeKinds = ['status', 'total', 'refund', 'currency', 'lines'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** An order as it was sent against what it is now. */
export type Comparison =
  /** Reasons to send it again; none: it differs in nothing that counts. */
  | { readonly changes: readonly ChangeKind[] }
  /** It belongs to another address, or its status is an earlier one: not sent. */
  | { readonly not: 'address' | 'earlier' };

/** From the earliest on. */
const course = ['placed', 'fulfilled', 'cancelled', 'refunded'] as const;

export function compareStates(known: OrderState, now: OrderState): Comparison {
  if (known.email !== now.email) return { not: 'address' };
  const steps = course.indexOf(now.status) - course.indexOf(known.status);
  // What was restocked and refunded in part is no longer fulfilled; an old file never has the larger refund.
  if (steps < 0 && now.refundCents <= known.refundCents) return { not: 'earlier' };
  const isChanged: Readonly<Record<ChangeKind, boolean>> = {
    status: steps > 0,
    total: known.totalCents !== now.totalCents,
    refund: known.refundCents !== now.refundCents,
    currency: known.currency !== now.currency,
    lines: known.lines !== now.lines,
  };
  return { changes: changeKinds.filter((kind) => isChanged[kind]) };
}
