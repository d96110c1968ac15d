import type { Said } from '../../../kinds/orders/order-table/state.ts';

const pending: Said = { status: 'placed', isPending: true };
const incomplete: Said = { skip: 'incomplete' };

/** Of a payment, by the names of the dashboard and of the API. Source: the vendor's reference of charges and payment intents. */
export const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['paid', { status: 'placed' }],
  ['succeeded', { status: 'placed' }],
  ['partially refunded', { status: 'placed', isPartly: true }],
  ['partial refund', { status: 'placed', isPartly: true }],
  ['refunded', { status: 'refunded' }],
  ['pending', pending],
  ['processing', pending],
  ['uncaptured', pending],
  ['requires capture', pending],
  ['failed', { skip: 'failed' }],
  ['blocked', { skip: 'failed' }],
  ['cancelled', { skip: 'never paid' }],
  ['incomplete', incomplete],
  ['requires payment method', incomplete],
  ['requires confirmation', incomplete],
  ['requires action', incomplete],
]);
