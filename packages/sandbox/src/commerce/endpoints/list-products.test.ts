import { readProductListReply } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { call, upsert } from '../../testing/call.ts';

function filled() {
  const sandbox = createSandbox();
  sandbox.seedProducts(
    Array.from({ length: 60 }, (_, index) => ({ productId: `p${index}`, title: `Shirt ${index}` })),
  );
  sandbox.seedProducts([{ productId: 'p1', title: 'Stripe Hat' }], { provider: 'stripe' });
  return sandbox;
}

async function list(query: string) {
  return readProductListReply((await call(filled(), 'GET', `/products${query}`)).body);
}

describe('GET /products', () => {
  it('pages by 50 in order of creation until hasMore is false', async () => {
    const first = await list('');
    expect(first.pagination).toEqual({ count: 50, hasMore: true, limit: 50, offset: 0, total: 61 });
    expect(first.products?.[0]?.productId).toBe('p0');
    const second = await list('?offset=50');
    expect(second.pagination).toEqual({
      count: 11,
      hasMore: false,
      limit: 50,
      offset: 50,
      total: 61,
    });
    expect((await list('?offset=61')).pagination).toMatchObject({ count: 0, hasMore: false });
  });

  it('filters by provider and by title without case', async () => {
    expect((await list('?provider=stripe')).products).toMatchObject([
      { title: 'Stripe Hat', provider: 'stripe' },
    ]);
    expect((await list('?provider=api')).pagination?.total).toBe(60);
    expect((await list('?search=sHIRT%205')).pagination?.total).toBe(11);
  });

  it.each(['?limit=0', '?limit=101', '?limit=x', '?offset=-1', '?provider=ebay'])(
    'refuses %s',
    async (query) => {
      expect((await call(filled(), 'GET', `/products${query}`)).status).toBe(400);
    },
  );

  it('gets and deletes by the percent-encoded id, and only what came through this API', async () => {
    const sandbox = filled();
    await upsert(sandbox, { productId: 'a/b c%', title: 'Odd' });
    const path = `/products/${encodeURIComponent('a/b c%')}`;
    expect((await call(sandbox, 'GET', path)).body).toMatchObject({
      success: true,
      product: { title: 'Odd' },
    });
    expect((await call(sandbox, 'DELETE', path)).body).toEqual({ success: true, deleted: true });
    expect((await call(sandbox, 'GET', path)).status).toBe(404);
    expect((await call(sandbox, 'DELETE', path)).status).toBe(404);
    expect((await call(sandbox, 'DELETE', '/products/p1')).status).toBe(200);
    expect((await call(sandbox, 'GET', '/products/p1')).status).toBe(404);
    expect([...sandbox.products].map((product) => product.title)).toContain('Stripe Hat');
    expect(sandbox.products.size).toBe(60);
  });
});
