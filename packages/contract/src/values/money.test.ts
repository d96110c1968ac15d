import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['19.99', 'USD', 1999],
    ['1.005', 'KWD', 1005],
    ['1.234', 'KWD', 1234],
    ['500', 'JPY', 500],
    ['50', 'USD', 5000],
    ['.5', 'USD', 50],
    ['36.0000', 'USD', 3600],
    ['12,50', 'EUR', 1250],
    ['1,234.50', 'USD', 123450],
    ['1.234,50', 'EUR', 123450],
    ['1 234,50', 'EUR', 123450],
    ['1\u00a0234,50', 'EUR', 123450],
    ["1'234.50", 'CHF', 123450],
    ['1,234,567', 'USD', 123456700],
    ['0.125', 'BHD', 125],
    ['90071992547409.91', 'USD', 9007199254740991],
  ])('reads %s %s as %i', (text, currency, cents) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, cents });
  });

  it.each([
    ['-5', 'USD', 'negative'],
    ['NaN', 'USD', 'not an amount'],
    ['', 'USD', 'not an amount'],
    ['.', 'USD', 'not an amount'],
    ['$5', 'USD', 'not an amount'],
    ['1e3', 'USD', 'not an amount'],
    ['1,234', 'USD', 'write 1234, or at most 2 decimals for USD'],
    ['1.234', 'USD', 'write 1234, or at most 2 decimals for USD'],
    ['1,234', 'KWD', 'is ambiguous (1234 or 1.234): write 1234 or 1.234'],
    ['19.990', 'USD', 'is ambiguous (19990 or 19.990): write 19990 or 19.99'],
    ['1.000', 'USD', 'is ambiguous (1000 or 1.000): write 1000 or 1'],
    ['19.999', 'USD', 'write 19999, or at most 2 decimals for USD'],
    ['0.999', 'USD', 'more decimals than USD has (2)'],
    ['19.9999', 'USD', 'more decimals than USD has (2)'],
    ['0.5', 'JPY', 'more decimals than JPY has (0)'],
    ['1,23,456', 'USD', 'not an amount'],
    ['1,234,50', 'USD', 'not an amount'],
    ['90071992547409.92', 'USD', 'too large'],
  ])('refuses %s %s', (text, currency, reason) => {
    const result = parseMoney(text, currency);
    expect(result.ok ? result.cents : result.message).toContain(reason);
  });

  it('reads back what it writes, in every currency, to the last unit', () => {
    const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CLF');
    fc.assert(
      fc.property(fc.maxSafeNat(), currency, (cents, code) => {
        const plain = formatMoney(cents, code);
        const result = parseMoney(plain, code);
        expect(result).toEqual({ ok: true, cents });
      }),
    );
  });
});
