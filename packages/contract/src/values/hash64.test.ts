import { expect, it } from 'vitest';
import { hash64, hash64OfAll, hash64OfAscii, type Hash64 } from './hash64.ts';

it('of bytes is that of the text they spell', () => {
  const bytes = Buffer.from('{"k":"sku-1 ~!"}');
  expect(hash64OfAscii(bytes, 6, 14)).toEqual(hash64('sku-1 ~!'));
});

it('of several texts tells where each begins', () => {
  const some = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['c', 'ab'], []];
  expect(new Set(some.map((texts) => hexOf(hash64OfAll(texts)))).size).toBe(some.length);
});

it('of keys of every length, one digit apart, all differ', () => {
  const hashes = new Set<string>();
  for (let length = 1; length <= 40; length++) {
    for (let at = 0; at < length; at++) {
      hashes.add(hexOf(hash64('0'.repeat(at) + '1' + '0'.repeat(length - at - 1))));
    }
  }
  expect(hashes.size).toBe((40 * 41) / 2);
});

function hexOf({ high, low }: Hash64): string {
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
