import type { LedgerWrite } from '../../ledger/ledger.ts';

/** The outcome of several writes of one key. */
interface Merged extends LedgerWrite {
  /** What was known of it before is gone, its order too. */
  readonly isWiped: boolean;
}

/** As if the entries were written one after the other: each key once. */
export function merged(entries: readonly LedgerWrite[]): Merged[] {
  const byKey = new Map<string, Merged>();
  for (const { order: given, ...entry } of entries) {
    const before = byKey.get(entry.key);
    const isForgotten = entry.forget === true;
    const order = isForgotten ? undefined : (given ?? before?.order);
    const isWiped = isForgotten || before?.isWiped === true;
    byKey.set(entry.key, { ...entry, ...(order && { order }), isWiped });
  }
  return [...byKey.values()];
}
