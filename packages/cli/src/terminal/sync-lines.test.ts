import { expect, it } from 'vitest';
import { filesLabel, openedLine, rejectLines } from './sync-lines.ts';

const source = { name: 'shopify', label: 'Shopify product export' };

it('tells what a file holds', () => {
  const counts = {
    rows: 1399,
    products: 284,
    variants: 1121,
    records: 226,
    rejected: 0,
    skipped: [{ reason: 'unpublished', products: 58 }],
  };
  expect(openedLine({ files: ['a.csv'], source, counts })).toBe(
    'Shopify product export, 1,399 rows: 284 products, 1,121 variants (58 unpublished left out)',
  );
});

it('names one file by its name, several by their number', () => {
  expect(filesLabel(['/exports/products.csv'])).toBe('products.csv');
  expect(filesLabel(['a.csv', 'b.csv'])).toBe('2 files');
});

it('tells each reason with its place, and the value only once', () => {
  const at = { file: 'p.csv', line: 7, column: 'Price' };
  const reject = {
    file: 'p.csv',
    line: 6,
    productId: 'tee',
    reasons: [
      { ...at, message: 'is negative', value: '-1' },
      { ...at, file: 'q.csv', message: '"abc" is not an amount', value: 'abc' },
    ],
  };
  expect(rejectLines(reject)).toEqual([
    'p.csv:7  tee  Price: is negative (got "-1")',
    'q.csv:7  tee  Price: "abc" is not an amount',
  ]);
});
