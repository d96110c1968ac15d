import { orderStatuses } from 'sequenzy-contract';

/** Unit separator: no shop writes it into an order number. */
const separator = '\u001f';

/** Of a ledger's key. Releases before this one remembered the events of a full lifecycle by orderId and status. */
export function orderIdOfKey(key: string): string {
  const at = key.lastIndexOf(separator);
  const behind = key.slice(at + 1);
  return at !== -1 && orderStatuses.some((status) => status === behind) ? key.slice(0, at) : key;
}
