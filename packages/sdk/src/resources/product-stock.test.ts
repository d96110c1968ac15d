import { expect, it } from 'vitest';
import { restocks, stockAfter } from './product-stock.ts';

const product = { productId: 'tee', title: 'Tee' };
const out = { variantId: 'out', title: 'Out', inventoryQuantity: 0 };
const held = { variantId: 'held', title: 'Held', inventoryQuantity: 5, inStock: false };
const there = { variantId: 'there', title: 'There' };

it.each([
  ['a new product is in stock', product, undefined, { inStock: true, out: [] }],
  ['absent keeps', product, { inStock: false, out: ['x'] }, { inStock: false, out: ['x'] }],
  ['its own word counts', { ...product, inStock: false }, undefined, { inStock: false, out: [] }],
  [
    'any variant in stock is enough',
    { ...product, variants: [out, held, there] },
    undefined,
    { inStock: true, out: ['out', 'held'] },
  ],
  [
    'without one it is out',
    { ...product, variants: [out, held] },
    undefined,
    { inStock: false, out: ['out', 'held'] },
  ],
  [
    'its own word counts before its variants',
    { ...product, inStock: true, variants: [out] },
    undefined,
    { inStock: true, out: ['out'] },
  ],
  [
    'variants are replaced as a whole',
    { ...product, variants: [there] },
    { inStock: false, out: ['x'] },
    { inStock: true, out: [] },
  ],
])('%s', (_, record, before, after) => {
  expect(stockAfter(record, before)).toEqual(after);
});

const wereOut = { inStock: false, out: ['out', 'there'] };

it.each([
  ['nothing is known of a new product', { ...product, inStock: true }, undefined, [0, 0]],
  ['what is not mentioned stays out', product, wereOut, [0, 0]],
  ['the product alone', { ...product, inStock: true }, wereOut, [1, 0]],
  ['a variant, and with it the product', { ...product, variants: [out, there] }, wereOut, [1, 1]],
  [
    'a variant that is gone does not come back',
    { ...product, inStock: false, variants: [out] },
    wereOut,
    [0, 0],
  ],
  ['nor does any of an empty list', { ...product, variants: [] }, wereOut, [0, 0]],
])('restocks: %s', (_, record, before, [products, variants]) => {
  expect(restocks(record, before)).toEqual({ products, variants });
});
