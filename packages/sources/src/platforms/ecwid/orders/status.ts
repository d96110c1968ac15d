import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { saidBy, type Said } from '../../../kinds/orders/order-table/state.ts';
import type { Own } from './columns.ts';

/** Source: the vendor's help about statuses of orders, and the reference of its API. */
const payments: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['paid', { status: 'placed' }],
  ['awaiting payment', { status: 'placed', isPending: true }],
  ['cancelled', { status: 'cancelled' }],
  ['refunded', { status: 'refunded' }],
  ['partially refunded', { status: 'placed', isPartly: true }],
  ['incomplete', { skip: 'incomplete' }],
]);

const deliveries: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['awaiting processing', {}],
  ['processing', {}],
  ['ready for pickup', {}],
  ['out for delivery', {}],
  ['shipped', { status: 'fulfilled' }],
  ['delivered', { status: 'fulfilled' }],
  ['returned', { status: 'fulfilled' }],
  ['will not deliver', { status: 'cancelled' }],
]);

/** What is delivered is a sale, also where the payment waits: it is paid at the door. */
export function stateOf(cells: OrderCells<OrderField | Own>): Said {
  const payment = saidBy(cells, payments, 'paymentStatus');
  if (payment.skip !== undefined) return payment;
  const { status } = saidBy(cells, deliveries, 'fulfillmentStatus');
  if (payment.status !== 'placed' || status === undefined) return payment;
  const isUnpaid = payment.isPending === true && status === 'cancelled';
  return { ...payment, status, isPending: false, isUnpaid };
}
