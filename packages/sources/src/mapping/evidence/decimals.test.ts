import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { writingOf } from './decimals.ts';

const signs = fc.constantFrom<['.' | ',', string]>(
  ['.', ','],
  [',', '.'],
  ['.', ''],
  [',', ''],
  ['.', "'"],
  [',', ' '],
);

it('never proves a decimal separator that an amount is not written with', () => {
  fc.assert(
    fc.property(
      fc.nat(99_999_999),
      signs,
      fc.constantFrom('', '€ ', 'USD '),
      (cents, [decimal, group], mark) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${mark}${whole}${decimal}${String(cents % 100).padStart(2, '0')}`;
        expect(writingOf(text)).toEqual({ is: 'proof', decimal });
        const thousands = writingOf(`${mark}${whole}`);
        if (thousands?.is === 'proof') expect(thousands.decimal).toBe(decimal);
      },
    ),
  );
});

it.each([
  ['1,295', 'ambiguous'],
  ['1.295', 'ambiguous'],
  ['0.295', 'proof'],
  ['12', 'silent'],
  ["1'295", 'silent'],
  ['1 295', 'silent'],
])('takes %s for %s', (text, is) => {
  expect(writingOf(text)?.is).toBe(is);
});

it.each(['abc', '1.2.3', '12-13', '1,29,5', ''])('takes %j for no amount', (text) => {
  expect(writingOf(text)).toBeUndefined();
});
