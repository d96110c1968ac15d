import { describe, expect, it } from 'vitest';
import { readProductListReply } from '../api/product.ts';

describe('reading a reply', () => {
  it('keeps fields nobody documented, and copies nothing where everything fits', () => {
    const reply = { count: 1, updated: 2, products: [{ productId: 'a', variants: null }] };
    expect(readProductListReply(reply)).toBe(reply);
  });

  it('leaves out what has another type, and only that', () => {
    const variants = [{ variantId: 'v', priceCents: '5' }, 7, { variantId: 'w', priceCents: 5 }];
    const reply = {
      pagination: 'two',
      products: [{ productId: 'a', title: 7 }, 'odd', { productId: 'b', variants }],
    };
    const before = structuredClone(reply);
    expect(readProductListReply(reply)).toEqual({
      products: [
        { productId: 'a' },
        {},
        { productId: 'b', variants: [{ variantId: 'v' }, {}, { variantId: 'w', priceCents: 5 }] },
      ],
    });
    expect(reply).toEqual(before);
  });

  it.each([undefined, null, 'text', 5, [], { products: 'none', pagination: 3 }])(
    'never fails, whatever comes: %j',
    (reply) => {
      expect(readProductListReply(reply)).toEqual({});
    },
  );
});
