import {
  SequenzyCommerce,
  type ClientOptions,
  type Ledger,
  type LedgerWrite,
  type Product,
} from 'sequenzy-commerce';
import { planStock, updateStock } from 'sequenzy-commerce/stock';
import { createSandbox, type FaultRule, type SandboxOptions } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { describe, expect, it, onTestFinished } from 'vitest';

/** The SDK against the sandbox over real HTTP. */
async function setUp(sandboxOptions: SandboxOptions = {}, options: ClientOptions = {}) {
  const sandbox = createSandbox(sandboxOptions);
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    baseUrl: server.url,
    rateLimit: false,
    ...options,
  });
  return { sandbox, sequenzy, url: server.url };
}

const products = (count: number): Product[] =>
  Array.from({ length: count }, (_, id) => ({
    productId: `p-${String(id)}`,
    title: `Product ${String(id)}`,
    priceCents: 100 + id,
    currency: 'USD',
  }));

describe('the SDK on a real connection', () => {
  it('puts 250 products in with three requests', async () => {
    const { sandbox, sequenzy } = await setUp();
    const result = await sequenzy.products.upsert(products(250));
    expect(result).toMatchObject({
      status: 'completed',
      records: { read: 250, accepted: 250 },
      requests: { sent: 3, retried: 0, rateLimited: 0 },
      differences: 0,
    });
    expect(result.outcomes).toHaveLength(250);
    expect(sandbox.products.size).toBe(250);
  });

  it('clears by null, keeps by absence, and removes all variants by []', async () => {
    const { sequenzy } = await setUp();
    const variants = [{ variantId: 'v', title: 'V', sku: 'S', priceCents: 5 }];
    await sequenzy.products.upsert([
      { productId: 'a', title: 'A', description: 'old', url: 'https://x.example/a', variants },
    ]);
    await sequenzy.products.upsert([{ productId: 'a', title: 'A', description: null }]);
    expect(await sequenzy.products.get('a')).toMatchObject({
      description: null,
      url: 'https://x.example/a',
      variants: [{ variantId: 'v', sku: 'S' }],
    });
    await sequenzy.products.upsert([{ productId: 'a', title: 'A', variants: [] }]);
    expect((await sequenzy.products.get('a')).variants).toEqual([]);
  });

  it('is let in at the rate the server enforces, without earning a 429', async () => {
    const { sandbox, sequenzy } = await setUp({ rateLimit: true }, { rateLimit: {} });
    const startedAt = performance.now();
    const result = await sequenzy.products.upsert(products(4500));
    expect(result).toMatchObject({ status: 'completed', requests: { sent: 45, rateLimited: 0 } });
    expect(sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
    expect(performance.now() - startedAt).toBeGreaterThan(2000);
  });

  it('waits out a 429 for everybody at once', async () => {
    const faults: FaultRule[] = [
      { times: 2, do: { kind: 'rate-limited', retryAfter: 'milliseconds', waitMs: 300 } },
    ];
    const { sequenzy } = await setUp({ faults });
    const result = await sequenzy.products.upsert(products(400));
    expect(result).toMatchObject({ status: 'completed', requests: { rateLimited: 2, retried: 0 } });
  });

  it('stops a run whose key is refused, with every record accounted for', async () => {
    const { sequenzy } = await setUp({}, { apiKey: 'seq_live_wrong' });
    const result = await sequenzy.products.upsert(products(1000));
    expect(result).toMatchObject({
      status: 'stopped',
      stoppedBy: { code: 'authentication', status: 401 },
      records: { read: 1000, accepted: 0, notAttempted: 1000 },
    });
    expect(result.outcomes.every(({ status }) => status === 'notAttempted')).toBe(true);
  });

  it('finds the bad products of a refused batch, whatever the server says of them', async () => {
    const bad = (productId: string, details: boolean) =>
      ({ do: { kind: 'bad-product', productId, details } }) as const;
    const { sandbox, sequenzy } = await setUp({ faults: [bad('p-7', false), bad('p-150', true)] });
    const result = await sequenzy.products.upsert(products(300));
    expect(result.records).toMatchObject({ accepted: 298, rejected: 2 });
    expect(sandbox.products.size).toBe(298);
    const rejected = result.outcomes.filter(({ status }) => status === 'rejected');
    expect(rejected.map(({ key }) => key)).toEqual(['p-7', 'p-150']);
  });

  it('splits what is too large for the server', async () => {
    const { sequenzy } = await setUp({ faults: [{ do: { kind: 'too-large', maxBytes: 4000 } }] });
    expect((await sequenzy.products.upsert(products(200))).records.accepted).toBe(200);
  });
});

describe('changing only stock', () => {
  const stored: Product[] = [
    { productId: 'cap', title: 'Cap', inStock: true, description: 'kept' },
    {
      productId: 'tee',
      title: 'Tee',
      currency: 'USD',
      variants: [
        {
          variantId: 'red',
          title: 'Red',
          sku: 'T-R',
          priceCents: 1999,
          inventoryQuantity: 3,
          options: [{ name: 'Colour', value: 'Red' }],
        },
        { variantId: 'blue', title: 'Blue', sku: 'T-B', priceCents: 2099, inventoryQuantity: 0 },
      ],
    },
    {
      productId: 'mug',
      title: 'Mug',
      variants: [
        {
          variantId: 'always',
          title: 'Always',
          sku: 'TWICE',
          inventoryQuantity: -2,
          inStock: true,
        },
      ],
    },
    {
      productId: 'pot',
      title: 'Pot',
      variants: [{ variantId: 'pot-1', title: 'Pot', sku: 'TWICE', inventoryQuantity: 1 }],
    },
  ];

  it('keeps every variant and every field, sends only products that changed, and says what matched nothing', async () => {
    const { sandbox, sequenzy } = await setUp({ record: 'all' });
    await sequenzy.products.upsert(stored);
    const before = await sequenzy.products.get('tee');
    await sequenzy.backInStock.register({
      productId: 'tee',
      variantId: 'blue',
      customer: { email: 'ada@example.com' },
    });
    const changes = [
      { sku: 'T-B', quantity: 12 },
      { productId: 'cap', quantity: 0 },
      { variantId: 'red', quantity: 3 },
      { variantId: 'always', quantity: -3 },
      { productId: 'pot', quantity: 1 },
      { sku: 'nowhere', quantity: 1 },
      { sku: 'TWICE', quantity: 1 },
      { productId: 'tee', quantity: 1 },
      { quantity: 1 },
    ];
    const plan = await planStock(sequenzy, changes);
    expect(plan.changes).toMatchObject({ restockedProducts: 0, restockedVariants: 1 });
    const outcomes: [number, string][] = [];
    const result = await updateStock(sequenzy, changes, {
      onOutcome: ({ index, status }) => outcomes.push([index, status]),
    });
    expect(result).toMatchObject({
      status: 'partial',
      records: { read: 9, accepted: 4, unchanged: 1, rejected: 4, notAttempted: 0 },
      requests: { sent: 1 },
      backInStockEventsTriggered: 1,
    });
    expect(outcomes.sort(([one], [other]) => one - other).map(([, status]) => status)).toEqual([
      'accepted', 'accepted', 'accepted', 'accepted', 'unchanged', 'rejected', 'rejected', 'rejected', 'rejected',
    ]); // prettier-ignore
    const after = await sequenzy.products.get('tee');
    expect(after.variants).toMatchObject([
      { ...before.variants?.[0] },
      { ...before.variants?.[1], inventoryQuantity: 12, inStock: true },
    ]);
    expect(await sequenzy.products.get('cap')).toMatchObject({
      inStock: false,
      description: 'kept',
    });
    expect((await sequenzy.products.get('mug')).variants).toMatchObject([
      { inStock: true, inventoryQuantity: -3 },
    ]);
    const upserts = sandbox.requests.filter(({ method }) => method === 'POST').length;
    expect(upserts).toBe(3);
  });

  it('leaves a product with the feed it came from', async () => {
    const { sequenzy } = await setUp();
    const written: LedgerWrite[] = [];
    const ledger: Ledger = {
      read: (keys) =>
        Promise.resolve(keys.map((key) => written.findLast((entry) => entry.key === key))),
      write: (entries) => Promise.resolve(void written.push(...entries)),
    };
    const cap = { productId: 'cap', title: 'Cap', inStock: true };
    await sequenzy.products.upsert([cap], { ledger, feed: 'shop' });
    await updateStock(sequenzy, [{ productId: 'cap', inStock: false }], { ledger });
    expect(written.at(-1)).toMatchObject({ stock: { inStock: false }, feed: 'shop' });
  });

  it('lets the last row win: a count says by itself whether there is stock', async () => {
    const { sequenzy } = await setUp();
    await sequenzy.products.upsert([{ productId: 'cap', title: 'Cap', inStock: false }]);
    const result = await updateStock(sequenzy, [
      { productId: 'cap', inStock: true },
      { productId: 'cap', quantity: 0 },
    ]);
    expect(result).toMatchObject({ records: { unchanged: 2 }, requests: { sent: 0 } });
    expect(await sequenzy.products.get('cap')).toMatchObject({ inStock: false });
  });
});
