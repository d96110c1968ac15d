import type { Access } from '../order-source.ts';
import { SequenzyPartialHistoryError } from '../partial-history-error.ts';
import type { KnownHistory } from './known-history.ts';
import { Named } from './named.ts';
import type { Survey } from './survey.ts';

/** Orders that lose their address one by one are erased customers; so many together are a wrong file. */
const manyLost = { orders: 5, share: 0.1 };

/**
 * Totals that are computed from a part of the history would be damage, and nobody would notice.
 *
 * @throws {SequenzyPartialHistoryError} when the source says that orders are missing, when faulty orders could be
 * anybody's, when the ledger knows orders that are not in the source, or many that have lost their address.
 */
export function requireWholeHistory(
  { unowned }: Survey,
  { lacksOrders }: Pick<Access, 'lacksOrders'>,
  history: KnownHistory,
): void {
  const { missing, lost, moved, orders } = history;
  if (lacksOrders) throw new SequenzyPartialHistoryError('incomplete', 0, []);
  const anybodys = new Named();
  for (const { orderId, name } of unowned) if (!history.isOwned(orderId)) anybodys.add(name);
  refuse('unreadable', anybodys);
  refuse('missing', missing);
  const count = lost.count + moved.count;
  if (count < manyLost.orders || count <= orders * manyLost.share) return;
  refuse('lost', { count, examples: [...lost.examples, ...moved.examples].slice(0, 5) });
}

function refuse(
  reason: SequenzyPartialHistoryError['reason'],
  { count, examples }: Pick<Named, 'count' | 'examples'>,
): void {
  if (count > 0) throw new SequenzyPartialHistoryError(reason, count, examples);
}
