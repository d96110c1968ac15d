import { answer, ManualClock, scriptedFetch, type Step } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { FanfareClient } from './client.ts';
import type { MediaAssetInput } from '../inputs/media-asset.ts';
import type { FanfareClientOptions } from '../settings/options.ts';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function setUp(script: Step[], options: FanfareClientOptions = {}) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const fanfare = new FanfareClient({
    apiKey: 'sk_live_secret',
    fetch: server.fetch,
    clock,
    random: () => 0.5,
    ...options,
  });
  const urls = () => server.requests.map(({ request }) => request.url);
  const list = () => clock.run(all(fanfare.products.list()));
  return { clock, fanfare, server, urls, list };
}

describe('the address of the API', () => {
  it.each([
    [undefined, 'https://admin.fanfare.io/api/products/p'],
    ['https://fan.example', 'https://fan.example/api/products/p'],
    ['https://fan.example/api/v1/', 'https://fan.example/api/v1/products/p'],
    ['https://proxy.example/fanfare', 'https://proxy.example/fanfare/products/p'],
    ['https://proxy.example/fan/api', 'https://proxy.example/fan/api/products/p'],
  ])('%s leads to %s', async (baseUrl, url) => {
    const { fanfare, clock, urls } = setUp(
      [answer(200, { id: 'p' })],
      baseUrl === undefined ? {} : { baseUrl },
    );
    await clock.run(fanfare.products.get('p'));
    expect(urls()).toEqual([url]);
  });

  it('goes without a key nowhere', () => {
    expect(() => new FanfareClient({ apiKey: '' })).toThrow('set FANFARE_SECRET_KEY');
  });
});

