import type { Product, StoredProduct } from 'sequenzy-commerce';
import { expect, it } from 'vitest';
import { restorationOf } from './restoration.ts';

const productId = 'tee';
const planned: Product = { productId, title: 'New', description: 'New', url: null };
const stored: StoredProduct = {
  title: 'Old',
  description: null,
  url: 'https://a.example/',
  variants: [],
};
const now: StoredProduct = {
  title: 'New',
  description: 'New',
  url: null,
  variants: [],
  currency: 'EUR',
};

it('only fields that the run has sent get their old values, also where something else has changed them', () => {
  expect(restorationOf({ productId, planned, stored }, now, true)).toMatchObject({
    act: 'restore',
    product: { productId, title: 'Old', description: null, url: 'https://a.example/' },
    isOverwritten: false,
  });
  const later = { ...now, description: 'By hand' };
  expect(restorationOf({ productId, planned, stored }, later, true)).toMatchObject({
    product: { description: null },
    isOverwritten: true,
  });
  expect(restorationOf({ productId, planned, stored }, stored, true)).toEqual({ act: 'none' });
});

it.each([
  ['created and as it was sent', { stored: null, now, isOurs: false }, { act: 'delete' }],
  [
    'created and changed, and not known as sent',
    { stored: null, now: { ...now, title: 'Mine' }, isOurs: false },
    { act: 'leave', why: 'changed' },
  ],
  ['deleted since', { stored, now: null, isOurs: true }, { act: 'leave', why: 'gone' }],
  ['not read before', { stored: undefined, now, isOurs: true }, { act: 'leave', why: 'unread' }],
])('a product that was %s', (_, { stored: before, now: present, isOurs }, expected) => {
  const kept = { productId, planned, stored: before };
  expect(restorationOf(kept, present, isOurs)).toEqual(expected);
});

it('a price that an upsert cannot say is told, and the variants stay', () => {
  const variants = [
    { variantId: 's', title: 'S', priceCents: 100, currency: 'USD', inStock: true },
  ];
  const before = { ...stored, currency: 'EUR', variants };
  const sent = { ...planned, variants: [{ variantId: 's', title: 'S', priceCents: 200 }] };
  const present = {
    ...now,
    variants: [{ variantId: 's', title: 'S', priceCents: 200, inStock: true }],
  };
  const restoration = restorationOf({ productId, planned: sent, stored: before }, present, true);
  expect(restoration).toMatchObject({ act: 'restore', unsendable: ['variants'] });
  expect(restoration).not.toHaveProperty('product.variants');
});

it('what was deleted is created again, and counts as coming back in stock', () => {
  const gone = {
    ...stored,
    inStock: true,
    variants: [{ variantId: 's', title: 'S', inStock: true }],
  };
  expect(restorationOf({ productId, planned: undefined, stored: gone }, null, false)).toMatchObject(
    {
      act: 'create',
      product: {
        productId,
        title: 'Old',
        inStock: true,
        variants: [{ variantId: 's', sku: null }],
      },
      restocks: { products: 1, variants: 1 },
    },
  );
});
