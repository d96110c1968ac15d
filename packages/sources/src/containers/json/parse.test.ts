import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from './parse.ts';

it.each([
  ['[9007199254740991, -9007199254740991]', [9007199254740991, -9007199254740991]],
  ['{"id":788032119674292922}', { id: '788032119674292922' }],
  ['[9007199254740993,-9007199254740993]', ['9007199254740993', '-9007199254740993']],
  ['["9007199254740993", "\\"9007199254740993"]', ['9007199254740993', '"9007199254740993']],
  ['[1.5e20, 1234567890123456.75]', [1.5e20, 1234567890123456.75]],
])('keeps the digits of whole numbers that would lose some: %s', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

it.each(['[01234567890123456789]', '[--12345678901234567890]', '{"a:12345678901234567890}'])(
  'refuses what is no JSON: %s',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

it('reads everything else as JSON.parse does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.maxSafeInteger(), fc.double({ min: -1, max: 1 }))),
      (value) => {
        const text = JSON.stringify([...value, '1234567890123456']);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      },
    ),
  );
});
