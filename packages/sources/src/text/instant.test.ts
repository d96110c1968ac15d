import { describe, expect, it } from 'vitest';
import { instantOf, isWithin } from './instant.ts';

describe('a time in a cell', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z', true],
    ['2026-03-02 0:00:00', '2026-03-02T00:00:00Z', false],
    ['2026-03-02T11:07+0130', '2026-03-02T09:37:00Z', false],
    ['2026-03-02T11:07:08Z', '2026-03-02T11:07:08Z', false],
    ['3/2/26', '2026-03-02T00:00:00Z', true],
    ['10/24/16, 12:37 PM', '2016-10-24T12:37:00Z', false],
    ['10/24/2016, 12:05 AM', '2016-10-24T00:05:00Z', false],
  ])('reads %s', (text, at, isDay) => {
    expect(instantOf(text)).toEqual({ at: Date.parse(at), isDay });
  });

  it.each(['2026-02-30', '13/1/26', '2026-3-2', 'soon', '2026-03-02T25:00', ''])(
    'does not make a time of "%s"',
    (text) => {
      expect(instantOf(text)).toBeUndefined();
    },
  );

  it.each([
    ['', '', true],
    ['2026-03-02', '2026-03-02', true],
    ['2026-03-03', '', false],
    ['', '2026-03-01', false],
    ['', '2026-03-02 12:00', false],
    ['soon', '', undefined],
  ])('lies between "%s" and "%s": %s', (from, to, expected) => {
    expect(isWithin(Date.parse('2026-03-02T12:00:00Z'), from, to)).toBe(expected);
  });
});
