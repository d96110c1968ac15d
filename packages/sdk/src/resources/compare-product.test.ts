import type { Product, StoredProduct } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import { compareProduct } from './compare-product.ts';

const sent: Product = {
  productId: 'tee',
  title: 'Tee',
  description: null,
  priceCents: 1999,
  providerCreatedAt: '2026-03-02T09:30:00+01:00',
  variants: [
    { variantId: 'red', title: 'Red', options: [{ name: 'Colour', value: 'Red' }] },
    { variantId: 'blue', title: 'Blue', priceCents: 2099 },
  ],
};

it('finds nothing where the echo says the same in other words', () => {
  const stored = {
    ...sent,
    id: 'prod_1',
    provider: 'api',
    description: undefined,
    providerCreatedAt: '2026-03-02T08:30:00.000Z',
    inStock: true,
    variants: sent.variants?.toReversed(),
  } as StoredProduct; // lists that nobody changes
  expect(compareProduct(sent, stored)).toEqual([]);
});

it('names every field that is stored otherwise', () => {
  const stored = {
    ...sent,
    priceCents: 19.99,
    providerCreatedAt: null,
    variants: [
      { variantId: 'red', title: 'Rouge', options: [] },
      { variantId: 'green', title: 'Green' },
    ],
  };
  expect(compareProduct(sent, stored).map(({ path }) => path)).toEqual([
    'priceCents',
    'providerCreatedAt',
    'variants[red].title',
    'variants[red].options',
    'variants[blue]',
    'variants[green]',
  ]);
});
