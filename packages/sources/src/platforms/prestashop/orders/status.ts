import type { Said } from '../../../kinds/orders/order-table/state.ts';

const sale: Said = { status: 'placed' };
const pending: Said = { status: 'placed', isPending: true };

/**
 * By name, and by number where it is the same in every version. Source: the states that the platform installs, in its
 * public code.
 */
export const statuses: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['payment accepted', sale],
  ['2', sale],
  ['remote payment accepted', sale],
  ['processing in progress', sale],
  ['preparation in progress', sale],
  ['3', sale],
  ['on backorder (paid)', sale],
  ['shipped', { status: 'fulfilled' }],
  ['4', { status: 'fulfilled' }],
  ['delivered', { status: 'fulfilled' }],
  ['5', { status: 'fulfilled' }],
  ['cancelled', { status: 'cancelled' }],
  ['6', { status: 'cancelled' }],
  ['refunded', { status: 'refunded' }],
  ['7', { status: 'refunded' }],
  ['partial refund', { status: 'placed', isPartly: true }],
  ['partially refunded', { status: 'placed', isPartly: true }],
  ['payment error', { skip: 'payment error' }],
  ['8', { skip: 'payment error' }],
  ['awaiting check payment', pending],
  ['1', pending],
  ['awaiting bank wire payment', pending],
  ['10', pending],
  ['awaiting paypal payment', pending],
  ['awaiting cash on delivery validation', pending],
  ['on backorder (not paid)', pending],
  ['waiting for payment', pending],
]);
