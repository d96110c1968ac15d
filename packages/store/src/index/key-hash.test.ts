import { expect, test } from 'vitest';
import { KeyHash } from './key-hash.ts';

test.each([
  ['', '0000000000000000'],
  ['I will not buy this record, it is scratched.', 'a0a9683b25ac5e40'],
  ['The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c67'],
])('the hash of %j is the first half of its MurmurHash3_x86_128', (text, expected) => {
  expect(hexOf(hashOfBytes(text))).toBe(expected);
});

test('a key has the hash of its bytes as JSON writes them', () => {
  const key = 'naïve "sku"\n\ud800';
  const written = JSON.stringify(key).slice(1, -1);
  expect(hexOf(new KeyHash().ofKey(key))).toBe(hexOf(hashOfBytes(written)));
});

test('keys of every length around a block, one digit apart, all differ', () => {
  const hashes = new Set<string>();
  for (let length = 1; length <= 40; length++) {
    for (let at = 0; at < length; at++) {
      hashes.add(hexOf(new KeyHash().ofKey('0'.repeat(at) + '1' + '0'.repeat(length - at - 1))));
    }
  }
  expect(hashes.size).toBe((40 * 41) / 2);
});

function hashOfBytes(text: string): KeyHash {
  const bytes = Buffer.from(text);
  return new KeyHash().ofBytes(bytes, 0, bytes.length);
}

function hexOf({ high, low }: KeyHash): string {
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
