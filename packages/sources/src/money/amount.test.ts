import { describe, expect, it } from 'vitest';
import { amountOf } from './amount.ts';

describe('an amount', () => {
  it.each([
    ['1,234', ',', 'KWD', 1234],
    ['1,234', '.', 'USD', 123400],
    ['1.234', ',', 'EUR', 123400],
    ['1.234,5', ',', 'EUR', 123450],
    ['1,234.50', '.', 'USD', 123450],
    ["1'234,50", ',', 'CHF', 123450],
    ['19,99', ',', 'EUR', 1999],
    [',5', ',', 'EUR', 50],
    ['50', ',', 'EUR', 5000],
    ['36.0000', '.', 'USD', 3600],
  ] as const)('%s with "%s" before its decimals is %s %i', (text, decimal, currency, cents) => {
    expect(amountOf(text, currency, decimal)).toEqual({ ok: true, cents });
  });

  it.each([
    ['1,234', ',', '"1,234" has more decimals than EUR has (2)'],
    ['19.99', ',', '"19.99" is not written with "," before its decimals'],
    ['-1,00', ',', '"-1,00" is negative: expected 0 or more'],
    ['1.23.456', ',', '"1.23.456" is not an amount such as 19.99'],
  ] as const)('%s with "%s" is refused', (text, decimal, message) => {
    expect(amountOf(text, 'EUR', decimal)).toEqual({ ok: false, message });
  });

  it('stays ambiguous while nobody says what its separator is', () => {
    expect(amountOf('1,234', 'EUR', undefined)).toMatchObject({ ok: false });
  });
});
