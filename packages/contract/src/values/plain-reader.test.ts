import fc from 'fast-check';
import { orderSchema } from '../api/order.ts';
import { productSchema } from '../api/product.ts';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { plainly, unfit } from './plain-reader.ts';

const odd = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  ' ',
  0,
  -1,
  1.5,
  NaN,
  true,
  [],
  {},
  'USD',
);
const mostly = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const word = mostly(fc.constantFrom('tee', 'Größe "M"'));
const address = mostly(fc.constantFrom('https://shop.example/a', 'https://shop.example/ü'));
const count = mostly(fc.nat());
const partly = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(shape, {
    requiredKeys: [
      'title',
      'productId',
      'variantId',
      'orderId',
      'totalCents',
      'currency',
      'customer',
      'email',
    ].filter((name) => name in shape),
  });

const variant = partly({
  title: word,
  variantId: word,
  priceCents: count,
  inStock: mostly(fc.boolean()),
  imageUrl: address,
  options: mostly(fc.array(fc.record({ value: word, name: word }), { maxLength: 2 })),
});
const product = partly({
  title: word,
  productId: word,
  currency: mostly(fc.constant('USD')),
  url: address,
  variants: mostly(fc.array(variant, { maxLength: 2 })),
});
const order = partly({
  totalCents: count,
  orderId: word,
  currency: mostly(fc.constant('USD')),
  status: mostly(fc.constant('placed')),
  orderedAt: mostly(fc.constant('2026-03-02T09:30:00Z')),
  customer: partly({
    email: mostly(fc.constant('ada@example.com')),
    attributes: mostly(fc.oneof(fc.object(), fc.constant({ at: new Date(0) }))),
  }),
});

describe('reading an input without zod', () => {
  it.each([
    ['product', product, productSchema],
    ['order', order, orderSchema],
  ])('gives a %s just as zod does, in its order, or leaves it to zod', (_, arbitrary, schema) => {
    let fitted = 0;
    fc.assert(
      fc.property(arbitrary, (input) => {
        const read = plainly(schema, input);
        if (read === unfit) return;
        fitted += 1;
        const parsed = schema.safeParse(JSON.parse(JSON.stringify(input)) as unknown);
        expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(read));
        expect(read).not.toBe(input);
      }),
      { numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(5);
  });

  it.each([z.url(), z.int(), z.union([z.string(), z.number()])])(
    'leaves to zod what is more than a type with its checks',
    (schema) => {
      expect(plainly(schema, 'https://shop.example')).toBe(unfit);
    },
  );

  it('reads a usual product, with its address encoded', () => {
    const input = { title: 'Tee', url: ' https://shop.example/blue tee', productId: 'tee' };
    expect(plainly(productSchema, input)).toEqual({
      productId: 'tee',
      title: 'Tee',
      url: 'https://shop.example/blue%20tee',
    });
  });
});
