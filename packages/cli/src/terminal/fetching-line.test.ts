import { expect, it } from 'vitest';
import { fetchingLine } from './fetching-line.ts';

const hold = { milliseconds: 40_000, why: 'server asks' };

it.each([
  [80, undefined, '1,200 products read from Example'],
  [80, hold, '1,200 products read from Example, waiting 40 s (server asks)'],
  [58, hold, '1,200 products read, waiting 40 s'],
  [32, hold, '1,200 products read'],
  [5, hold, ''],
])('in %d columns what is read is told as far as it fits', (columns, held, line) => {
  expect(
    fetchingLine({ from: 'Example', noun: 'product' as const, records: 1200, hold: held }, columns),
  ).toBe(line);
});
