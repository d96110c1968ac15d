import { describe, expect, it } from 'vitest';
import { retryAfterOf } from './retry-after.ts';

const now = Date.parse('2026-03-02T09:30:00Z');
const read = (headers: Record<string, string>) => retryAfterOf(new Headers(headers), now);

describe('the wait a server asks for', () => {
  it.each([
    ['seconds', { 'retry-after': '90' }, 90_000],
    ['zero', { 'retry-after': '0' }, 0],
    ['fractions of a second', { 'retry-after': '1.5' }, 1500],
    ['a date', { 'retry-after': 'Mon, 02 Mar 2026 09:31:00 GMT' }, 60_000],
    ['a date that has passed', { 'retry-after': 'Mon, 02 Mar 2026 09:29:00 GMT' }, 0],
    ['milliseconds before anything else', { 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['nothing', {}, undefined],
  ])('is read from %s', (_, headers, milliseconds) => {
    expect(read(headers)).toBe(milliseconds);
  });

  it('is measured by the server clock when its date header is there', () => {
    const headers = {
      date: 'Mon, 02 Mar 2026 12:00:00 GMT',
      'retry-after': 'Mon, 02 Mar 2026 12:00:10 GMT',
    };
    expect(read(headers)).toBe(10_000);
  });
});
