import { expect, it } from 'vitest';
import { isWithin } from './sale-window.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');

it.each([
  ['', '', true],
  ['2026-03-02', '2026-03-02', true],
  ['2026-03-03', '', false],
  ['', '2026-03-01', false],
  ['', '2026-03-02 12:00', false],
  ['2026-03-02T11:07+0130', '2026-03-02T12:00:01Z', true],
  ['3/2/26, 11:59 AM', '3/2/2026, 12:01 PM', true],
  ['10/24/16, 12:37 PM', '', true],
  ['', '2026-03-02 0:00:00', false],
  ['soon', '', undefined],
  ['', '2026-02-30', undefined],
])('noon of a day lies between "%s" and "%s": %s', (from, to, expected) => {
  expect(isWithin(noon, from, to)).toBe(expected);
});
