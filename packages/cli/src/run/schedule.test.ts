import { describe, expect, it } from 'vitest';
import { rateOf, timeAtLimit, timeLeft } from './schedule.ts';

const documented = rateOf(undefined);

describe('the rate', () => {
  it('is the documented one by default', () => {
    expect(documented).toEqual({ perMinute: 100, perSecond: 20 });
  });

  it('allows more a second where the minute could not be reached otherwise', () => {
    expect(rateOf(6000)).toEqual({ perMinute: 6000, perSecond: 100 });
    expect(rateOf(10)).toEqual({ perMinute: 10, perSecond: 20 });
  });

  it('is nothing at all when it is off', () => {
    expect(timeAtLimit(1_000_000, rateOf('off'))).toBe(0);
  });
});

describe('time left', () => {
  it.each([
    { sent: 0, remaining: 98, hold: 0, left: 4000 },
    { sent: 0, remaining: 250, hold: 0, left: 122_000 },
    { sent: 100, remaining: 50, hold: 55_000, left: 57_000 },
    { sent: 10, remaining: 1, hold: 0, left: 0 },
    { sent: 10, remaining: 0, hold: 9000, left: 0 },
  ])('$remaining requests after $sent: $left ms', ({ sent, remaining, hold, left }) => {
    expect(timeLeft(sent, remaining, documented, hold)).toBe(left);
  });
});
