import { SequenzyCommerce, type Clock, type Product, type Variant } from 'sequenzy-commerce';
import { updateStock } from 'sequenzy-commerce/stock';
import { createSandbox, type Sandbox, type SandboxOptions } from 'sequenzy-sandbox';
import { ManualClock } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';

/** The SDK against the sandbox; `edit` changes what the list answers. */
function setUp(options: SandboxOptions = {}, edit?: (body: unknown) => unknown, clock?: Clock) {
  const sandbox = createSandbox(options);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request);
    if (edit === undefined || request.method !== 'GET') return response;
    return Response.json(edit(await response.json()), response);
  };
  const sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    baseUrl: 'http://localhost',
    rateLimit: false,
    maxRetries: 0,
    fetch,
    ...(clock && { clock }),
  });
  return { sandbox, sequenzy };
}

const variant = (id: string, more: Partial<Variant> = {}): Variant => ({
  variantId: id,
  title: id,
  ...more,
});

/** A product with one variant, which states its stock only where it is given. */
const lamp = (id: number, stock: Partial<Variant> = {}): Product => ({
  productId: `lamp-${String(id)}`,
  title: 'Lamp',
  variants: [variant(`lamp-${String(id)}-1`, stock)],
});

const lamps = (count: number, stock: Partial<Variant> = {}): Product[] =>
  Array.from({ length: count }, (_, id) => lamp(id, stock));

const soldOut = { inStock: false, inventoryQuantity: 0 };

function reads({ requests }: Sandbox): string[] {
  return requests.filter(({ method }) => method === 'GET').map(({ path }) => path);
}

function available({ products }: Sandbox): number {
  return [...products].filter(({ variants }) => variants[0]?.inStock === true).length;
}

