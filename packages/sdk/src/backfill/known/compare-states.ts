import type { OrderState } from '../../ledger/ledger.ts';

/** What of an order can change so that it is sent again. */
const changeKinds = ['status', 'total', 'refund', 'currency', 'lines'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** An order as it was sent against what it is now. */
export type Comparison =
  /** Reasons to send it again; none: it differs in nothing that counts. */
  | { readonly changes: readonly ChangeKind[] }
  /** It belongs to another address, or its status is an earlier one: not sent. */
  | { readonly not: 'address' | 'earlier' };

/** From the earliest on. */
const course = ['placed', 'fulfilled', 'cancelled', 'refunded'] as const;

/**
 * Tells what has changed. Which state is the later one is decided by the time of the update where both have one, so that
 * a cancelled order that was revived counts as changed; else by the status and the refund.
 */
export function compareStates(known: OrderState, now: OrderState): Comparison {
  if (known.email !== '' && known.email !== now.email) return { not: 'address' };
  const age = (now.updatedAt ?? 0) - (known.updatedAt ?? 0);
  const isDated = now.updatedAt !== undefined && known.updatedAt !== undefined && age !== 0;
  const steps = course.indexOf(now.status) - course.indexOf(known.status);
  // What was restocked and refunded in part is no longer fulfilled; an old file never has the larger refund.
  const isBefore = steps < 0 && now.refundCents <= known.refundCents;
  if (isDated ? age < 0 : isBefore) return { not: 'earlier' };
  const wasOver = known.status === 'cancelled' || known.status === 'refunded';
  const isChanged: Readonly<Record<ChangeKind, boolean>> = {
    // From fulfilled back to placed is no news: it would only fire the event of the order again.
    status: steps > 0 || (steps < 0 && isDated && wasOver),
    total: known.totalCents !== now.totalCents,
    refund: known.refundCents !== now.refundCents,
    currency: known.currency !== now.currency,
    lines: haveChanged(known, now),
  };
  return { changes: changeKinds.filter((kind) => isChanged[kind]) };
}

/** Ids that were derived may become others, by a catalog or an SKU that was added: titles tell then. */
function haveChanged(known: OrderState, now: OrderState): boolean {
  if (known.lines === now.lines) return false;
  if (known.skus === undefined && now.skus === undefined) return true;
  if (known.titles !== now.titles) return known.titles !== undefined;
  return known.skus === now.skus;
}
