import { setupServer } from 'msw/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sandboxHandlers } from '../../msw.ts';
import { listen } from '../../server.ts';
import { fanfare } from '../../testing/fanfare.ts';
import { createFanfareSandbox } from './fanfare-sandbox.ts';

const mug = { name: 'Mug', url: 'https://shop.example/mug' };
const headers = { authorization: 'Bearer sk_live_sandbox' };

describe('the Fanfare sandbox', () => {
  it('lets in secret keys only, and logs none', async () => {
    const { ask, sandbox } = fanfare({ apiKey: ['sk_live_sandbox', 'sk_live_other'] });
    for (const authorization of ['', 'Bearer sk_live_unknown']) {
      const reply = await ask('GET', '/products', undefined, { authorization });
      expect(reply).toMatchObject({ status: 401, body: { error: 'Secret key required' } });
    }
    const other = { authorization: 'Bearer sk_live_other' };
    expect((await ask('GET', '/products', undefined, other)).status).toBe(200);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([401, 401, 200]);
    expect(JSON.stringify(sandbox.requests)).not.toContain('sk_live');
  });

  it('answers 404 outside of its base path and 405 with the methods there are', async () => {
    const { sandbox, ask } = fanfare({ basePath: '/api' });
    const outside = await sandbox.fetch('https://admin.fanfare.io/api/v1/products', { headers });
    expect(outside.status).toBe(404);
    const reply = await ask('PATCH', '/products/x');
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, PUT, DELETE']);
  });

  it('holds 1,000 requests a minute for all keys together', async () => {
    const { ask } = fanfare({ rateLimit: true, apiKey: ['sk_live_sandbox', 'sk_live_other'] });
    for (let sent = 0; sent < 1000; sent += 1) await ask('GET', '/products/none');
    const other = { authorization: 'Bearer sk_live_other' };
    const reply = await ask('GET', '/products', undefined, other);
    expect(reply).toMatchObject({
      status: 429,
      body: { error: 'Rate limit exceeded', retryAfter: 60 },
    });
    expect(reply.headers.get('retry-after')).toBe('60');
  });

  it('meets faults by path, in its own shape', async () => {
    const { ask, sandbox } = fanfare({
      faults: [
        { on: { path: '/products' }, times: 1, do: { kind: 'server-error', when: 'after-work' } },
        { on: { path: '/products/search' }, do: { kind: 'rate-limited', retryAfter: 'none' } },
      ],
    });
    const reply = await ask('POST', '/products', mug);
    expect(reply).toMatchObject({ status: 500, body: { error: 'Something went wrong' } });
    expect((await ask('GET', '/products/search')).body).toEqual({ error: 'Rate limit exceeded' });
    expect(sandbox.products.size).toBe(1);
    sandbox.faults.add({ do: { kind: 'reset', when: 'before-work' } });
    await expect(ask('GET', '/products')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('holds thousands of products with variants, images and options', () => {
    const { sandbox } = fanfare();
    const seeds = Array.from({ length: 2000 }, (_, index) => ({
      ...mug,
      images: [
        'https://cdn.example/a.jpg',
        { sourceUrl: 'https://cdn.example/b.jpg', position: 7 },
      ],
      variants: ['S', 'M'].map((size) => ({
        sku: `${index}-${size}`,
        price: '12.50',
        quantity: index,
        options: { Size: size },
      })),
    }));
    sandbox.seedProducts(seeds);
    expect([sandbox.products.size, sandbox.variantOptions.size]).toEqual([2000, 1]);
    const last = [...sandbox.products].at(-1);
    expect(last?.productMediaAssets?.map(({ position }) => position)).toEqual([0, 7]);
    expect(last?.variants).toMatchObject([
      { sku: '1999-S', inventoryQuantity: 1999, options: [{ optionName: 'Size', value: 'S' }] },
      { sku: '1999-M', inventoryPolicy: 'limited', options: [{ optionName: 'Size', value: 'M' }] },
    ]);
  });

  it('refuses seeds the API would refuse, names that collide and a sync source twice', () => {
    const { sandbox } = fanfare();
    expect(() => sandbox.seedProducts([{ ...mug, url: 'x' }])).toThrow('expected a URL');
    expect(() => sandbox.seedProducts([{ ...mug, variants: [{ sku: '' }] }])).toThrow();
    const seed = { ...mug, primarySyncSource: { syncSource: 'wix', syncSourceId: '1' } };
    expect(() => sandbox.seedProducts([seed, seed])).toThrow(RangeError);
    expect(() => createFanfareSandbox({ names: { quantity: 'sku' } })).toThrow(RangeError);
    expect(() => createFanfareSandbox({ latency: -1 })).toThrow(RangeError);
  });

  it('resets to the first day, with the same ids', () => {
    const { sandbox } = fanfare();
    const first = sandbox.seedProducts([mug]);
    sandbox.reset();
    expect(sandbox.products.size).toBe(0);
    expect(sandbox.seedProducts([mug])).toEqual(first);
    expect(fanfare({ seed: 2 }).sandbox.seedProducts([mug])[0]?.id).not.toBe(first[0]?.id);
  });

  it('is served over real HTTP, a removal without a body too', async () => {
    const sandbox = createFanfareSandbox();
    const server = await listen(sandbox);
    onTestFinished(() => server.close());
    const [product] = sandbox.seedProducts([{ ...mug, variants: [{ sku: 'M' }] }]);
    const path = `${server.url}/api/v1/products/${product?.id ?? ''}`;
    const gone = await fetch(`${path}/variants/${product?.variants?.[0]?.id ?? ''}`, {
      method: 'DELETE',
      headers,
    });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
    expect(await (await fetch(path, { headers })).json()).toMatchObject(mug);
  });

  it('takes over its own base path with msw', async () => {
    const sandbox = createFanfareSandbox({ basePath: '/api' });
    const server = setupServer(...sandboxHandlers(sandbox, 'https://admin.fanfare.io'));
    server.listen({ onUnhandledRequest: 'error' });
    onTestFinished(() => {
      server.close();
    });
    sandbox.seedProducts([mug]);
    const reply = await fetch('https://admin.fanfare.io/api/products', { headers });
    expect(await reply.json()).toMatchObject({ data: [mug] });
  });
});
