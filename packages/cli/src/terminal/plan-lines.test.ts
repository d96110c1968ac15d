import { expect, it } from 'vitest';
import { goneLine, pagesLine, planLine, plannedLine, restocksLine } from './plan-lines.ts';

const plan = {
  noun: 'product' as const,
  products: 226,
  requests: 3,
  milliseconds: 0,
  requestsPerMinute: 100,
  created: 226,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  withoutPage: 0,
  canMakePages: false,
  restocks: { products: 0, variants: 0 },
  stock: { products: 0, variants: 0, unknown: 0, others: 0, unread: 0, fields: [], requests: 0 },
  settled: undefined,
  gone: undefined,
};

const gone = {
  known: 1000,
  allowed: 100,
  count: 12,
  leftOut: 0,
  ofOtherFeeds: 0,
  productIds: 'abcdefghijkl'.split(''),
};

it('tells what will be sent, and how long the limit makes it', () => {
  expect(planLine(plan)).toBe('226 products in 3 requests, about 1 s at 100 requests a minute');
  expect(planLine({ ...plan, requestsPerMinute: undefined })).toBe(
    '226 products in 3 requests, without a rate limit',
  );
});

it('tells new from changed, and what is not sent', () => {
  const daily = { ...plan, products: 30, created: 4, changed: 26, requests: 1 };
  expect(planLine({ ...daily, unchanged: 196, rejected: 2, gone })).toBe(
    '30 products (4 new, 26 changed) in 1 request, about 1 s at 100 requests a minute; 196 unchanged, 2 rejected, 12 to delete',
  );
  expect(planLine({ ...plan, products: 0, requests: 0, unchanged: 226 })).toBe(
    'nothing to send; 226 unchanged',
  );
});

it('ends a dry run with every figure, those that are 0 too', () => {
  expect(plannedLine(plan, { durationMs: 400 })).toBe(
    '226 new, 0 changed, 0 unchanged, 0 rejected, 0 to delete; nothing was sent, 0.4 s',
  );
});

it('says which products would go, ten of them by name', () => {
  expect(goneLine(gone)).toBe(
    '12 of 1,000 known products gone from the source: a, b, c, d, e, f, g, h, i, j and 2 more',
  );
});

it('says that products which are left out count as gone', () => {
  expect(
    goneLine({ known: 9, allowed: 1, count: 1, leftOut: 3, ofOtherFeeds: 0, productIds: ['a'] }),
  ).toBe('1 of 9 known products gone from the source (3 left out count as gone): a');
});

it('says that products which came from elsewhere stay', () => {
  expect(
    goneLine({ known: 9, allowed: 1, count: 1, leftOut: 3, ofOtherFeeds: 1200, productIds: ['a'] }),
  ).toBe(
    '1 of 9 known products gone from the source (3 left out count as gone, 1,200 of other feeds stay): a',
  );
});

it('says how many products have no page address, and how they get one', () => {
  expect(pagesLine({ ...plan, withoutPage: 12 })).toBe('12 products have no page address');
  expect(pagesLine({ ...plan, withoutPage: 1, canMakePages: true })).toBe(
    '1 product has no page address; with --store-url https://shop.example it gets one',
  );
});

it('says what e-mail a restock means', () => {
  expect(restocksLine({ products: 1, variants: 2 })).toBe(
    '1 product and 2 variants come back in stock; Sequenzy will e-mail everyone waiting for them',
  );
});
