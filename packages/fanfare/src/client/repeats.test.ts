import { readFile } from 'node:fs/promises';
import { answer, ManualClock, networkError, scriptedFetch, type Step } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { FanfareClient } from './client.ts';

const product = { name: 'Sneaker', url: 'https://shop.example/sneaker' };
const primarySyncSource = { syncSource: 'shopify', syncSourceId: '42' };

type Ask = (fanfare: FanfareClient, replay?: boolean) => Promise<unknown>;

/** Takes everything out of it. */
async function drained(items: AsyncGenerator): Promise<void> {
  while ((await items.next()).done !== true);
}

/** Every row of the README's table: the method, the request it makes, what it is answered, and how it is asked. */
const always: readonly (readonly [string, string, unknown, Ask])[] = [
  ['products.list', 'GET /products?first=100', [], ({ products }) => drained(products.list())],
  [
    'products.listRaw',
    'GET /products?first=100',
    [],
    ({ products }) => drained(products.listRaw()),
  ],
  [
    'products.search',
    'GET /products/search?syncSource=shopify&syncSourceId=42&include=variants',
    [],
    ({ products }) => products.search(primarySyncSource, { include: ['variants'] }),
  ],
  ['products.get', 'GET /products/p', { id: 'p' }, ({ products }) => products.get('p')],
  ['products.update', 'PUT /products/p', { id: 'p' }, ({ products }) => products.update('p', {})],
  ['products.archive', 'DELETE /products/p', { id: 'p' }, ({ products }) => products.archive('p')],
  [
    'mediaAssets.list',
    'GET /products/p/media-assets',
    [],
    ({ mediaAssets }) => mediaAssets.list('p'),
  ],
  [
    'mediaAssets.update',
    'PUT /products/p/media-assets/a',
    { id: 'a' },
    ({ mediaAssets }) => mediaAssets.update('p', 'a', { position: 1 }),
  ],
  [
    'mediaAssets.reorder',
    'PUT /products/p/media-assets/reorder',
    [],
    ({ mediaAssets }) => mediaAssets.reorder('p', ['b', 'a']),
  ],
  [
    'mediaAssets.remove',
    'DELETE /products/p/media-assets/a',
    '',
    ({ mediaAssets }) => mediaAssets.remove('p', 'a'),
  ],
  [
    'variantOptions.list',
    'GET /products/p/variant-options',
    [],
    ({ variantOptions }) => variantOptions.list('p'),
  ],
  [
    'variantOptions.assign',
    'POST /products/p/variant-options',
    [],
    ({ variantOptions }) => variantOptions.assign('p', [{ optionId: 'o' }]),
  ],
  [
    'variantOptions.remove',
    'DELETE /products/p/variant-options/o',
    '',
    ({ variantOptions }) => variantOptions.remove('p', 'o'),
  ],
  ['variants.list', 'GET /products/p/variants', [], ({ variants }) => variants.list('p')],
  [
    'variants.update',
    'PUT /products/p/variants/v',
    { id: 'v' },
    ({ variants }) => variants.update('p', 'v', { price: '1.00' }),
  ],
  [
    'variants.delete',
    'DELETE /products/p/variants/v',
    '',
    ({ variants }) => variants.delete('p', 'v'),
  ],
];

const onlyWithReplay: readonly (readonly [string, string, Ask])[] = [
  [
    'mediaAssets.add',
    'POST /products/p/media-assets',
    ({ mediaAssets }, replay = false) =>
      mediaAssets.add('p', { sourceUrl: 'https://cdn.example/1.jpg' }, { replay }),
  ],
  [
    'variantOptions.create',
    'POST /variant-options',
    ({ variantOptions }, replay = false) =>
      variantOptions.create({ name: 'Size', displayName: 'Size' }, { replay }),
  ],
  [
    'variants.create',
    'POST /products/p/variants',
    ({ variants }, replay = false) => variants.create('p', { sku: 'SN-9' }, { replay }),
  ],
];

