import { hash64 } from 'sequenzy-contract';
import type { IndexEntry, KeyIndex } from 'sequenzy-store';
import { statuses } from '../format/order.ts';

/** Unit separator: format 1 wrote it between an order's id and the status of an event of its full lifecycle. */
const separator = '\u001f';

/** The order an entry of format 1 is about. */
export function orderIdIn(key: string): string {
  const at = key.lastIndexOf(separator);
  const behind = key.slice(at + 1);
  return at !== -1 && statuses.some((status) => status === behind) ? key.slice(0, at) : key;
}

/**
 * Whether the line at this offset is the one that stands for its order: of a full lifecycle the latest stage, and of
 * that and a final state whatever was written later.
 */
export function standsForOrder(key: string, offset: number, index: KeyIndex): boolean {
  const orderId = orderIdIn(key);
  const find = (one: string): IndexEntry | undefined => index.get(hash64(one));
  const final = find(orderId);
  const stages = statuses.map((status) => find(`${orderId}${separator}${status}`));
  const stage = stages.findLast((one) => one !== undefined);
  return offset === Math.max(...[final, stage].map((one) => one?.offset ?? -1));
}
