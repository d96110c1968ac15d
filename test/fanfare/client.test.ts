import {
  FanfareClient,
  FanfareConflictError,
  FanfareError,
  FanfareNotFoundError,
} from 'sequenzy-fanfare';
import { createFanfareSandbox, type FanfareOptions } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { afterEach, describe, expect, it } from 'vitest';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A sandbox over HTTP, and a client of it. */
async function setUp(options: FanfareOptions = {}) {
  const sandbox = createFanfareSandbox(options);
  const server = await listen(sandbox);
  closing.push(() => server.close());
  const fanfare = new FanfareClient({
    apiKey: 'sk_live_sandbox',
    baseUrl: `${server.url}${options.basePath ?? '/api/v1'}`,
    ...(options.names === undefined ? {} : { names: options.names }),
    random: () => 0,
  });
  return { sandbox, fanfare };
}

const sneaker = { name: 'Sneaker', url: 'https://shop.example/sneaker' };
const missing = '00000000-0000-4000-8000-000000000000';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe.each<FanfareOptions>([
  { basePath: '/api', paging: 'cursor' },
  { basePath: '/api/v1', paging: 'none' },
  {
    basePath: '/api',
    names: { quantity: 'stockCount', inventoryPolicy: 'stockPolicy', currency: 'iso' },
  },
])('the client, against the API as %j', (dialect) => {
  it('creates, reads, changes and archives a product', async () => {
    const { fanfare, sandbox } = await setUp(dialect);
    const { id = '' } = await fanfare.products.create({ ...sneaker, metadata: { line: 'kids' } });
    expect(await fanfare.products.get(id)).toMatchObject({
      ...sneaker,
      metadata: { line: 'kids' },
      productMediaAssets: [],
    });
    expect(await fanfare.products.get(id, { include: ['variants'] })).not.toHaveProperty(
      'productMediaAssets',
    );
    const changed = await fanfare.products.update(id, { name: 'Runner', description: null });
    expect(changed).toMatchObject({ name: 'Runner', url: sneaker.url, description: null });
    expect(await fanfare.products.archive(id)).toMatchObject({ id, archived: true });
    expect(sandbox.products.get(id)?.archived).toBe(true);
  });

  it('updates the product of the same sync source instead of creating another, and finds it', async () => {
    const { fanfare, sandbox } = await setUp(dialect);
    const primarySyncSource = { syncSource: 'shopify', syncSourceId: '42' };
    const first = await fanfare.products.create({ ...sneaker, primarySyncSource });
    const second = await fanfare.products.create({ ...sneaker, name: 'Two', primarySyncSource });
    expect(second.id).toBe(first.id);
    expect(sandbox.products.size).toBe(1);
    const query = { syncSource: 'shopify', syncSourceId: '42' };
    const [found] = await fanfare.products.search(query, { include: ['variants'] });
    expect(found).toMatchObject({ name: 'Two', variants: [] });
    expect(await fanfare.products.search({ syncSource: 'etsy' })).toEqual([]);
  });

  it('lists every product, page by page, with what is included', async () => {
    const { fanfare, sandbox } = await setUp(dialect);
    sandbox.seedProducts(
      Array.from({ length: 7 }, (_, index) => ({
        ...sneaker,
        name: `Sneaker ${String(index)}`,
        images: ['https://cdn.example/1.jpg'],
        variants: [{ sku: `S-${String(index)}`, price: '1.10', currency: 'EUR', quantity: index }],
      })),
    );
    const listed = await all(
      fanfare.products.list({ pageSize: 3, include: ['variants', 'mediaAssets'] }),
    );
    expect(listed.map(({ name }) => name)).toEqual([...sandbox.products].map(({ name }) => name));
    expect(listed[6]).toMatchObject({
      productMediaAssets: [{ mediaAsset: { publicUrl: 'https://cdn.example/1.jpg' } }],
      variants: [
        { sku: 'S-6', price: '1.10', quantity: 6, currency: 'EUR', inventoryPolicy: 'limited' },
      ],
    });
  });

  it('adds, lists, changes, reorders and removes media assets', async () => {
    const { fanfare } = await setUp(dialect);
    const { id = '' } = await fanfare.products.create(sneaker);
    const side = await fanfare.mediaAssets.add(id, { sourceUrl: 'https://cdn.example/side.jpg' });
    const top = await fanfare.mediaAssets.add(id, { sourceUrl: 'https://cdn.example/top.jpg' });
    const ids = [top, side].map(({ mediaAssetId = '' }) => mediaAssetId);
    const reordered = await fanfare.mediaAssets.reorder(id, ids);
    expect(reordered.map(({ position }) => position)).toEqual([1, 0]);
    expect(
      await fanfare.mediaAssets.update(id, top.id ?? '', { purpose: 'hero', altText: 'Top' }),
    ).toMatchObject({ purpose: 'hero', mediaAsset: { altText: 'Top' } });
    await fanfare.mediaAssets.remove(id, side.id ?? '');
    expect(await fanfare.mediaAssets.list(id)).toMatchObject([{ id: top.id, position: 0 }]);
  });

  it('assigns, lists and removes options, and is told why one has to stay', async () => {
    const { fanfare } = await setUp(dialect);
    const { id = '' } = await fanfare.products.create(sneaker);
    const size = await fanfare.variantOptions.create({
      name: 'Size',
      displayName: 'Size',
      initialValues: [{ value: '9', displayValue: 'Nine' }],
    });
    const optionId = size.id ?? '';
    const assigned = await fanfare.variantOptions.assign(id, [{ optionId, required: true }]);
    expect(assigned).toMatchObject([{ optionId, required: true, values: [{ value: '9' }] }]);
    const variant = await fanfare.variants.create(id, {
      sku: 'SN-9',
      options: [{ optionId, value: '9' }],
    });
    const removal = fanfare.variantOptions.remove(id, optionId);
    await expect(removal).rejects.toBeInstanceOf(FanfareConflictError);
    await expect(removal).rejects.toMatchObject({
      serverMessage: 'Cannot remove: variants exist',
      attempts: 1,
    });
    await fanfare.variants.delete(id, variant.id ?? '');
    await fanfare.variantOptions.remove(id, optionId);
    expect(await fanfare.variantOptions.list(id)).toEqual([]);
  });

  it('creates, lists, changes and deletes variants, with prices as they are written', async () => {
    const { fanfare, sandbox } = await setUp(dialect);
    const { id = '' } = await fanfare.products.create(sneaker);
    const given = { price: '139.90', currency: 'JPY', inventoryPolicy: 'open' } as const;
    const created = await fanfare.variants.create(id, { sku: 'SN-9', quantity: 3, ...given });
    expect(created).toMatchObject({ sku: 'SN-9', quantity: 3, ...given });
    const { quantity = 'inventoryQuantity' } = dialect.names ?? {};
    expect(sandbox.products.get(id)?.variants?.[0]?.[quantity]).toBe(3);
    const changes = { price: '139.00', quantity: 0, inventoryPolicy: 'limited' } as const;
    await fanfare.variants.update(id, created.id ?? '', changes);
    expect(await fanfare.variants.list(id)).toMatchObject([{ sku: 'SN-9', ...changes }]);
    await fanfare.variants.delete(id, created.id ?? '');
    expect(await fanfare.variants.list(id)).toEqual([]);
  });

  it('says Product not found, with the one error class of all clients', async () => {
    const { fanfare } = await setUp(dialect);
    const reading = fanfare.products.get(missing);
    await expect(reading).rejects.toBeInstanceOf(FanfareNotFoundError);
    await expect(reading).rejects.toBeInstanceOf(FanfareError);
    await expect(reading).rejects.toMatchObject({ serverMessage: 'Product not found' });
  });

  it('says which fields the API refuses', async () => {
    const { fanfare } = await setUp(dialect);
    const { id = '' } = await fanfare.products.create(sneaker);
    await expect(fanfare.variants.create(id, { sku: 'S', currency: 'euro' })).rejects.toThrow(
      /: 400 Validation failed: \w+ expected an ISO 4217 code/,
    );
  });
});

