import {
  SequenzyError,
  type Order,
  type SequenzyCommerce,
  type Subscriber,
} from 'sequenzy-commerce';
import type { Io } from '../../job/io.ts';
import { holdsIf, orUnknown, unknownOf, type Finding } from './finding.ts';

const day = 86_400_000;
const productId = 'sequenzy-cli-contract-test';

/** How often and how long the subscriber is looked at until orders are processed. */
const looks = 12;
const pause = 5000;

const totals = { ordersCount: 2, totalSpentCents: 4000 };

/**
 * Pushes one product and two orders for a test address and reads back what became of them. The product is deleted again;
 * the subscriber and the orders stay.
 */
export async function writeTest(
  client: SequenzyCommerce,
  email: string,
  io: Io,
): Promise<Finding[]> {
  const signal = io.interruption;
  const price = 'a price comes back as whole minor units';
  const findings: Finding[] = [];
  try {
    findings.push(await orUnknown(price, () => pushProduct(client, price), signal));
    for await (const finding of pushOrders(client, email, io)) findings.push(finding);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SequenzyError)) throw error;
    findings.push(unknownOf('orders are processed, and the subscriber can be read', error.code));
  } finally {
    await client.products.delete(productId).catch(() => undefined); // it may never have come about
  }
  return findings;
}

async function pushProduct(client: SequenzyCommerce, assumption: string): Promise<Finding> {
  const money = { priceCents: 1234, currency: 'USD' };
  await client.products.upsert([{ productId, title: 'Contract test', ...money, inStock: false }]);
  const { priceCents, price } = await client.products.get(productId);
  const found = `priceCents ${JSON.stringify(priceCents ?? null)}, price ${JSON.stringify(price ?? null)}`;
  return holdsIf(priceCents === 1234, assumption, `sent 1234; ${found}`);
}

async function* pushOrders(
  client: SequenzyCommerce,
  email: string,
  io: Io,
): AsyncGenerator<Finding> {
  const signal = io.interruption;
  const look = async (): Promise<Subscriber> => {
    await io.clock.sleep(pause, signal);
    return client.subscribers.get(email, { signal });
  };
  const order: Order = {
    // What was pushed by an earlier probe would be a replay.
    orderId: `${productId}-${String(io.clock.now())}`,
    totalCents: 1000,
    currency: 'USD',
    orderedAt: new Date(io.clock.now() - day).toISOString(),
    customer: { email, firstName: 'Newer' },
    items: [{ productId, title: 'Contract test', quantity: 1, priceCents: 1000 }],
    customerTotals: totals,
    properties: { backfill: true, contractTest: true },
  };
  await client.orders.push(order);
  const first = await processed(client, email, io);
  yield* settledTotals(first);
  await client.orders.push(order);
  yield replay(first, await look());
  await client.orders.push({
    ...order,
    orderId: `${order.orderId}-older`,
    orderedAt: new Date(io.clock.now() - 30 * day).toISOString(),
    customer: { email, firstName: 'Older' },
  });
  yield profile(await look());
}

/** The server answers before it processes. */
async function processed(client: SequenzyCommerce, email: string, io: Io): Promise<Subscriber> {
  const signal = io.interruption;
  for (let look = 1; ; look += 1) {
    const found = await client.subscribers.get(email, { signal }).catch((error: unknown) => {
      if (look < looks && error instanceof SequenzyError && error.status === 404) return undefined;
      throw error;
    });
    if (found !== undefined && (look === looks || spentOf(found) !== undefined)) return found;
    await io.clock.sleep(pause, signal);
  }
}

function settledTotals(subscriber: Subscriber): Finding[] {
  const spent = spentOf(subscriber);
  const count = subscriber.attributes?.['ordersCount'] ?? null;
  const unit = 'ltv and totalSpent are main units: 40, not 4000';
  const override = 'customerTotals override what was added up';
  if (spent === undefined) {
    return [unit, override].map((one) => unknownOf(one, 'no totals within a minute'));
  }
  const found = `sent 4000 cents, found ${String(spent)}`;
  const isEither = spent === 40 || spent === 4000;
  return [
    isEither ? holdsIf(spent === 40, unit, found) : unknownOf(unit, found),
    holdsIf(
      count === totals.ordersCount,
      override,
      `sent ordersCount 2, found ${JSON.stringify(count)}`,
    ),
  ];
}

function replay(before: Subscriber, after: Subscriber): Finding {
  const pair = (one: Subscriber): string =>
    JSON.stringify([spentOf(one) ?? null, one.attributes?.['ordersCount'] ?? null]);
  return holdsIf(
    pair(before) === pair(after),
    'an order that is pushed twice counts once',
    `total and count ${pair(before)}, after the replay ${pair(after)}`,
  );
}

/** Both names are ours. */
function profile({ firstName }: Subscriber): Finding {
  const assumption = 'an older order that comes later overwrites the profile';
  if (firstName !== 'Older' && firstName !== 'Newer') return unknownOf(assumption, 'another name');
  const which = firstName === 'Older' ? 'older' : 'newer';
  return holdsIf(which === 'older', assumption, `the name of the ${which} order`);
}

function spentOf({ attributes }: Subscriber): number | undefined {
  const value = attributes?.['totalSpent'] ?? attributes?.['ltv'];
  return typeof value === 'number' ? value : undefined;
}
