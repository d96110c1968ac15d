import { describe, expect, it } from 'vitest';
import { fanfare, idOf } from '../../../testing/fanfare.ts';

const mug = { name: 'Mug', url: 'https://shop.example/mug' };
const source = { syncSource: 'shopify', syncSourceId: '42' };

describe('POST /products', () => {
  it('creates a product with every field of the reference', async () => {
    const { ask } = fanfare();
    const reply = await ask('POST', '/products', { ...mug, handle: 'mug', metadata: { a: 1 } });
    const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string;
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      ...mug,
      id: uuid,
      organizationId: uuid,
      archived: false,
      handle: 'mug',
      metadata: { a: 1 },
      description: null,
      defaultVariantId: null,
      primarySyncSource: null,
      primarySyncSourceId: null,
      primaryExternalId: null,
      primarySourceVendor: null,
      primaryLastSyncedAt: null,
      productMediaAssets: [],
      variants: [],
      createdAt: '2026-03-01T00:00:00.000Z',
      createdBy: 'sandbox',
      updatedAt: null,
      updatedBy: null,
    });
  });

  it('updates the product with the same sync source: absent keeps, null clears', async () => {
    const { ask, sandbox, clock } = fanfare();
    const first = await ask('POST', '/products', {
      ...mug,
      description: 'Blue',
      handle: 'mug',
      primarySyncSource: source,
    });
    clock.elapsed = 1000;
    const second = await ask('POST', '/products', {
      ...mug,
      name: 'Cup',
      handle: null,
      primarySyncSource: { ...source, syncStatus: 'PENDING' },
    });
    expect([first.status, second.status, sandbox.products.size]).toEqual([201, 200, 1]);
    expect(second.body).toMatchObject({
      id: idOf(first),
      name: 'Cup',
      description: 'Blue',
      handle: null,
      primaryExternalId: '42',
      primarySourceVendor: 'shopify',
      primaryLastSyncedAt: '2026-03-01T00:00:01.000Z',
      primarySyncSource: { ...source, syncStatus: 'PENDING' },
      createdAt: '2026-03-01T00:00:00.000Z',
      updatedAt: '2026-03-01T00:00:01.000Z',
    });
  });

  it('creates another product for another source, another id, or none', async () => {
    const { ask, sandbox } = fanfare();
    const sources = [source, { ...source, syncSource: 'wix' }, { ...source, syncSourceId: '4' }];
    for (const primarySyncSource of [...sources, null, null]) {
      expect((await ask('POST', '/products', { ...mug, primarySyncSource })).status).toBe(201);
    }
    expect(sandbox.products.size).toBe(5);
  });

  it('names every fault in the documented shape and stores nothing', async () => {
    const { ask, sandbox } = fanfare();
    const reply = await ask('POST', '/products', { name: '', url: 'nowhere' });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      error: 'Validation failed',
      details: [
        { field: 'name', message: 'expected at least one character, got ""' },
        { field: 'url', message: 'expected a URL, got "nowhere"' },
      ],
    });
    expect(await ask('POST', '/products', '{')).toMatchObject({
      status: 400,
      body: { error: 'Invalid JSON in request body' },
    });
    const stranger = { ...mug, defaultVariantId: 'other' };
    expect((await ask('POST', '/products', stranger)).status).toBe(400);
    expect(sandbox.products.size).toBe(0);
  });
});

describe('one product', () => {
  it('comes with media assets unless include says otherwise', async () => {
    const { ask, sandbox } = fanfare();
    const [product] = sandbox.seedProducts([{ ...mug, variants: [{ sku: 'M' }] }]);
    const keys = async (query: string) => {
      const { body } = await ask('GET', `/products/${product?.id ?? ''}${query}`);
      const shown = body as object; // a product
      return ['variants', 'productMediaAssets'].filter((key) => key in shown);
    };
    expect(await keys('')).toEqual(['productMediaAssets']);
    expect(await keys('?include=variants')).toEqual(['variants']);
    expect(await keys('?include=variants,mediaAssets')).toEqual(['variants', 'productMediaAssets']);
    expect(await keys('?include=')).toEqual([]);
  });

  it('is changed by PUT, each field by itself', async () => {
    const { ask, sandbox } = fanfare();
    const [product] = sandbox.seedProducts([{ ...mug, description: 'Blue', handle: 'mug' }]);
    const path = `/products/${product?.id ?? ''}`;
    const reply = await ask('PUT', path, { name: 'Cup', description: null, archived: true });
    expect(reply).toMatchObject({
      status: 200,
      body: { name: 'Cup', url: mug.url, description: null, handle: 'mug', archived: false },
    });
    expect((await ask('PUT', path, { url: 'x' })).status).toBe(400);
  });

  it('is archived by DELETE, and stays archived when it is synced again', async () => {
    const { ask, sandbox } = fanfare();
    const [product] = sandbox.seedProducts([{ ...mug, primarySyncSource: source }]);
    const reply = await ask('DELETE', `/products/${product?.id ?? ''}`);
    expect(reply).toMatchObject({ status: 200, body: { id: product?.id, archived: true } });
    expect(reply.body).not.toHaveProperty('variants');
    expect(reply.body).not.toHaveProperty('productMediaAssets');
    await ask('POST', '/products', { ...mug, primarySyncSource: source });
    expect(sandbox.products.get(product?.id ?? '')?.archived).toBe(true);
  });

  it('is a 404 Product not found where there is none, whatever is asked of it', async () => {
    const { ask } = fanfare();
    const places = [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['GET', '/media-assets'],
      ['PUT', '/media-assets/reorder'],
      ['POST', '/variant-options'],
      ['DELETE', '/variant-options/x'],
      ['POST', '/variants'],
      ['PUT', '/variants/x'],
    ] as const;
    for (const [method, rest] of places) {
      const body = method === 'GET' ? undefined : {};
      const reply = await ask(method, `/products/none${rest}`, body);
      expect(reply).toMatchObject({ status: 404, body: { error: 'Product not found' } });
    }
  });
});
