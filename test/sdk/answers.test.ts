import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  SequenzyCommerce,
  type DeliveryResult,
  type Ledger,
  type LedgerEntry,
  type Outcome,
} from 'sequenzy-commerce';
import { backfill } from 'sequenzy-commerce/backfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What the server answers, whatever it is asked. */
let body: string;
let status = 200;
/** Bodies of the first answers; `body` is that of the rest. */
let first: string[] = [];
let asked = 0;
let sequenzy: SequenzyCommerce;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    asked += 1;
    const text = first.shift() ?? body;
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    baseUrl: `http://127.0.0.1:${String(port)}`,
    rateLimit: false,
    maxRetries: 0,
  });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function says(json: unknown, with_ = 200): void {
  body = typeof json === 'string' && json.startsWith('<') ? json : JSON.stringify(json);
  status = with_;
  asked = 0;
  first = [];
}

class MemoryLedger implements Ledger {
  readonly entries = new Map<string, LedgerEntry>();

  read(keys: readonly string[]) {
    return Promise.resolve(keys.map((key) => this.entries.get(key)));
  }

  write(entries: Parameters<Ledger['write']>[0]) {
    for (const { key, ...entry } of entries) this.entries.set(key, entry);
    return Promise.resolve();
  }

  /** What a next run would not send again. */
  get remembered(): string[] {
    return [...this.entries].flatMap(([key, { fingerprint }]) =>
      fingerprint === null ? [] : [key],
    );
  }
}

const tee = { productId: 'tee', title: 'Tee' };
const order = {
  orderId: '1001',
  totalCents: 4999,
  currency: 'USD',
  orderedAt: '2026-03-02T09:30:00Z',
  customer: { email: 'ada@example.com' },
};

interface Told {
  readonly result: DeliveryResult;
  readonly outcomes: readonly Outcome[];
  readonly remembered: readonly string[];
}

async function syncProducts(products = [tee]): Promise<Told> {
  const ledger = new MemoryLedger();
  const { outcomes, ...result } = await sequenzy.products.upsert(products, {
    ledger,
    concurrency: 1,
  });
  return { result, outcomes, remembered: ledger.remembered };
}