describe('variants without stock', () => {
  it('keep what is stored, with quantities, and say which of them are new', async () => {
    const { sandbox, sequenzy } = setUp();
    const stored = [variant('s', { inventoryQuantity: 5 }), variant('m', soldOut), variant('l')];
    sandbox.seedProducts([{ productId: 'tee', title: 'Tee', inStock: false, variants: stored }]);
    const sent = [variant('s'), variant('m'), variant('xl'), variant('l', { inStock: false })];
    const result = await sequenzy.products.upsert([
      { productId: 'tee', title: 'New tee', variants: sent },
      { productId: 'mug', title: 'Mug', variants: [variant('mug-1')] },
      { productId: 'cap', title: 'Cap', variants: [variant('cap-1', { inventoryQuantity: 2 })] },
      { productId: 'pin', title: 'Pin' },
    ]);
    expect(result).toMatchObject({
      status: 'completed',
      requests: { sent: 1 },
      stock: { products: 2, carried: 2, unknown: 2, others: 0, requests: 1 },
    });
    expect(sandbox.products.get('tee')).toMatchObject({
      title: 'New tee',
      variants: [
        { variantId: 's', inStock: true, inventoryQuantity: 5 },
        { variantId: 'm', inStock: false, inventoryQuantity: 0 },
        { variantId: 'xl', inStock: true },
        { variantId: 'l', inStock: false },
      ],
    });
    const [{ input } = { input: undefined }] = result.outcomes;
    expect(input).toEqual({ productId: 'tee', title: 'New tee', variants: sent });
  });

  it('leave a product as it is that states no stock at all, also where it loses its variants', async () => {
    const { sandbox, sequenzy } = setUp();
    sandbox.seedProducts(lamps(2, soldOut));
    await sequenzy.products.upsert([lamp(0), { ...lamp(1), variants: [] }]);
    expect(sandbox.products.get('lamp-0')).toMatchObject({ inStock: false });
    expect(sandbox.products.get('lamp-1')).toMatchObject({ inStock: false, variants: [] });
  });

  it('are read one by one, or by the page where those are fewer requests', async () => {
    for (const [count, hint, expected] of [
      [2, { products: 2, stored: 250 }, 2],
      [2, { products: 2 }, 1],
      [4, { products: 4 }, 3],
      [230, {}, 3],
      [1, {}, 1],
      [0, {}, 0],
    ] as const) {
      const { sandbox, sequenzy } = setUp();
      sandbox.seedProducts(lamps(250, soldOut));
      const result = await sequenzy.products.sync(lamps(count), { stockReads: hint });
      expect(result.stock).toEqual({
        products: count,
        carried: count,
        unknown: 0,
        others: 0,
        unread: 0,
        requests: expected,
      });
      expect(reads(sandbox)).toHaveLength(expected);
      expect(available(sandbox)).toBe(0);
    }
  });

  it('are looked up by themselves where the list has a gap', async () => {
    const { sandbox, sequenzy } = setUp({}, (body) => {
      const { products, ...rest } = body as { products?: { productId: string }[] };
      return products === undefined
        ? rest
        : { ...rest, products: products.filter(({ productId }) => productId !== 'lamp-7') };
    });
    sandbox.seedProducts(lamps(20, soldOut));
    const { stock } = await sequenzy.products.sync(lamps(20));
    expect(stock).toEqual({
      products: 20,
      carried: 20,
      unknown: 0,
      others: 0,
      unread: 0,
      requests: 2,
    });
    expect(available(sandbox)).toBe(0);
  });

  it('follow what the run itself has sent of the product', async () => {
    const { sandbox, sequenzy } = setUp();
    sandbox.seedProducts(lamps(120));
    const source = [...lamps(110), lamp(0, soldOut), lamp(111), ...lamps(110)];
    const { status } = await sequenzy.products.sync(source, { concurrency: 1 });
    expect(status).toBe('completed');
    expect(sandbox.products.get('lamp-0')).toMatchObject({ variants: [soldOut] });
    expect(available(sandbox)).toBe(119);
  });

  it('are not sent where their stock cannot be read', async () => {
    const { sandbox, sequenzy } = setUp({}, () => ({ success: true }));
    sandbox.seedProducts(lamps(3, soldOut));
    const one = await sequenzy.products.upsert([lamp(0), { productId: 'pin', title: 'Pin' }]);
    expect(one).toMatchObject({
      status: 'partial',
      outcomes: [
        {
          status: 'rejected',
          reasons: [{ message: expect.stringContaining('cannot be read') as string }],
        },
        { status: 'accepted' },
      ],
    });
    const list = await sequenzy.products.upsert(lamps(3));
    expect(list).toMatchObject({ status: 'stopped', records: { notAttempted: 3 } });
    expect(list.outcomes).toMatchObject(Array(3).fill({ status: 'notAttempted' }));
    expect(available(sandbox)).toBe(0);
  });

  it('are not sent after a 404 that is not the API’s own', async () => {
    const { sandbox, sequenzy } = setUp();
    sandbox.seedProducts(lamps(1, soldOut));
    sandbox.faults.add({ on: { method: 'GET' }, do: { kind: 'html', status: 404 } });
    const result = await sequenzy.products.upsert(lamps(1));
    expect(result).toMatchObject({ records: { accepted: 0, rejected: 1 } });
    expect(available(sandbox)).toBe(0);
  });

  it('count towards maxRestocks before anything leaves', async () => {
    const { sandbox, sequenzy } = setUp();
    const stored = [variant('s', soldOut), variant('m', soldOut)];
    sandbox.seedProducts([{ productId: 'tee', title: 'Tee', variants: stored }]);
    const variants = [variant('s', { inStock: true }), variant('m')];
    const result = await sequenzy.products.upsert([{ productId: 'tee', title: 'Tee', variants }], {
      maxRestocks: 1,
    });
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'ceiling' } });
    expect(sandbox.products.get('tee')).toMatchObject({ inStock: false });
  });

  it('stay within the size of a body when stock is added', async () => {
    const { sandbox, sequenzy } = setUp();
    sandbox.seedProducts(lamps(50, soldOut));
    const bytes = JSON.stringify({ products: lamps(50) }).length;
    const result = await sequenzy.products.sync(lamps(50), { maxBodyBytes: bytes });
    expect(result).toMatchObject({ status: 'completed', requests: { sent: 2 } });
  });

  it('are read by a plan, which sends nothing, and not again by the run after it', async () => {
    const { sandbox, sequenzy } = setUp();
    sandbox.seedProducts(lamps(250, soldOut));
    const lit = [variant('lamp-0-1', { inStock: true }), variant('lamp-0-2')];
    const source = (): Product[] => [...lamps(120), { ...lamp(0), variants: lit }, lamp(1)];
    const plan = await sequenzy.products.plan(source(), { maxRestocks: 0, concurrency: 1 });
    expect(plan).toMatchObject({
      status: 'completed',
      changes: { restockedProducts: 1, restockedVariants: 1 },
      stock: { products: 122, carried: 121, unknown: 1, requests: 3 },
    });
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    const { stockReads } = plan;
    const run = await sequenzy.products.sync(source(), { stockReads, concurrency: 1 });
    expect(run).toMatchObject({ changes: plan.changes, stock: { requests: 0 } });
    expect(available(sandbox)).toBe(1);
  });

  it('are read again when the plan is older than five minutes', async () => {
    const clock = new ManualClock();
    const { sandbox, sequenzy } = setUp({}, undefined, clock);
    sandbox.seedProducts(lamps(1, soldOut));
    const { stockReads } = await sequenzy.products.plan(lamps(1));
    await updateStock(sequenzy, [{ variantId: 'lamp-0-1', quantity: 3 }]);
    await clock.advance(300_001);
    await sequenzy.products.sync(lamps(1), { stockReads });
    expect(available(sandbox)).toBe(1);
  });

  it('keep other fields too where these are named, and only those that the source leaves out', async () => {
    const { sandbox, sequenzy } = setUp();
    const old = { ...soldOut, sku: 'S', priceCents: 900, compareAtPriceCents: 1200 };
    sandbox.seedProducts(lamps(3, old));
    const source = [
      lamp(0, { inStock: true }),
      lamp(1, { inStock: true, sku: null }),
      lamp(2, { inStock: true, sku: 'T' }),
    ];
    const stored = (id: number): unknown => sandbox.products.get(`lamp-${String(id)}`)?.variants[0];
    const keep = ['sku', 'compareAtPriceCents'] as const;
    const { stock } = await sequenzy.products.upsert(source, { stockReads: { keep } });
    expect(stock).toEqual({
      products: 0,
      carried: 0,
      unknown: 0,
      others: 1,
      unread: 0,
      requests: 1,
    });
    expect(stored(0)).toMatchObject({ inStock: true, sku: 'S' });
    expect(stored(0)).not.toMatchObject({ compareAtPriceCents: 1200 });
    expect([stored(1), stored(2)]).toMatchObject([{ sku: null }, { sku: 'T' }]);
  });
});
