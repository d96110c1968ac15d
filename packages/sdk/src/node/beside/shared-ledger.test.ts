import { createSandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished } from 'vitest';
import { backfill } from '../../backfill/backfill.ts';
import { pushChanged, type PushChangedOptions } from '../../backfill/push-changed.ts';
import { SequenzyCommerce } from '../../client/client.ts';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { openFileLedger } from '../open-file-ledger.ts';
import type { SentElsewhere } from './sent-elsewhere.ts';

const order = (members: object = {}) => ({
  orderId: '1001',
  totalCents: 1999,
  currency: 'EUR',
  orderedAt: '2026-03-02T14:30:00Z',
  customer: { email: 'ann@shop.example' },
  items: [{ productId: 'tee', title: 'Tee', quantity: 1, priceCents: 1999 }],
  ...members,
});

type Fetch = typeof globalThis.fetch;

/** A relay and a backfill in one state folder, each with its own ledger. */
async function setUp(through: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const folder = await tempFolder();
  const sandbox = createSandbox({ record: 'all' });
  const client = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    fetch: through(sandbox.fetch),
    rateLimit: false,
    maxRetries: 0,
  });
  const place = { folder, company: 'c', origin: 'https://api.example.com' };
  const open = async (name: string, beside: string) => {
    const ledger = await openFileLedger({ ...place, name, beside: [beside] });
    onTestFinished(() => ledger.close());
    return ledger;
  };
  const relay = await open('relay', 'orders');
  const orders = await open('orders', 'relay');
  const push = (one: ReturnType<typeof order>, options: Partial<PushChangedOptions> = {}) =>
    pushChanged(client, one, { ledger: relay, ...options });
  const fill = async (...some: ReturnType<typeof order>[]) => {
    const result = await backfill(client, some, { totals: 'none', ledger: orders });
    return result.records;
  };
  const sent = () =>
    sandbox.requests.map(({ body }) => (body as { status?: string }).status ?? 'placed'); // orders alone are sent
  return { sandbox, client, relay, orders, push, fill, sent, open };
}

it('sends what the other has not sent, and nothing twice', async () => {
  const { push, fill, sent } = await setUp();
  expect(await push(order())).toBe('sent');
  expect(await fill(order())).toMatchObject({ unchanged: 1, accepted: 0 });
  expect(await fill(order({ status: 'fulfilled' }))).toMatchObject({ accepted: 1 });
  expect(await push(order({ status: 'fulfilled' }))).toBe('unchanged');
  expect(await push(order({ status: 'refunded' }))).toBe('sent');
  expect(await fill(order({ status: 'refunded' }))).toMatchObject({ unchanged: 1 });
  expect(sent()).toEqual(['placed', 'fulfilled', 'refunded']);
});

it('sends nothing that is older than what the other has sent', async () => {
  const { push, fill, sent } = await setUp();
  await push(order({ status: 'fulfilled' }));
  expect(await fill(order({ status: 'placed', totalCents: 5 }))).toMatchObject({ unchanged: 1 });
  await fill(order({ status: 'cancelled' }));
  expect(await push(order({ status: 'fulfilled', totalCents: 5 }))).toBe('earlier');
  expect(sent()).toEqual(['fulfilled', 'cancelled']);
});

it('tells addresses apart whoever has sent the order', async () => {
  const { push, fill, sent, relay, orders } = await setUp();
  expect(relay.salt).toBe(orders.salt);
  await push(order());
  const moved = { email: 'bea@shop.example' };
  expect(await fill(order({ customer: moved, status: 'fulfilled' }))).toMatchObject({
    unchanged: 1,
  });
  expect(await push(order({ customer: moved, status: 'fulfilled' }))).toBe('moved');
  expect(sent()).toEqual(['placed']);
});

it('waits for what the other has under way, and then does not send the same', async () => {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrived: () => void = () => undefined;
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { push, fill, sent } = await setUp((fetch) => async (input, init) => {
    arrived();
    await gate;
    return fetch(input, init);
  });
  const pushing = push(order({ status: 'fulfilled' }));
  await isThere;
  const filling = fill(order({ status: 'fulfilled' }));
  const won = await Promise.race([
    filling,
    new Promise((resolve) => setTimeout(resolve, 300, 'waits')),
  ]);
  expect(won).toBe('waits');
  letGo();
  expect(await pushing).toBe('sent');
  expect(await filling).toMatchObject({ unchanged: 1, accepted: 0 });
  expect(sent()).toEqual(['fulfilled']);
});

it('takes back what was refused: nothing of it is known to anybody', async () => {
  const { push, fill, sent } = await setUp();
  await push(order());
  const bad = order({ status: 'refunded', totalCents: -1 });
  await expect(push(bad)).rejects.toMatchObject({ code: 'validation' });
  expect(await fill(order({ status: 'fulfilled' }))).toMatchObject({ accepted: 1 });
  expect(sent()).toEqual(['placed', 'fulfilled']);
});

