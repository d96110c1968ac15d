import { describe, expect, it } from 'vitest';
import { Converter } from './exchange-rates.ts';

const usd = (rates: Record<string, string>) => new Converter({ base: 'USD', rates });

describe('converting amounts', () => {
  it.each([
    ['0.5', 1, 0],
    ['0.5', 3, 2],
    ['0.5', 5, 2],
    ['0.500000000000000000001', 1, 1],
    ['1.08', 1000, 1080],
  ])('at %s makes of %i cents %i, half to even', (rate, cents, expected) => {
    expect(usd({ EUR: rate }).sum([{ cents, currency: 'EUR' }])).toBe(expected);
  });

  it('rounds the sum once, not every part', () => {
    const amounts = Array.from({ length: 3 }, () => ({ cents: 1, currency: 'EUR' }));
    expect(usd({ EUR: '0.4' }).sum(amounts)).toBe(1);
  });

  it('knows how many decimals each currency has', () => {
    const converter = usd({ JPY: '0.0065', KWD: '3.25' });
    expect(converter.sum([{ cents: 10_000, currency: 'JPY' }])).toBe(6500);
    expect(converter.sum([{ cents: 1234, currency: 'KWD' }])).toBe(401);
    expect(
      converter.sum([
        { cents: 1, currency: 'USD' },
        { cents: 100, currency: 'JPY' },
      ]),
    ).toBe(66);
    const yen = new Converter({ base: 'JPY', rates: { USD: '150' } });
    expect(yen.sum([{ cents: 1999, currency: 'USD' }])).toBe(2998);
  });

  it('stays exact where doubles would not', () => {
    const cents = 9_007_199_254_740_991;
    expect(usd({ EUR: '1.0' }).sum([{ cents, currency: 'EUR' }])).toBe(cents);
  });

  it('gives nothing where a rate is missing', () => {
    expect(usd({ EUR: '1' }).sum([{ cents: 1, currency: 'GBP' }])).toBeUndefined();
  });

  it('refuses codes and rates that are none, naming each', () => {
    const rates = { eur: '1', GBP: '1,1', CHF: '0', SEK: '-1', NOK: '1e3' };
    expect(() => new Converter({ base: 'US$', rates })).toThrow(
      /base.*rates\.eur.*rates\.GBP.*rates\.CHF.*rates\.SEK.*rates\.NOK/,
    );
  });
});
