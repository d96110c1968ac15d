import type { Order } from 'sequenzy-commerce';
import { makeHistory } from '../sdk/order-history.ts';
import { wrongValues } from '../sdk/wrong-values.ts';
import { unpaced, type Load } from './load.ts';
import { concurrency } from './round.ts';

const [orders, customers] = [150, 40];

const backfill = ['orders', 'backfill', 'orders.ndjson', '--totals', 'computed', '--yes'];

/** The same orders in every round, with other totals, and so other lifetime values. */
export const history: Load = {
  args: [...backfill, ...unpaced(concurrency)],
  file: 'orders.ndjson',
  knows: { ledger: 'orders.ndjson' },
  records: orders,
  contentOf: (round) =>
    historyOf(round)
      .map((order) => `${JSON.stringify(order)}\n`)
      .join(''),
  idsIn({ method, path, body }) {
    if (method !== 'POST' || !path.endsWith('/orders')) return undefined;
    return [(body as Order).orderId]; // what the CLI sends
  },
  differingFrom(sandbox, round) {
    const missing = historyOf(round).filter(
      ({ orderId, totalCents }) => sandbox.orders.get(orderId)?.order.totalCents !== totalCents,
    );
    const unknown = customers - sandbox.subscribers.size;
    return missing.length + unknown + wrongValues(sandbox, historyOf(round)).length;
  },
};

function historyOf(round: number): Order[] {
  return makeHistory({ orders, customers }).map((order) => ({
    ...order,
    totalCents: order.totalCents + 1000 * (round + 1),
  }));
}

/**
 * New orders of the same customers in every round, behind those of the rounds before: one of each customer fires, once, and
 * the others are history.
 */
export const storedHistory: Load = {
  ...history,
  args: [...backfill, '--as-events', ...unpaced(concurrency)],
  contentOf: (round) =>
    roundsUpTo(round)
      .map((order) => `${JSON.stringify(order)}\n`)
      .join(''),
  idsIn({ method, path, body }) {
    if (method !== 'POST') return undefined;
    if (path.endsWith('/orders')) return [(body as Order).orderId]; // what the CLI sends
    if (!path.endsWith('/events/imports')) return undefined;
    const { events } = body as { events: { properties: { orderId: string } }[] }; // the same
    return events.map(({ properties }) => properties.orderId);
  },
  differingFrom(sandbox, round) {
    const all = roundsUpTo(round);
    const there = new Set(sandbox.history.map(({ properties }) => properties['orderId']));
    const missing = all.filter(
      ({ orderId }) => !there.has(orderId) && !sandbox.orders.get(orderId),
    );
    const fired = customers * (round + 1);
    return (
      missing.length +
      wrongValues(sandbox, all).length +
      Math.abs(sandbox.events.length - fired) +
      Math.abs(sandbox.history.length - (all.length - fired))
    );
  },
};

function roundsUpTo(last: number): Order[] {
  return Array.from({ length: last + 1 }, (_, round) => {
    const start = Date.UTC(2023, 0, 1 + round * 7);
    return makeHistory({ orders, customers, seed: round + 1, start }).map((order) => ({
      ...order,
      orderId: `${String(round)}${order.orderId}`,
      // Above any refund.
      totalCents: order.totalCents + 1000,
    }));
  }).flat();
}
