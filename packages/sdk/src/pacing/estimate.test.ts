import { expect, it } from 'vitest';
import { estimateMilliseconds } from './estimate.ts';

it.each([
  [0, 0],
  [1, 0],
  [20, 0],
  [21, 1000],
  [100, 4000],
  [101, 60_000],
  [250, 122_000],
])('%i requests leave within %i ms', (requests, milliseconds) => {
  expect(estimateMilliseconds(requests)).toBe(milliseconds);
});

it('goes by the rate it is told', () => {
  expect(estimateMilliseconds(61, 30, 20)).toBe(120_000);
});
