import type { Order } from 'sequenzy-contract';

/** Source: the options of `status` in the vendor's documentation of the REST API. */
export const statuses: ReadonlyMap<string, NonNullable<Order['status']>> = new Map([
  ['completed', 'fulfilled'],
  ['processing', 'placed'],
  ['on-hold', 'placed'],
  ['pending', 'placed'],
  ['cancelled', 'cancelled'],
  ['refunded', 'refunded'],
]);

/** No sales. */
export const never: readonly string[] = ['failed', 'trash', 'checkout-draft', 'auto-draft'];

/** For a message. */
export const allStatuses = [...statuses.keys(), ...never].join(', ');

/** `wc-completed` -> completed: the database writes it with the prefix. `Pending payment` -> pending: panels write its name. */
export function statusIn(text: string): string {
  const status = text.toLowerCase().replace(/^wc-/, '').replace(/[ _]+/g, '-');
  return names.get(status) ?? status;
}

const names = new Map([
  ['pending-payment', 'pending'],
  ['canceled', 'cancelled'],
  ['draft', 'checkout-draft'],
]);
