import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { tolerate } from './tolerate.ts';

const product = z.looseObject({
  productId: z.optional(z.string()),
  title: z.optional(z.string()),
});
const schema = z.looseObject({
  upserted: z.optional(z.number()),
  products: z.optional(z.array(product)),
  pagination: z.optional(z.looseObject({})),
});

describe('reading a reply', () => {
  it('keeps fields nobody documented', () => {
    expect(tolerate(schema, { created: 1, updated: 2 })).toEqual({
      created: 1,
      updated: 2,
    });
  });

  it('leaves out what has another type, and only that', () => {
    const reply = {
      upserted: 'two',
      products: [{ productId: 'a', title: 7 }, 'odd', { productId: 'b' }],
    };
    expect(tolerate(schema, reply)).toEqual({
      products: [{ productId: 'a' }, {}, { productId: 'b' }],
    });
  });

  it.each([undefined, null, 'text', 5, [], { products: 'none', pagination: 3 }])(
    'never fails, whatever comes: %j',
    (reply) => {
      expect(tolerate(schema, reply)).toEqual({});
    },
  );
});