/** What leaves, and what becomes of it, when the answers are these. */
async function outcome(ask: Ask, script: Step[], replay?: boolean) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const fanfare = new FanfareClient({
    apiKey: 'k',
    fetch: server.fetch,
    clock,
    random: () => 0.5,
    maxRetries: 1,
  });
  const error: unknown = await clock.run(
    ask(fanfare, replay).then(
      () => undefined,
      (reason: unknown) => reason,
    ),
  );
  const sent = server.requests.map(({ request: { method, url } }) => {
    const { pathname, search } = new URL(url);
    return `${method} ${pathname.replace(/^\/api/, '')}${search}`;
  });
  return { error, sent };
}

const reset = () => networkError('ECONNRESET');
const ambiguous = { code: 'connection', ambiguous: true };

describe('after a connection that broke while the answer was awaited', () => {
  it.each(always)('%s sends %s again', async (_, request, body, ask) => {
    const { error, sent } = await outcome(ask, [reset(), answer(200, body)]);
    expect(error).toBeUndefined();
    expect(sent).toEqual([request, request]);
    const twice = await outcome(ask, [reset(), reset()]);
    expect(twice.error).toMatchObject({ ...ambiguous, attempts: 2 });
  });

  it.each(onlyWithReplay)(
    '%s sends %s again only where replay says so',
    async (_, request, ask) => {
      const once = await outcome(ask, [reset()]);
      expect(once.error).toMatchObject({ ...ambiguous, attempts: 1 });
      expect(once.sent).toEqual([request]);
      const again = await outcome(ask, [reset(), answer(200, { id: 'x' })], true);
      expect(again).toEqual({ error: undefined, sent: [request, request] });
    },
  );

  it.each([
    ['no sync source', product, undefined, 1],
    ['null for a sync source', { ...product, primarySyncSource: null }, undefined, 1],
    ['a sync source', { ...product, primarySyncSource }, undefined, 2],
    ['replay', product, true, 2],
  ])('products.create with %s leaves as often as that is safe', async (_, given, replay, times) => {
    const ask: Ask = ({ products }, repeated = false) =>
      products.create(given, { replay: repeated });
    const { error, sent } = await outcome(ask, [reset(), answer(200, { id: 'p' })], replay);
    expect(sent).toEqual(Array<string>(times).fill('POST /products'));
    if (times === 1) expect(error).toMatchObject({ ...ambiguous, attempts: 1 });
    else expect(error).toBeUndefined();
  });

  it('every method does what the table of the README says', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `(\w+\.\w+)\(.*\| (\S.*?) +\|$/gm)];
    const told = rows.map(([, method = '', repeated = '']) => [method, repeated]);
    expect(new Map(told.map(([method = '', repeated = '']) => [method, repeated]))).toEqual(
      new Map([
        ['products.create', 'with a sync source: an upsert'],
        ...always.map(([method]) => [method, 'yes'] as const),
        ...onlyWithReplay.map(([method]) => [method, 'with `replay: true`'] as const),
      ]),
    );
  });
});

const removals = always.filter(([, request]) => /^DELETE .*\/.*\/.*\//.test(request));

describe('what is removed', () => {
  it.each(removals)('by %s is gone when %s is told so the second time', async (...[, , , ask]) => {
    const gone = answer(404, { error: 'Product not found' });
    expect(await outcome(ask, [reset(), gone])).toMatchObject({ error: undefined });
  });

  it.each(removals)('by %s was never there when %s is told so at once', async (...[, , , ask]) => {
    const { error, sent } = await outcome(ask, [answer(404, { error: 'Product not found' })]);
    expect(error).toMatchObject({ code: 'not-found', serverMessage: 'Product not found' });
    expect(sent).toHaveLength(1);
  });

  it.each(removals)('by %s may stay, and the answer to %s says why', async (...[, , , ask]) => {
    const conflict = answer(409, { error: 'Cannot remove: variants exist' });
    const { error } = await outcome(ask, [reset(), conflict]);
    expect(error).toMatchObject({ code: 'conflict', ambiguous: true, attempts: 2 });
  });
});
