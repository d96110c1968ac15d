import { expect, it } from 'vitest';
import { count, duration, roughDuration, wholeDuration } from './wording.ts';

it.each([
  [0, '0 products'],
  [1, '1 product'],
  [1399, '1,399 products'],
])('%i is %s', (value, text) => {
  expect(count(value, 'product')).toBe(text);
});

it.each([
  [0, '0.0 s'],
  [1234, '1.2 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_600, '1 min'],
  [200_000, '3 min 20 s'],
  [30_000_000, '8 h 20 min'],
])('%i ms is %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it('a time that is only roughly known is at least a second', () => {
  expect(wholeDuration(0)).toBe('1 s');
});

it.each([
  [1_000, 'about 1 s'],
  [44_000, 'about 44 s'],
  [61_000, 'about 1 min 10 s'],
  [1_737_000, 'about 29 min'],
  [29_940_000, 'about 8 h 20 min'],
])('an estimate of %i ms is %s', (milliseconds, text) => {
  expect(roughDuration(milliseconds)).toBe(text);
});
