import type { Said } from '../../../kinds/orders/order-table/state.ts';

/** Source: the platform's list of order statuses. */
export const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['completed', { status: 'fulfilled' }],
  ['shipped', { status: 'fulfilled' }],
  ['partially refunded', { status: 'fulfilled', isPartly: true }],
  ['partially shipped', { status: 'placed' }],
  ['awaiting fulfillment', { status: 'placed' }],
  ['awaiting shipment', { status: 'placed' }],
  ['awaiting pickup', { status: 'placed' }],
  ['disputed', { status: 'placed' }],
  ['pending', { status: 'placed', isPending: true }],
  ['awaiting payment', { status: 'placed', isPending: true }],
  ['manual verification required', { status: 'placed', isPending: true }],
  ['cancelled', { status: 'cancelled' }],
  ['refunded', { status: 'refunded' }],
  ['declined', { skip: 'declined' }],
  ['incomplete', { skip: 'incomplete' }],
]);
