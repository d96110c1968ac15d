import { expect, test } from 'vitest';
import { KeyHash } from './key-hash.ts';
import { KeyIndex } from './key-index.ts';
import { markOf } from './mark.ts';

const hash = new KeyHash();
const many = 150_000; // more than two blocks, and many growths of the table

test('every key keeps its latest mark while the index grows', () => {
  const index = new KeyIndex();
  for (const round of [1, 2]) {
    for (let number = 0; number < many; number++) {
      const fingerprint = (number * round).toString(16).padStart(16, '0');
      const stock = { inStock: number % 2 === 0, out: number % 3 === 0 ? ['v'] : [] };
      index.set(
        hash.ofKey(`sku-${number}`),
        markOf({ key: '', fingerprint, stock }, number * round),
      );
    }
  }
  expect(index.size).toBe(many);
  for (let number = 0; number < many; number++) {
    const fingerprint = (number * 2).toString(16).padStart(16, '0');
    const stock = { inStock: number % 2 === 0, out: number % 3 === 0 ? ['v'] : [] };
    const mark = index.get(hash.ofKey(`sku-${number}`));
    if (
      JSON.stringify(mark) !== JSON.stringify(markOf({ key: '', fingerprint, stock }, number * 2))
    ) {
      expect(mark).toBe(number);
    }
  }
  expect(index.get(hash.ofKey('sku--1'))).toBeUndefined();
});

test('offsets beyond 32 bits and fingerprints with the highest bit set come back exactly', () => {
  const index = new KeyIndex();
  const mark = markOf({ key: 'a', fingerprint: 'ffffffff80000000' }, 2 ** 48 + 1);
  index.set(hash.ofKey('a'), mark);
  expect(index.get(hash.ofKey('a'))).toEqual(mark);
});

test('a forgotten key is not counted until it comes back', () => {
  const index = new KeyIndex();
  const gone = markOf({ key: 'a', fingerprint: null, forget: true }, 10);
  const there = markOf({ key: 'a', fingerprint: null }, 20);
  const sizes = [gone, there, gone, gone, there].map((mark) => {
    index.set(hash.ofKey('a'), mark);
    return index.size;
  });
  expect(sizes).toEqual([0, 1, 0, 0, 1]);
  expect(index.entries).toBe(1);
});
