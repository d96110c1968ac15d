import { describe, expect, it } from 'vitest';
import { fanfare } from '../../../testing/fanfare.ts';
import type { FanfareOptions } from '../options.ts';

interface Page {
  readonly data: { readonly name: string }[];
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null };
}

function filled(options: FanfareOptions) {
  const { sandbox, ask } = fanfare(options);
  sandbox.seedProducts(
    Array.from({ length: 45 }, (_, index) => ({
      name: `p${index}`,
      url: `https://shop.example/${index}`,
      archived: index === 3,
      primarySyncSource: { syncSource: index === 7 ? 'wix' : 'shopify', syncSourceId: `${index}` },
    })),
  );
  const page = async (query: string) => (await ask('GET', `/products?${query}`)).body as Page;
  return { ask, page };
}

const names = (products: readonly { readonly name: string }[]) => products.map(({ name }) => name);

describe('GET /products', () => {
  it('answers everything as a bare array under /api/v1, and only what is included', async () => {
    const { ask } = filled({});
    const { body } = await ask('GET', '/products?first=2');
    expect(body).toHaveLength(45);
    expect(body).not.toHaveProperty('0.variants');
    const full = await ask('GET', '/products?include=variants,mediaAssets');
    expect(full.body).toMatchObject([
      { variants: [], productMediaAssets: [] },
      ...Array<object>(44).fill({}),
    ]);
  });

  it('goes through all pages by cursor under /api, forwards', async () => {
    const { page } = filled({ basePath: '/api' });
    const first = await page('');
    expect(names(first.data)).toHaveLength(20);
    const second = await page(`first=24&after=${first.pageInfo.endCursor ?? ''}`);
    const third = await page(`after=${second.pageInfo.endCursor ?? ''}`);
    expect(names(third.data)).toEqual(['p44']);
    expect(new Set(names([...first.data, ...second.data, ...third.data])).size).toBe(45);
    expect(await page(`after=${third.pageInfo.endCursor ?? ''}`)).toEqual({
      data: [],
      pageInfo: { startCursor: null, endCursor: null },
    });
  });

  it('goes back by before, counted by last or by first', async () => {
    const { page } = filled({ paging: 'cursor' });
    const end = await page('last=2');
    expect(names(end.data)).toEqual(['p43', 'p44']);
    for (const count of ['last', 'first']) {
      const previous = await page(`${count}=2&before=${end.pageInfo.startCursor ?? ''}`);
      expect(names(previous.data)).toEqual(['p41', 'p42']);
    }
  });

  it.each([
    'first=0',
    'first=101',
    'first=x',
    'last=0',
    'after=nonsense',
    'before=eyJpZCI6IngifQ==',
  ])('refuses %s', async (query) => {
    const { ask } = filled({ paging: 'cursor' });
    expect((await ask('GET', `/products?${query}`)).status).toBe(400);
  });

  it('shows archived products unless told to hide them', async () => {
    const listed = await filled({ paging: 'cursor' }).page('first=5');
    expect(names(listed.data)).toContain('p3');
    const hidden = await filled({ paging: 'cursor', archived: 'hidden' }).page('first=5');
    expect(names(hidden.data)).toEqual(['p0', 'p1', 'p2', 'p4', 'p5']);
  });
});

describe('GET /products/search', () => {
  it('answers a bare array of what has the sync source', async () => {
    const { ask } = filled({ basePath: '/api' });
    const search = async (query: string) => (await ask('GET', `/products/search?${query}`)).body;
    expect(await search('syncSource=shopify&syncSourceId=3')).toMatchObject([{ name: 'p3' }]);
    expect(await search('syncSource=shopify&syncSourceId=7')).toEqual([]);
    expect(await search('syncSource=wix')).toMatchObject([{ name: 'p7' }]);
    expect((await ask('GET', '/products/search')).status).toBe(400);
  });
});
