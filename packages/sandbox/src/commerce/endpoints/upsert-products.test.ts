import { readStoredProduct, type StoredProduct } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { call, upsert } from '../../testing/call.ts';

const mug = { productId: 'mug', title: 'Mug' };
const small = { variantId: 'mug-s', title: 'Small', priceCents: 900 };
const large = { variantId: 'mug-l', title: 'Large', priceCents: 700 };

describe('POST /products', () => {
  it('answers with the stored products in the shape of the contract', async () => {
    const sandbox = createSandbox();
    const reply = await upsert(sandbox, {
      ...mug,
      priceCents: 1450,
      currency: 'EUR',
      url: 'https://shop.example/mug',
      variants: [small],
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      success: true,
      upserted: 1,
      backInStockEventsTriggered: 0,
    });
    const [stored] = reply.body['products'] as readonly StoredProduct[]; // as it is documented
    expect(readStoredProduct(stored)).toMatchObject({
      provider: 'api',
      productId: 'mug',
      providerProductId: 'mug',
      priceCents: 1450,
      price: 1450,
      compareAtPrice: null,
      inStock: true,
      digitalDelivery: null,
      variants: [
        {
          variantId: 'mug-s',
          title: 'Small',
          priceCents: 900,
          sku: null,
          inStock: true,
          options: [],
        },
      ],
    });
    expect(stored?.id).toMatch(/^prod_/);
    expect(stored?.createdAt).toMatch(/^\d{4}-.*Z$/);
  });

  it('keeps what is absent, clears what is null and leaves the variants alone', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, {
      ...mug,
      description: 'Blue',
      imageUrl: 'https://x.example/i',
      url: 'https://x.example/u',
      priceCents: 5,
      compareAtPriceCents: 9,
      currency: 'EUR',
      inStock: false,
      providerCreatedAt: '2026-01-01T00:00:00Z',
      variants: [small],
    });
    await upsert(sandbox, { ...mug, title: 'Cup', description: null });
    const cup = sandbox.products.get('mug');
    expect(cup).toMatchObject({
      title: 'Cup',
      description: null,
      imageUrl: 'https://x.example/i',
      url: 'https://x.example/u',
      priceCents: 5,
      compareAtPriceCents: 9,
      currency: 'EUR',
      inStock: false,
      providerCreatedAt: '2026-01-01T00:00:00Z',
    });
    expect(cup?.variants).toHaveLength(1);
    await upsert(sandbox, {
      ...mug,
      imageUrl: null,
      url: null,
      priceCents: null,
      compareAtPriceCents: null,
      currency: null,
      inStock: null,
      providerCreatedAt: null,
      variants: [],
    });
    expect(sandbox.products.get('mug')).toMatchObject({
      imageUrl: null,
      url: null,
      priceCents: null,
      compareAtPriceCents: null,
      currency: null,
      inStock: true,
      providerCreatedAt: null,
      variants: [],
    });
  });

  it('replaces the list of variants as a whole', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, { ...mug, variants: [small, large] });
    await upsert(sandbox, { ...mug, variants: [large] });
    expect(sandbox.products.get('mug')?.variants.map((variant) => variant.variantId)).toEqual([
      'mug-l',
    ]);
  });

  it('takes the lowest price and the stock of the variants while none is said, and again when they are replaced', async () => {
    const sandbox = createSandbox();
    const gone = { ...small, inventoryQuantity: 0 };
    await upsert(sandbox, {
      ...mug,
      variants: [gone, { ...large, inStock: false, inventoryQuantity: 5 }],
    });
    expect(sandbox.products.get('mug')).toMatchObject({ priceCents: 700, inStock: false });
    await upsert(sandbox, { ...mug, variants: [{ ...small, inventoryQuantity: 1 }] });
    expect(sandbox.products.get('mug')).toMatchObject({ priceCents: 900, inStock: true });
    await upsert(sandbox, { ...mug, inStock: false });
    await upsert(sandbox, { ...mug, variants: [small] });
    expect(sandbox.products.get('mug')?.inStock).toBe(false);
    await upsert(sandbox, { ...mug, inStock: null });
    expect(sandbox.products.get('mug')?.inStock).toBe(true);
  });

  it('refuses the whole batch for one bad product and says which and where', async () => {
    const sandbox = createSandbox();
    const bad = {
      productId: 'pot',
      title: 'Pot',
      variants: [{ variantId: 'v', title: 'V', priceCents: 1.5 }],
    };
    const reply = await upsert(sandbox, mug, bad);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      success: false,
      error: {
        code: 'bad_request',
        message: 'products[1].variants[0].priceCents expected whole cents, got 1.5',
      },
      details: [{ index: 1, productId: 'pot', path: 'products[1].variants[0].priceCents' }],
    });
    expect(sandbox.products.size).toBe(0);
  });

  it.each([0, 101])('refuses %i products', async (count) => {
    const sandbox = createSandbox();
    const products = Array.from({ length: count }, (_, index) => ({
      productId: String(index),
      title: 'P',
    }));
    const reply = await upsert(sandbox, ...products);
    expect(reply.status).toBe(400);
    expect(reply.body['details']).toEqual([
      { path: 'products', message: `expected 1-100 products, got ${count}` },
    ]);
    expect(sandbox.products.size).toBe(0);
  });

  it('applies a product that stands twice in a request in order', async () => {
    const sandbox = createSandbox();
    const reply = await upsert(
      sandbox,
      { ...mug, title: 'A', url: 'https://x.example/u' },
      { ...mug, title: 'B' },
    );
    expect(reply.body['upserted']).toBe(2);
    expect(sandbox.products.size).toBe(1);
    expect(sandbox.products.get('mug')).toMatchObject({ title: 'B', url: 'https://x.example/u' });
  });

  it('ignores fields it does not know, at every level, and logs what was sent', async () => {
    const sandbox = createSandbox({ record: 'all' });
    const sent = { ...mug, colour: 'blue', variants: [{ ...small, weight: 3 }] };
    const reply = await call(sandbox, 'POST', '/products', { products: [sent], note: 1 });
    expect(reply.status).toBe(200);
    expect(JSON.stringify(sandbox.products.get('mug'))).not.toMatch(/blue|weight/);
    expect(sandbox.requests[0]?.body).toEqual({ products: [sent], note: 1 });
  });

  it('refuses a body that is not JSON, or larger than 1 MiB', async () => {
    const sandbox = createSandbox();
    expect((await call(sandbox, 'POST', '/products', '{"products":')).status).toBe(400);
    expect((await upsert(sandbox, { ...mug, description: 'é'.repeat(600_000) })).status).toBe(413);
  });
});
