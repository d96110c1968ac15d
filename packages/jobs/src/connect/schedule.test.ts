import { describe, expect, it } from 'vitest';
import { rateOf, timeAtLimit } from './schedule.ts';

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
