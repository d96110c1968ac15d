import { describe, expect, it } from 'vitest';
import { barLine, type BarState } from './bar-line.ts';

const busy: BarState = {
  noun: 'product',
  done: 45_000,
  of: 100_000,
  requests: 450,
  speed: 1234,
  left: 330_000,
};
const waiting: BarState = { ...busy, wait: { milliseconds: 48_000, why: 'limit' } };

describe('a bar leaves out what matters least, and never half of anything', () => {
  it.each([
    [
      120,
      '█████████░░░░░░░░░░░  45%  45,000/100,000 products  450 requests  1,234/s  ETA 5 min 30 s',
    ],
    [80, '█████████░░░░░░░░░░░  45%  45,000/100,000 products  450 requests  ETA 5 min 30 s'],
    [60, ' 45%  45,000/100,000 products  ETA 5 min 30 s'],
    [40, ' 45%  45,000/100,000  ETA 5 min 30 s'],
    [24, ' 45%  ETA 5 min 30 s'],
    [20, ' 45%  ETA 5 min 30 s'],
    [19, ' 45%'],
    [10, ' 45%'],
    [3, ''],
  ])('at work, in %i columns', (columns, line) => {
    expect(barLine(busy, columns)).toBe(line);
  });

  it.each([
    [
      120,
      '█████████░░░░░░░░░░░  45%  45,000/100,000 products  waiting 48 s (limit)  ETA 5 min 30 s',
    ],
    [80, '█████████░░░░░░░░░░░  45%  45,000/100,000 products  waiting 48 s  ETA 5 min 30 s'],
    [60, ' 45%  45,000/100,000 products  waiting 48 s  ETA 5 min 30 s'],
    [40, ' 45%  45,000/100,000  ETA 5 min 30 s'],
  ])('while it waits, in %i columns', (columns, line) => {
    expect(barLine(waiting, columns)).toBe(line);
  });

  it('whatever the width, each number in it is one of the whole line', () => {
    const whole = new Set(barLine(waiting, 200).match(/[\d,]+/g));
    for (let columns = 0; columns < 120; columns += 1) {
      const line = barLine(waiting, columns);
      expect(line.length).toBeLessThanOrEqual(columns);
      for (const figure of line.match(/[\d,]+/g) ?? []) expect(whole).toContain(figure);
    }
  });
});

it('names what is counted', () => {
  const orders = { noun: 'order', done: 1, of: 1, requests: 1 };
  expect(barLine(orders, 80)).toBe('████████████████████ 100%  1/1 order  1 request');
});
