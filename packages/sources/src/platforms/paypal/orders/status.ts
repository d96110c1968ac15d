import type { Said } from '../../../kinds/orders/order-table/state.ts';

const pending: Said = { status: 'placed', isPending: true };
const failed: Said = { skip: 'failed' };

/** Source: the states in the vendor's description of the activity download. */
export const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['completed', { status: 'placed' }],
  ['cleared', { status: 'placed' }],
  ['processed', { status: 'placed' }],
  ['partially refunded', { status: 'placed', isPartly: true }],
  ['refunded', { status: 'refunded' }],
  ['reversed', { status: 'refunded' }],
  ['pending', pending],
  ['pending verification', pending],
  ['processing', pending],
  ['in progress', pending],
  ['under review', pending],
  ['on hold', pending],
  ['held', pending],
  ['uncleared', pending],
  ['unclaimed', pending],
  ['unpaid', pending],
  ['denied', failed],
  ['failed', failed],
  ['cancelled', failed],
  ['expired', failed],
  ['voided', failed],
  ['returned', failed],
  ['removed', failed],
  ['blocked', failed],
]);

/** Of a refund that has come about. */
export const done: ReadonlySet<string> = new Set(['completed', 'cleared', 'processed', 'refunded']);
