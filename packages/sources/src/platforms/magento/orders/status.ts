import type { Said } from '../../../kinds/orders/order-table/state.ts';

/** It can have been paid: nobody can tell from the grid. */
const held: Said = { status: 'placed', isPending: true, isUnpaid: false };
const pending: Said = { status: 'placed', isPending: true };

/** By code and by name. Source: the vendor's documentation of order statuses. */
export const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['complete', { status: 'fulfilled' }],
  ['processing', { status: 'placed' }],
  ['closed', { status: 'refunded' }],
  // An order that is invoiced can no longer be cancelled.
  ['cancelled', { status: 'cancelled', isUnpaid: true }],
  ['pending', pending],
  ['pending payment', pending],
  ['pending paypal', pending],
  ['payment review', pending],
  ['on hold', held],
  ['holded', held],
  ['suspected fraud', held],
  ['fraud', held],
]);
