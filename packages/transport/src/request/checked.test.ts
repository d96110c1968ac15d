import { productSchema } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { checkInput } from './checked.ts';

describe('checking an input', () => {
  it('reads undefined as absent, at any depth, and keeps null and []', () => {
    const input = {
      productId: 'a',
      title: 'A',
      description: undefined,
      url: null,
      variants: [{ variantId: 'v', title: 'V', sku: undefined }],
    };
    expect(checkInput(productSchema, input)).toEqual({
      record: { productId: 'a', title: 'A', url: null, variants: [{ variantId: 'v', title: 'V' }] },
    });
    expect(checkInput(productSchema, { productId: 'a', title: 'A', variants: [] })).toEqual({
      record: { productId: 'a', title: 'A', variants: [] },
    });
  });

  it('names every fault by its path, with what was found', () => {
    const input = {
      productId: '',
      priceCents: 19.99,
      price: '19.99',
      currency: '$',
      inStock: 'yes',
      providerCreatedAt: '2026-02-30T10:00:00Z',
      variants: [{ variantId: 'v', title: 'V', priceCents: -1 }, 'odd'],
    };
    const checked = checkInput(productSchema, input);
    expect('faults' in checked ? checked.faults : []).toEqual([
      { path: 'productId', message: 'expected text, got ""' },
      { path: 'title', message: 'is required' },
      { path: 'priceCents', message: 'expected whole cents, got 19.99' },
      { path: 'currency', message: 'expected an ISO 4217 code such as "USD", got "$"' },
      { path: 'inStock', message: 'expected a boolean, got "yes"' },
      {
        path: 'providerCreatedAt',
        message:
          'expected an ISO 8601 time with offset, such as "2026-03-02T09:30:00Z", got "2026-02-30T10:00:00Z"',
      },
      { path: 'variants[0].priceCents', message: 'expected 0 or more, got -1' },
      { path: 'variants[1]', message: 'expected an object, got "odd"' },
      { path: 'price', message: 'is not a field of the API' },
    ]);
  });

  it('says so in its own words where the program has loaded the sentences of zod', async () => {
    await import('zod');
    expect(checkInput(productSchema, { productId: 'a', title: 'A', inStock: 'yes' })).toEqual({
      faults: [{ path: 'inStock', message: 'expected a boolean, got "yes"' }],
    });
  });

  it.each([null, undefined, 7, 'text', [], new Date(0)])('refuses %s without a crash', (input) => {
    expect('faults' in checkInput(productSchema, input)).toBe(true);
  });
});
