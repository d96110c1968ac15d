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
