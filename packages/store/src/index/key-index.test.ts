import { expect, test } from 'vitest';
import { KeyIndex, type KeyHash } from './key-index.ts';

/** Any hash will do that tells these apart. */
function hashOf(number: number): KeyHash {
  return { high: Math.imul(number, 0x85ebca6b) >>> 0, low: Math.imul(number, 0x9e3779b1) >>> 0 };
}

const a = hashOf(7);
const many = 150_000; // more than two blocks, and many growths of the table

test('every key keeps its latest entry while the index grows', () => {
  const index = new KeyIndex();
  const entryOf = (number: number, round: number) => ({
    high: number * round,
    low: 0xffffffff - number,
    flags: (number * round) % 8192,
    offset: number * round,
  });
  for (const round of [1, 2]) {
    for (let number = 0; number < many; number++) {
      index.set(hashOf(number), entryOf(number, round));
    }
  }
  expect(index.size).toBe(many);
  for (let number = 0; number < many; number++) {
    const found = JSON.stringify(index.get(hashOf(number)));
    if (found !== JSON.stringify(entryOf(number, 2))) expect(found).toBe(number);
  }
  expect(index.get(hashOf(-1))).toBeUndefined();
});

test('offsets beyond 32 bits, all flags and the highest bits come back exactly', () => {
  const index = new KeyIndex();
  const entry = { high: 0xffffffff, low: 0x80000000, flags: 0x1fff, offset: 2 ** 50 - 1 };
  index.set(a, entry);
  expect(index.get(a)).toEqual(entry);
});

test('flags are told only of an entry whose bits are those', () => {
  const index = new KeyIndex();
  expect(index.flagsIf(a, 1, 2)).toBe(-1);
  index.set(a, { high: 1, low: 2, flags: 0x1fff, offset: 2 ** 50 - 1 });
  expect([index.flagsIf(a, 1, 2), index.flagsIf(a, 2, 2), index.flagsIf(a, 1, 1)]).toEqual([
    0x1fff, -1, -1,
  ]);
  index.delete(a);
  expect(index.flagsIf(a, 1, 2)).toBe(-1);
});

test('a deleted key is gone until it comes back, and keeps its place', () => {
  const index = new KeyIndex();
  const entry = { high: 1, low: 2, flags: 3, offset: 20 };
  const sizes: number[] = [];
  for (const isThere of [false, true, false, false, true, true]) {
    if (isThere) index.set(a, entry);
    else index.delete(a);
    sizes.push(index.size);
    expect(index.get(a)).toEqual(isThere ? entry : undefined);
  }
  expect(sizes).toEqual([0, 1, 0, 0, 1, 1]);
  expect(index.places).toBe(1);
});
