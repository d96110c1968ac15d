import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../open/open-text.ts';

/** `/products/<handle>.js` and Liquid `product | json`. */
function themed(price: unknown, before: unknown = null, more: object = {}): object {
  return {
    id: 700_001,
    title: 'Ash bowl',
    handle: 'ash-bowl',
    description: '<p>Turned by hand.</p>',
    type: 'Bowl',
    tags: ['wood'],
    price,
    price_min: price,
    price_max: price,
    available: true,
    price_varies: false,
    compare_at_price: before,
    compare_at_price_varies: false,
    variants: [
      {
        id: 440_001,
        title: 'Large',
        option1: 'Large',
        option2: null,
        sku: 'BOWL-L',
        featured_image: { src: '//cdn.example.com/large.jpg' },
        available: false,
        public_title: 'Large',
        options: ['Large'],
        price,
        compare_at_price: before,
        inventory_management: 'shopify',
      },
    ],
    images: ['//cdn.example.com/bowl.jpg'],
    featured_image: '//cdn.example.com/bowl.jpg',
    options: ['Size'],
    url: '/products/ash-bowl',
    ...more,
  };
}

/** `/products.json` of the storefront. */
const listed = {
  id: 700_002,
  title: 'Tee',
  handle: 'tee',
  body_html: '<p>x</p>',
  product_type: 'Shirt',
  variants: [
    {
      id: 1,
      title: 'S',
      option1: 'S',
      available: false,
      price: '20.00',
      compare_at_price: '25.00',
    },
    { id: 2, title: 'M', option1: 'M', available: true, price: '20.00', compare_at_price: null },
  ],
  images: [{ position: 1, src: 'https://cdn.example.com/tee.jpg' }],
  options: [{ name: 'Size', values: ['S', 'M'] }],
};

async function read(document: object, currency = 'USD'): Promise<unknown[]> {
  const records = await recordsOf(JSON.stringify(document), { currency });
  return records.map(({ product, faults }) => product ?? faults.map(({ message }) => message));
}

describe("Shopify's JSON dialects", () => {
  it.each([
    ['USD', 18_000, 18_000, 20_000, 20_000],
    ['JPY', 100_000, 1000, 120_000, 1200],
    ['KWD', 100_000, 1_000_000, 123_400, 1_234_000],
    ['CLF', 150, 15_000, null, undefined],
  ])('has hundredths in themes, in %s: %i is %i', async (currency, price, cents, before, was) => {
    for (const wrapped of [
      themed(price, before),
      { product: themed(price, before) },
      { products: [themed(price, before)] },
      [themed(price, before)],
    ]) {
      expect(await read(wrapped, currency)).toEqual([
        {
          productId: '700001',
          title: 'Ash bowl',
          description: 'Turned by hand.',
          imageUrl: 'https://cdn.example.com/bowl.jpg',
          priceCents: cents,
          compareAtPriceCents: was ?? null,
          currency,
          inStock: false,
          variants: [
            {
              variantId: '440001',
              title: 'Large',
              sku: 'BOWL-L',
              priceCents: cents,
              ...(was !== undefined && { compareAtPriceCents: was }),
              imageUrl: 'https://cdn.example.com/large.jpg',
              inStock: false,
              options: [{ name: 'Size', value: 'Large' }],
            },
          ],
        },
      ]);
    }
  });

  it('needs the currency of the page', async () => {
    await expect(recordsOf(JSON.stringify(themed(18_000)))).rejects.toMatchObject({
      code: 'missing-currency',
    });
  });

  it('says in its storefront what is available', async () => {
    expect(await read({ products: [listed] })).toMatchObject([
      {
        priceCents: 2000,
        inStock: true,
        variants: [
          { variantId: '1', priceCents: 2000, compareAtPriceCents: 2500, inStock: false },
          { variantId: '2', priceCents: 2000, inStock: true },
        ],
      },
    ]);
  });

  it('has decimals in results of a search, which have no variants', async () => {
    const result = {
      id: 5,
      title: 'Lamp',
      handle: 'lamp',
      available: false,
      body: '<p>Warm</p>',
      image: 'https://cdn.example.com/lamp.jpg',
      price: '25.00',
      price_min: '25.00',
      price_max: '30.00',
      url: '/products/lamp?_pos=1',
    };
    expect(await read({ resources: { results: { products: [result] } } })).toEqual([
      {
        productId: '5',
        title: 'Lamp',
        description: 'Warm',
        imageUrl: 'https://cdn.example.com/lamp.jpg',
        priceCents: 2500,
        currency: 'USD',
        inStock: false,
      },
    ]);
  });

  it.each([
    ['a whole number without a sign of the dialect', { variants: [{ id: 1, price: 18_000 }] }],
    ['keys of both', themed(18_000, null, { body_html: '' })],
    ['digits as text in a theme', themed('18000')],
  ])('is refused where an amount could be either: %s', async (_, document) => {
    const whole = { id: 1, title: 'A', handle: 'a', ...document };
    expect(await read(whole)).toEqual([
      expect.arrayContaining([expect.stringMatching(/^18000 can be 18000.00 or, .*: give the /)]),
    ]);
  });

  it.each([
    [180.5, 'USD'],
    [-100, 'USD'],
    [100_050, 'JPY'],
  ])('refuses %d hundredths of %s', async (price, currency) => {
    expect(await read(themed(price), currency)).toEqual([
      expect.arrayContaining([expect.stringContaining('expected whole hundredths')]),
    ]);
  });
});
