import { orderStatuses } from 'sequenzy-contract';
import type { OrderStatus } from './backfill-options.ts';

/** Unit separator: no shop writes it into an order number. */
const separator = '\u001f';

/** What the ledger remembers an event by: the orderId, and in a full lifecycle the status with it. */
export function ledgerKey(
  orderId: string,
  status: OrderStatus,
  lifecycle: 'final' | 'full',
): string {
  return lifecycle === 'final' ? orderId : `${orderId}${separator}${status}`;
}

export function orderIdOfKey(key: string): string {
  const at = key.lastIndexOf(separator);
  const behind = key.slice(at + 1);
  return at !== -1 && orderStatuses.some((status) => status === behind) ? key.slice(0, at) : key;
}