describe('the list', () => {
  it.each<[string, unknown]>([
    ['a bare array', [{ name: 'A' }]],
    ['data alone', { data: [{ name: 'A' }] }],
    [
      'a page that is the last',
      { data: [{ name: 'A' }], pageInfo: { hasNextPage: false, endCursor: 'x' } },
    ],
    ['a page without a cursor', { data: [{ name: 'A' }], pageInfo: { endCursor: null } }],
  ])('of %s is all there is', async (_, body) => {
    const { list, server } = setUp([answer(200, body)]);
    expect(await list()).toEqual([{ name: 'A' }]);
    expect(server.requests).toHaveLength(1);
  });

  it('goes on after the cursor until a page is empty, however short one is', async () => {
    const { list, urls } = setUp([
      answer(200, { data: [{ name: 'A' }], pageInfo: { endCursor: 'one' } }),
      answer(200, { data: [{ name: 'B' }], pageInfo: { endCursor: 'two' } }),
      answer(200, { data: [], pageInfo: { endCursor: null } }),
    ]);
    expect(await list()).toEqual([{ name: 'A' }, { name: 'B' }]);
    expect(urls().map((url) => new URL(url).search)).toEqual([
      '?first=100',
      '?first=100&after=one',
      '?first=100&after=two',
    ]);
  });

  it('goes on behind an empty page that says so, and takes a number for a cursor', async () => {
    const { list, urls } = setUp([
      answer(200, { data: [], pageInfo: { hasNextPage: true, endCursor: 40 } }),
      answer(200, { data: [{ name: 'A' }], pageInfo: { hasNextPage: false, endCursor: 80 } }),
    ]);
    expect(await list()).toEqual([{ name: 'A' }]);
    expect(new URL(urls().at(1) ?? '').search).toBe('?first=100&after=40');
  });

  it('takes the names it is told', async () => {
    const { fanfare, clock, urls } = setUp(
      [
        answer(200, { items: [{ name: 'A' }], paging: { next: 'one' } }),
        answer(200, { items: [] }),
      ],
      {
        names: {
          first: 'limit',
          after: 'cursor',
          data: 'items',
          pageInfo: 'paging',
          endCursor: 'next',
        },
      },
    );
    const listed = await clock.run(all(fanfare.products.list({ pageSize: 5 })));
    expect(listed).toEqual([{ name: 'A' }]);
    expect(urls().at(1)).toContain('?limit=5&cursor=one');
  });

  it('is never taken to be at its end where it is not understood', async () => {
    const page = () => answer(200, { data: [{ name: 'A' }], pageInfo: { endCursor: 'one' } });
    await expect(setUp([page, page]).list()).rejects.toThrow('starts over instead of continuing');
    await expect(setUp([answer(200, { products: [] })]).list()).rejects.toThrow(
      'an answer without a list of products under "data"',
    );
  });

  it.each([
    [{ pageInfo: { hasNextPage: true } }, 'but "pageInfo.endCursor" does not say behind which one'],
    [{ meta: { nextCursor: 'x' } }, '"meta.nextCursor" tells of more products'],
    [{ has_more: true }, '"has_more" tells of more'],
    [{ total: 2 }, '"total" tells of more'],
    [{ meta: { pagination: { totalPages: 3 } } }, '"meta.pagination.totalPages" tells of more'],
    [{ links: { next: 'https://x.example/2' } }, '"links.next" tells of more'],
    [{ links: [{ rel: 'self' }, { rel: 'next' }] }, '"links" tells of more'],
    [{ meta: { current_page: 1, last_page: 3 } }, '"meta.last_page" tells of more'],
    [{ isLastPage: false }, '"isLastPage" tells of more'],
    [{ cursor: 'x' }, '"cursor" tells of more'],
    [{ page_info: { start_cursor: 'x', end_cursor: 'x' } }, '"page_info.end_cursor" tells of more'],
  ])('is refused where %j tells of products behind it', async (paging, message) => {
    const { list } = setUp([answer(200, { data: [{ name: 'A' }], ...paging })]);
    await expect(list()).rejects.toThrow(message);
  });

  it('is refused where the header Link tells of another page, also of a bare array', async () => {
    for (const body of [[{ name: 'A' }], { data: [{ name: 'A' }] }]) {
      const link = (rel: string) => ({ link: `<https://x.example/products?page=2>; rel="${rel}"` });
      expect(await setUp([answer(200, body, link('prev'))]).list()).toHaveLength(1);
      const { list } = setUp([answer(200, body, link('next'))]);
      await expect(list()).rejects.toThrow('"header Link" tells of more products');
    }
  });

  it('is refused where something stands in it that is no product', async () => {
    for (const odd of [null, 'A', ['A']]) {
      const { list } = setUp([answer(200, { data: [{ name: 'A' }, odd] })]);
      await expect(list()).rejects.toThrow('a list that holds something else than products');
    }
  });

  it('is whole when a total has been reached over all pages, and refused where an empty page comes before', async () => {
    const page = (name: string, rest: object) => answer(200, { data: [{ name }], ...rest });
    const totals = { meta: { total: 2, totalPages: 2 } };
    const first = () => page('A', { ...totals, pageInfo: { endCursor: 'one' } });
    const whole = setUp([first(), page('B', { ...totals, pageInfo: { endCursor: null } })]);
    expect(await whole.list()).toEqual([{ name: 'A' }, { name: 'B' }]);
    for (const rest of [{ total: 2 }, { meta: { nextCursor: 'x' } }, { totalPages: 3 }]) {
      const empty = answer(200, { data: [], pageInfo: { endCursor: 'two' }, ...rest });
      await expect(setUp([first(), empty]).list()).rejects.toThrow('tells of more products');
    }
  });

  it.each([
    { meta: { nextCursor: null, total: 1, totalPages: 1 } },
    { hasMore: false, links: { next: '' } },
    { success: true, requestId: 'r', isLastPage: true, meta: { last_page: 1 } },
    { pageInfo: { startCursor: 'x', endCursor: null }, included: [{ nextDrop: 'x', total: 9 }] },
  ])('is whole where %j tells of nothing behind it', async (paging) => {
    const { list } = setUp([answer(200, { data: [{ name: 'A' }], ...paging })]);
    expect(await list()).toEqual([{ name: 'A' }]);
  });
});

describe('a list below a product', () => {
  it.each([
    ['search', (fanfare: FanfareClient) => fanfare.products.search({ syncSource: 'shopify' })],
    ['variants', (fanfare: FanfareClient) => fanfare.variants.list('p')],
    ['media assets', (fanfare: FanfareClient) => fanfare.mediaAssets.list('p')],
    ['variant options', (fanfare: FanfareClient) => fanfare.variantOptions.list('p')],
  ])('of %s is not empty because the answer is none', async (_, ask) => {
    const { fanfare, clock } = setUp([answer(200, { page: 1 })]);
    await expect(clock.run(ask(fanfare))).rejects.toThrow('an answer without a list');
  });
});