async function backfillOrders(orders = [order], concurrency = 1): Promise<Told> {
  const ledger = new MemoryLedger();
  const outcomes: Outcome[] = [];
  const result = await backfill(sequenzy, orders, {
    totals: 'none',
    ledger,
    concurrency,
    accountForAll: true,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return { result, outcomes, remembered: ledger.remembered };
}

/** Answers that contradict a delivery of any kind, and how they are told. */
const contradictions: readonly (readonly [unknown, string])[] = [
  [null, 'null instead of an object'],
  [[], '[] instead of an object'],
  [7, '7 instead of an object'],
  ['ok', '"ok" instead of an object'],
  [true, 'true instead of an object'],
  [{ error: 'database down' }, 'an error: database down'],
  [{ error: { code: 'X', message: 'It broke' } }, 'an error: It broke'],
  [{ success: true, errors: ['one is bad'] }, 'an error: one is bad'],
  [{ success: true, errors: [{ index: 0, message: 'is bad' }] }, 'an error: is bad'],
  [{ success: true, errors: { title: 'is bad' } }, 'an error: {"title":"is bad"}'],
  [{ success: true, failed: 1 }, 'an error: 1'],
  [{ success: false }, 'success false'],
  [{ success: 'false', message: 'Try later' }, 'success "false": Try later'],
  [{ success: 'No' }, 'success "No"'],
  [{ Success: false, Message: 'Try later' }, 'success false: Try later'],
  [{ error_message: 'It broke' }, 'an error: It broke'],
  [{ Error: 'It broke' }, 'an error: It broke'],
  [{ success: 0 }, 'success 0'],
  [{ ok: false }, 'success false'],
  [{ status: 'error' }, 'status "error"'],
  [{ result: 'ERROR' }, 'result "ERROR"'],
  [{ exception: 'NullPointerException' }, 'an error: NullPointerException'],
  [{ status: 'FAILED', message: 'No disk' }, 'status "FAILED": No disk'],
  [{ statusCode: 500, message: 'Internal' }, 'statusCode 500: Internal'],
  [{ data: { error: 'database down' } }, 'an error: database down'],
  [{ success: true, data: { success: false } }, 'success false'],
  [{ result: { errors: [{ message: 'is bad' }] } }, 'an error: is bad'],
  [{ Response: { Status: 'failed', message: 'No disk' } }, 'Status "failed": No disk'],
  [{ data: [{ ok: 'no' }] }, 'success "no"'],
];

/** Answers that say nothing against one. */
const confirmations: readonly unknown[] = [
  {},
  { success: true },
  { success: 'true', error: null, errors: [], failed: 0 },
  { success: true, error: '', anything: { else: ['there', 'is'] } },
  { ok: true, status: 'done' },
  { success: true, data: { id: 'x', error: null, failed: 0 } },
  { data: null, result: [], response: 'done' },
  { data: { attributes: { error: 'two levels down' } } },
];

describe('an answer to products', () => {
  it.each<readonly [unknown, string]>([
    ...contradictions,
    [{ success: true, upserted: 0 }, '0 of 1 products upserted, and the others not named'],
    [{ upserted: 0, products: [] }, '0 of 1 products upserted, and the others not named'],
    [{ upserted: 1, products: [{ productId: 'cap' }] }, 'another product than was sent: "cap"'],
    [
      { upserted: 1, products: [{ productId: 'tee', error: 'bad price' }] },
      'an error about "tee": bad price',
    ],
    [{ products: [{ productId: 'tee', success: 'no' }] }, 'success "no" about "tee"'],
    [{ data: { upserted: 0 } }, '0 of 1 products upserted, and the others not named'],
    [{ data: { products: [{ productId: 'cap' }] } }, 'another product than was sent: "cap"'],
  ])('%j: unknown, and not remembered', async (json, what) => {
    says(json);
    const { result, outcomes, remembered } = await syncProducts();
    expect(result).toMatchObject({ status: 'partial', records: { accepted: 0, unknown: 1 } });
    const error = { code: 'contradiction', message: `POST /api/v1/products: 200 with ${what}` };
    expect(outcomes).toMatchObject([{ status: 'unknown', key: 'tee', error }]);
    expect(remembered).toEqual([]);
  });

  it.each([
    ...confirmations,
    { success: true, upserted: 1 },
    { upserted: 0, products: [{ productId: 'tee' }] },
    { upserted: 'many', products: [{ id: 'x' }] },
    { upserted: 2, products: [{ productId: 'own-id', providerProductId: 'tee' }] },
    { success: true, created: 0, updated: 1 },
    { data: { upserted: 0, products: [{ productId: 'tee' }] } },
  ])('%j: accepted', async (json) => {
    says(json);
    const { result, remembered } = await syncProducts();
    expect(result).toMatchObject({ status: 'completed', records: { accepted: 1, unknown: 0 } });
    expect(remembered).toEqual(['tee']);
  });

  it('that has no body: accepted', async () => {
    says({});
    body = '';
    expect((await syncProducts()).result.records.accepted).toBe(1);
  });

  it('that counts fewer and names some: these are accepted, the others unknown', async () => {
    const products = Array.from({ length: 100 }, (_, index) => ({
      productId: `p-${String(index)}`,
      title: 'A product',
    }));
    says({ success: true, upserted: 40, products: products.slice(0, 40) });
    const { result, remembered } = await syncProducts(products);
    expect(result).toMatchObject({ status: 'partial', records: { accepted: 40, unknown: 60 } });
    expect(remembered).toHaveLength(40);
    says({ success: true, upserted: 40 });
    expect((await syncProducts(products)).result.records).toMatchObject({ unknown: 100 });
    const [first] = products;
    says({ success: true, upserted: 100, products: [{ ...first, error: 'bad price' }] });
    const rest = { accepted: 99, unknown: 1 };
    expect((await syncProducts(products)).result.records).toMatchObject(rest);
  });
});

describe('an answer to an order', () => {
  it.each<readonly [unknown, string]>([
    ...contradictions,
    [{ success: true, queued: false }, 'queued false'],
    [{ success: true, queued: 'no' }, 'queued "no"'],
    [{ success: true, queued: true, orderId: '999' }, 'another orderId than "1001": "999"'],
    [{ orderId: 999 }, 'another orderId than "1001": 999'],
    [{ data: { queued: false } }, 'queued false'],
    [{ result: { orderId: '999' } }, 'another orderId than "1001": "999"'],
  ])('%j: unknown, and not remembered', async (json, what) => {
    says(json, 202);
    const { result, outcomes, remembered } = await backfillOrders();
    expect(result).toMatchObject({ status: 'partial', records: { accepted: 0, unknown: 1 } });
    const message = `POST /api/v1/orders: 202 with ${what}`;
    const reasons = [{ path: '', message: `It is not known whether it has arrived: ${message}` }];
    expect(outcomes).toMatchObject([{ status: 'unknown', reasons, error: { message } }]);
    expect(remembered).toEqual([]);
    const pushed = sequenzy.orders.push(order);
    await expect(pushed).rejects.toMatchObject({ code: 'contradiction', message, ambiguous: true });
  });

  it.each([
    ...confirmations,
    { success: true, queued: true, jobId: 'j', orderId: '1001', status: 'placed' },
    { orderId: 1001, queued: 1, status: 'cancelled' },
    { orderId: null, queued: null },
    { data: { orderId: '1001', queued: true } },
  ])('%j: accepted', async (json) => {
    says(json, 202);
    const { result, remembered } = await backfillOrders();
    expect(result).toMatchObject({ status: 'completed', records: { accepted: 1 } });
    expect(remembered).toEqual(['1001']);
    await sequenzy.orders.push(order);
  });
});

describe('an answer to a deletion', () => {
  it.each<readonly [unknown, string] | readonly [unknown, string, number]>([
    ...contradictions,
    [{ deleted: false }, 'deleted false'],
    [{ success: true, deleted: 0 }, 'deleted 0'],
    [{ deleted: 'no' }, 'deleted "no"'],
    [{ deleted: 'cap' }, 'deleted "cap"'],
    [{ deleted: [] }, 'deleted []'],
    [{ deleted: true, productId: 'cap' }, 'another productId than "tee": "cap"'],
    [{ data: { deleted: false } }, 'deleted false'],
    [{ data: { deleted: 'cap' } }, 'deleted "cap"'],
    [{ data: { productId: 'cap' } }, 'another productId than "tee": "cap"'],
    ['<h1>Not found</h1>', 'an answer that does not come from the API', 404],
    [null, 'an answer that does not come from the API: null', 404],
    [{ error: 'Not Found', statusCode: 404, message: 'Cannot DELETE /' }, 'an answer that does not come from the API: Not Found', 404],
    [{ message: 'no Route matched' }, 'an answer that does not come from the API: {"message":"no Route matched"}', 404],
  ])('%j: not deleted', async (json, what, code = 200) => {
    says(json, code);
    const message = `DELETE /api/v1/products/tee: ${String(code)} with ${what}`;
    const error = { code: 'contradiction', message, ambiguous: true };
    await expect(sequenzy.products.delete('tee')).rejects.toMatchObject(error);
  }); // prettier-ignore

  it.each([
    ...confirmations,
    { success: true, deleted: true },
    { deleted: 1 },
    { deleted: 'tee' },
    { deleted: ['tee'] },
    { data: { deleted: true, productId: 'tee' } },
  ])('%j: deleted', async (json) => {
    says(json);
    expect(await sequenzy.products.delete('tee')).toEqual({ deleted: true });
  });

  it('that is the API’s own 404: there is none', async () => {
    says({ success: false, error: 'Product not found' }, 404);
    const error = { code: 'not-found', isOwnWord: true };
    await expect(sequenzy.products.delete('tee')).rejects.toMatchObject(error);
  });
});

describe('an answer to single events', () => {
  const customer = { email: 'ada@example.com' };

  it.each(contradictions)('%j: an error', async (json, what) => {
    says(json);
    const error = { code: 'contradiction', message: expect.stringContaining(what) as string };
    const checkout = sequenzy.checkouts.track({ checkoutId: 'c1', customer });
    await expect(checkout).rejects.toMatchObject(error);
    const request = sequenzy.backInStock.register({ productId: 'tee', customer });
    await expect(request).rejects.toMatchObject(error);
  });

  it('about another one: an error', async () => {
    says({ success: true, checkoutId: 'c2' });
    const checkout = sequenzy.checkouts.track({ checkoutId: 'c1', customer });
    await expect(checkout).rejects.toThrow('another checkoutId than "c1": "c2"');
  });
});

describe('an answer to a question', () => {
  it.each([
    null,
    [],
    { error: 'database down' },
    { success: 'false' },
    { success: true },
    { products: [], data: { error: 'database down' } },
  ])('%j is no empty list', async (json) => {
    says(json);
    const first = sequenzy.products.list().next();
    await expect(first).rejects.toMatchObject({ code: 'contradiction', ambiguous: false });
  });
});

describe('a run', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    ...order,
    orderId: String(index),
    customer: { email: `c${String(index)}@example.com` },
  }));

  it('ends after three contradictions in a row', async () => {
    says({ error: 'database down' });
    const { result } = await backfillOrders(many);
    expect(asked).toBe(3);
    expect(result).toMatchObject({
      status: 'stopped',
      records: { read: 1000, unknown: 3, notAttempted: 997 },
      stoppedBy: {
        code: 'contradiction',
        message:
          '3 answers in a row contradict themselves. The last one: POST /api/v1/orders: 200 with an error: database down',
      },
    });
  });

  it.each([2, 4, 8])('with %i requests at once leaves unknown what was under way', async (most) => {
    says({ error: 'database down' });
    const { result } = await backfillOrders(many, most);
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(asked).toBeLessThanOrEqual(Math.max(3, most));
    expect(result).toMatchObject({ status: 'stopped', records: { unknown: asked } });
  });

  it('continues when an answer settles something before the third', async () => {
    says({ success: true });
    const doubt = '{"ok":false}';
    first = [doubt, doubt, '{}', doubt, doubt, '{}', doubt, doubt];
    const { result } = await backfillOrders(many.slice(0, 20), 2);
    expect(result).toMatchObject({ status: 'partial', records: { accepted: 14, unknown: 6 } });
  });
});

describe('the notifications that an upsert has triggered', () => {
  const shirt = {
    productId: 'tee',
    title: 'Tee',
    variants: [{ variantId: 'red', title: 'Red', inStock: true }],
  };

  it.each([
    [0, 0],
    [2, 2],
    [3, 0],
    [-1, 0],
    [0.5, 0],
    ['1', 0],
    [1e21, 0],
    [{}, 0],
  ])('are %j: %i counted', async (count, counted) => {
    says({ success: true, backInStockEventsTriggered: count });
    const warnings: string[] = [];
    const { backInStockEventsTriggered, status } = await sequenzy.products.upsert([shirt], {
      onWarning: (sentence) => warnings.push(sentence),
      maxRestocks: 2,
    });
    expect({ backInStockEventsTriggered, status }).toEqual({
      backInStockEventsTriggered: counted,
      status: 'completed',
    });
    expect(warnings).toHaveLength(count === counted ? 0 : 1);
  });
});
