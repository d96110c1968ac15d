import { productListReplySchema, upsertReplySchema } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { tolerate } from './tolerate.ts';

describe('reading a reply', () => {
  it('keeps fields nobody documented', () => {
    expect(tolerate(upsertReplySchema, { created: 1, updated: 2 })).toEqual({
      created: 1,
      updated: 2,
    });
  });

  it('leaves out what has another type, and only that', () => {
    const reply = {
      upserted: 'two',
      products: [{ productId: 'a', title: 7 }, 'odd', { productId: 'b' }],
    };
    expect(tolerate(upsertReplySchema, reply)).toEqual({
      products: [{ productId: 'a' }, {}, { productId: 'b' }],
    });
  });

  it.each([undefined, null, 'text', 5, [], { products: 'none', pagination: 3 }])(
    'never fails, whatever comes: %j',
    (reply) => {
      expect(tolerate(productListReplySchema, reply)).toEqual({});
    },
  );
});
