import { SequenzyError } from 'sequenzy-transport';
import type { Ledger } from '../../ledger/ledger.ts';
import { orderIdOfKey } from '../ledger-key.ts';
import { SequenzyPartialHistoryError } from '../partial-history-error.ts';
import type { CustomerTotals } from '../totals/customer-totals.ts';

/** How many of the orders that are missing are named. */
const examples = 5;

/**
 * Totals that are computed from a part of the history would be damage, and the ledger knows of orders that were there.
 * A ledger that cannot list its keys says nothing.
 *
 * @throws {SequenzyPartialHistoryError} when the ledger knows orders that were not added to the totals.
 */
export async function requireWholeHistory(totals: CustomerTotals, ledger: Ledger): Promise<void> {
  const keys = ledger.keys?.();
  if (keys === undefined) return;
  const missing = new Set<string>();
  let count = 0;
  try {
    for await (const key of keys) {
      const orderId = orderIdOfKey(key);
      if (totals.has(orderId) || missing.has(orderId)) continue;
      count += 1;
      if (missing.size < examples) missing.add(orderId);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SequenzyError('ledger', `The ledger failed: ${reason}`, { cause });
  }
  if (count > 0) throw new SequenzyPartialHistoryError(count, [...missing]);
}