describe('a product', () => {
  it('keeps fields nobody documented and decimals as they are written', async () => {
    const wire = { id: 'p', campaign: { x: 1 }, variants: [{ price: '139.90', weird: true }] };
    const { fanfare, clock } = setUp([answer(200, wire)]);
    expect(await clock.run(fanfare.products.get('p'))).toEqual(wire);
  });

  it('loses what has another type than documented, and only that', async () => {
    const wire = { id: 'p', name: 5, variants: [{ sku: 'A', inventoryQuantity: 'three' }] };
    const { fanfare, clock } = setUp([answer(200, wire)]);
    expect(await clock.run(fanfare.products.get('p'))).toEqual({
      id: 'p',
      variants: [{ sku: 'A', inventoryQuantity: 'three' }],
    });
  });

  it('with a price that is a number is not sent', async () => {
    const { fanfare, server } = setUp([]);
    // Not every caller has types.
    const variant = { sku: 'A', price: 139.9 } as unknown as { sku: string };
    await expect(fanfare.variants.create('p', variant)).rejects.toThrow(
      'expected a string, got 139.9',
    );
    expect(server.requests).toEqual([]);
  });

  it.each([
    [{ quantity: '' }, 'names.quantity expected a name'],
    [{ first: 'after' }, 'names give "after" to two parameters of the list'],
    [{ first: 'include' }, 'names give "include" to two parameters of the list'],
    [{ data: 'pageInfo' }, 'names give "pageInfo" to two members of a page'],
  ])('cannot be asked for with the names %j', (names, message) => {
    expect(() => new FanfareClient({ apiKey: 'k', names })).toThrow(message);
  });

  it('is asked for with the default of a name that is undefined', async () => {
    // Not every caller has types.
    const names = { first: undefined } as unknown as { first: string };
    const { list, urls } = setUp([answer(200, [])], { names });
    await list();
    expect(urls()[0]).toContain('?first=100');
  });

  it.each([
    [{}, 'media asset does not fit the API: expected either sourceUrl or mediaAssetId, got'],
    [
      { sourceUrl: 'https://x.example/1.jpg', mediaAssetId: 'm' },
      'expected either sourceUrl or mediaAssetId',
    ],
    [{ sourceUrl: 'no address' }, 'sourceUrl expected a URL, got "no address"'],
    [{ mediaAssetId: 5 }, 'mediaAssetId expected a string, got 5'],
    [{ mediaAssetId: 'm', position: -1 }, 'position expected 0 or more, got -1'],
  ])('is not given the media asset %j', async (asset, message) => {
    const { fanfare, server } = setUp([]);
    // Not every caller has types.
    const adding = fanfare.mediaAssets.add('p', asset as unknown as MediaAssetInput);
    await expect(adding).rejects.toThrow(message);
    expect(server.requests).toEqual([]);
  });

  it.each([
    [
      'an order with one asset twice',
      (one: FanfareClient) => one.mediaAssets.reorder('p', ['a', 'a']),
    ],
    ['an empty search', (one: FanfareClient) => one.products.search({} as { syncSource: string })],
    [
      'an include that is no list',
      (one: FanfareClient) => one.products.get('p', { include: 'variants' as unknown as [] }),
    ],
  ])('is not asked for with %s', async (_, ask) => {
    const { fanfare, server } = setUp([]);
    await expect(ask(fanfare)).rejects.toMatchObject({ code: 'validation' });
    expect(server.requests).toEqual([]);
  });

  it.each([{}, [], { page: 1 }, { data: [] }])('is not what %j is', async (body) => {
    const { fanfare, clock } = setUp([answer(200, body), answer(200, body), answer(200, body)]);
    const { products, mediaAssets, variantOptions } = fanfare;
    await expect(clock.run(products.get('p'))).rejects.toThrow('an answer without a record');
    if (Array.isArray(body) || 'data' in body) return;
    await expect(clock.run(variantOptions.assign('p', []))).rejects.toThrow('without a list');
    await expect(clock.run(mediaAssets.reorder('p', []))).rejects.toThrow('without a list');
  });

  it('may stand under data', async () => {
    const { fanfare, clock } = setUp([answer(200, { data: { id: 'p' } })]);
    expect(await clock.run(fanfare.products.get('p'))).toEqual({ id: 'p' });
  });

  it.each<[unknown, object]>([
    [{ data: { id: 'p', archived: true } }, { id: 'p', archived: true }],
    [
      { id: 'p', archived: true },
      { id: 'p', archived: true },
    ],
    ['', {}],
    [{ success: true }, {}],
  ])('is archived, whatever the answer: %j', async (body, product) => {
    const { fanfare, clock } = setUp([answer(200, body)]);
    expect(await clock.run(fanfare.products.archive('p'))).toEqual(product);
  });

  it('cannot have two fields of one name', () => {
    expect(() => new FanfareClient({ apiKey: 'k', names: { quantity: 'price' } })).toThrow(
      'names give "price" to two fields of a variant',
    );
  });
});