it('leaves behind what may have arrived, so that nobody sends an earlier state', async () => {
  let isLost = true;
  const { push, fill, sent } = await setUp((fetch) => async (input, init) => {
    const answer = await fetch(input, init);
    if (isLost) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    return answer;
  });
  await expect(push(order({ status: 'refunded' }))).rejects.toMatchObject({ ambiguous: true });
  isLost = false;
  expect(await fill(order({ status: 'fulfilled' }))).toMatchObject({ unchanged: 1 });
  expect(await push(order({ status: 'refunded' }))).toBe('sent');
  expect(sent()).toEqual(['refunded', 'refunded']);
});

it('sends a cancellation only where anybody has sent the order, under the id it was sent with', async () => {
  const { push, fill, sandbox } = await setUp();
  const cancelled = order({ status: 'cancelled' });
  expect(await push(cancelled, { onlyIfKnown: true })).toBe('never-sent');
  await fill(order({ orderId: '4711' }));
  expect(await push(cancelled, { onlyIfKnown: true, formerId: '4711' })).toBe('sent');
  expect(sandbox.requests.at(-1)?.body).toMatchObject({ orderId: '4711', status: 'cancelled' });
});

it('lists what anybody has sent, but for what was forgotten', async () => {
  const { push, fill, orders, open } = await setUp();
  await fill(order({ orderId: 'a' }));
  await push(order({ orderId: 'a', status: 'fulfilled' }));
  await push(order({ orderId: 'b' }));
  await push(order({ orderId: 'c' }));
  const listed = async (ledger = orders) => {
    const keys: string[] = [];
    for await (const key of ledger.keys()) keys.push(key);
    return keys.sort();
  };
  expect(await listed()).toEqual(['a', 'b', 'c']);
  await orders.write([{ key: 'b', fingerprint: null, forget: true }]);
  expect(await listed()).toEqual(['a', 'c']);
  await orders.close();
  expect(await listed(await open('orders', 'relay'))).toEqual(['a', 'c']);
});

it('counts an order once that the other has sent between the plan and its turn', async () => {
  const { push, fill, orders } = await setUp();
  let isFirst = true;
  const reserve = orders.reserve?.bind(orders);
  orders.reserve = async (keys, signal) => {
    if (isFirst) await push(order({ status: 'fulfilled' }));
    isFirst = false;
    if (reserve === undefined) throw new Error('it has one');
    return reserve(keys, signal);
  };
  expect(await fill(order())).toMatchObject({ read: 1, unchanged: 1, accepted: 0 });
});

/** A database that all write. */
function database(salt: string) {
  const held = new Map<string, { entry: LedgerWrite; time: number }>();
  const elsewhere: SentElsewhere = {
    salt,
    dated: (key) => Promise.resolve(held.get(key)),
    async *list() {
      for (const { entry } of held.values()) yield entry;
      await Promise.resolve();
    },
    write(entries) {
      for (const { forget, ...entry } of entries) {
        if (forget === true) held.delete(entry.key);
        else held.set(entry.key, { entry, time: Date.now() });
      }
      return Promise.resolve();
    },
    reserve: () => Promise.resolve(() => Promise.resolve()),
    close: () => Promise.resolve(),
  };
  return { held, elsewhere };
}

it('reads what was sent on other machines, and tells them what is sent here', async () => {
  const { client, sent, sandbox } = await setUp();
  const { held, elsewhere } = database('salt of the database');
  const folder = await tempFolder();
  const place = { folder, company: 'c', origin: 'https://api.example.com', elsewhere };
  const orders = await openFileLedger({ ...place, name: 'orders' });
  onTestFinished(() => orders.close());
  expect(orders.salt).toBe('salt of the database');
  const fill = async (...some: ReturnType<typeof order>[]) =>
    (await backfill(client, some, { totals: 'none', ledger: orders })).records;
  expect(await fill(order())).toMatchObject({ accepted: 1 });
  expect(held.get('1001')?.entry).toMatchObject({ order: { status: 'placed' } });
  // A relay elsewhere sends a later state, and another order.
  const known = (keys: readonly string[]) => keys.map((key) => held.get(key)?.entry);
  const ledger = {
    ...elsewhere,
    read: (keys: readonly string[]) => Promise.resolve(known(keys)),
    readOrders: (keys: readonly string[]) => Promise.resolve(known(keys).map((one) => one?.order)),
  };
  await new Promise((resolve) => setTimeout(resolve, 2));
  for (const one of [order({ status: 'fulfilled' }), order({ orderId: '1002' })]) {
    expect(await pushChanged(client, one, { ledger })).toBe('sent');
  }
  expect(await fill(order({ status: 'fulfilled' }), order({ orderId: '1002' }))).toMatchObject({
    unchanged: 2,
    accepted: 0,
  });
  expect(sent()).toEqual(['placed', 'fulfilled', 'placed']);
  const listed: string[] = [];
  for await (const { key } of orders.list()) listed.push(key);
  expect(listed.sort()).toEqual(['1001', '1002']);
  await orders.write([{ key: '1002', fingerprint: null, forget: true }]);
  expect([...held.keys()]).toEqual(['1001']);
  expect(sandbox.orders.size).toBe(2);
});
