import type { LedgerWrite, OrderState } from '../../ledger/ledger.ts';

/**
 * Entries with what is known of their orders, since the line of an entry replaces the one before it: from an earlier
 * entry of the same call, else from the file.
 *
 * @param fromFile What the file knows, by key.
 */
export function withKnownOrders(
  entries: readonly LedgerWrite[],
  fromFile: ReadonlyMap<string, OrderState>,
): readonly LedgerWrite[] {
  const known = new Map(fromFile);
  return entries.map((entry) => {
    if (entry.forget === true) known.delete(entry.key);
    else if (entry.order !== undefined) known.set(entry.key, entry.order);
    const order = known.get(entry.key);
    return order === undefined ? entry : { ...entry, order };
  });
}