describe('what may have arrived', () => {
  const lost = { times: 1, do: { kind: 'reset', when: 'after-work' } } as const;

  it('is not created a second time without a sync source, and is with one', async () => {
    const { fanfare, sandbox } = await setUp({ faults: [lost] });
    await expect(fanfare.products.create(sneaker)).rejects.toMatchObject({
      ambiguous: true,
      attempts: 1,
    });
    expect(sandbox.products.size).toBe(1);
    const again = await setUp({ faults: [lost] });
    const primarySyncSource = { syncSource: 'shopify', syncSourceId: '42' };
    await again.fanfare.products.create({ ...sneaker, primarySyncSource });
    expect(again.sandbox.products.size).toBe(1);
    expect(again.sandbox.requests).toHaveLength(2);
  });

  it('is deleted when it is gone the second time', async () => {
    const { fanfare, sandbox } = await setUp();
    const [product] = sandbox.seedProducts([{ ...sneaker, variants: [{ sku: 'S' }] }]);
    sandbox.faults.add(lost);
    await fanfare.variants.delete(product?.id ?? '', product?.variants?.[0]?.id ?? '');
    expect(sandbox.requests.map(({ status }) => status)).toEqual([undefined, 404]);
  });

  it('is repeated after a 500 for changes and reading', async () => {
    const { fanfare, sandbox } = await setUp({
      faults: [{ times: 1, do: { kind: 'server-error' } }],
    });
    sandbox.seedProducts([sneaker]);
    expect(await all(fanfare.products.list())).toHaveLength(1);
    expect(sandbox.requests).toHaveLength(2);
  });
});
