import { isObject, type Order } from 'sequenzy-contract';
import type { Transport } from 'sequenzy-transport';
import { requireDone } from '../answers/require-done.ts';
import { noRestocks, type BulkEndpoint } from '../delivery/bulk-endpoint.ts';
import { emailKey } from '../ledger/addresses.ts';
import { without } from './without.ts';

const push = { method: 'POST', path: '/orders' } as const;

/**
 * POST /orders: one order a request, idempotent by orderId. Source: the vendor's page "orders create".
 * Orders of one customer never travel together: the lane is the e-mail address.
 */
export function orderEndpoint(transport: Transport): Omit<BulkEndpoint<Order>, 'check'> {
  return {
    field: 'orders',
    maxRecords: 1,
    bodyBytes: (_, bytes) => bytes,
    merge: (_, later) => later,
    identity: identityOf,
    stockAfter: () => undefined,
    restocks: () => noRestocks,
    send: async ([part], { drain, meter, permit }) => {
      const body = part?.text ?? '';
      const leaving = { drain, meter, permit, priority: 'backfill' } as const;
      const answer = await transport({ ...push, ...leaving, body, replayable: true });
      const ids = part === undefined ? {} : { orderId: part.record.orderId };
      requireDone(answer, push, { flags: ['queued'], ids });
      return { backInStockEventsTriggered: 0, differences: [] };
    },
  };
}

export function laneOf({ customer }: Order): string {
  return emailKey(customer.email);
}

/**
 * What makes an order another one than the server has. Left out is what a backfill puts on it from elsewhere, the
 * lifetime totals, the customer's profile and the mark: a new order changes all of these on the old ones, and only the
 * new one shall be pushed. Keys stand in order and the time is an instant, so that it does not matter how they were written.
 */
export function identityOf(order: Order): string {
  const { customer, orderedAt, properties = {} } = order;
  return JSON.stringify(
    sorted({
      ...without(order, 'customerTotals'),
      status: order.status ?? 'placed',
      customer: emailKey(customer.email),
      orderedAt: orderedAt === undefined ? undefined : Date.parse(orderedAt),
      properties: without(properties as { readonly backfill?: unknown }, 'backfill'), // the mark, or a word of the shop's own
    }),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
