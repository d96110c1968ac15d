import { SequenzyError } from 'sequenzy-transport';
import type { Ledger } from '../../ledger/ledger.ts';
import { orderIdOfKey } from '../ledger-key.ts';
import type { Access } from '../order-source.ts';
import { SequenzyPartialHistoryError } from '../partial-history-error.ts';
import type { CustomerTotals } from '../totals/customer-totals.ts';
import { Named } from './named.ts';
import type { Survey } from './survey.ts';

/**
 * Totals that are computed from a part of the history would be damage, and nobody would notice.
 *
 * @throws {SequenzyPartialHistoryError} when the source says that orders are missing, when faulty orders could be
 * anybody's, or when the ledger knows orders that were not added to the totals.
 */
export async function requireWholeHistory(
  { computed, unowned }: Survey,
  { lacksOrders }: Pick<Access, 'lacksOrders'>,
  ledger: Ledger | undefined,
): Promise<void> {
  if (computed === undefined) return;
  if (lacksOrders) throw new SequenzyPartialHistoryError('incomplete', 0, []);
  refuse('unreadable', unowned);
  if (ledger !== undefined) refuse('missing', await missingFrom(computed, ledger));
}

function refuse(reason: SequenzyPartialHistoryError['reason'], { count, examples }: Named): void {
  if (count > 0) throw new SequenzyPartialHistoryError(reason, count, examples);
}

/** Orders that were sent before. A ledger that cannot list its keys knows of none. */
async function missingFrom(totals: CustomerTotals, ledger: Ledger): Promise<Named> {
  const missing = new Named();
  const keys = ledger.keys?.();
  if (keys === undefined) return missing;
  try {
    for await (const key of keys) {
      const orderId = orderIdOfKey(key);
      if (totals.has(orderId) || missing.examples.includes(orderId)) continue;
      missing.add(orderId);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SequenzyError('ledger', `The ledger failed: ${reason}`, { cause });
  }
  return missing;
}
