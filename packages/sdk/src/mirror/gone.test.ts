import { expect, it } from 'vitest';
import { goneFrom } from './gone.ts';
import { KeySet } from 'sequenzy-contract';
import { allowedOf, type MaxDelete } from './max-delete.ts';

it('a set of keys knows what was added, and nothing else', () => {
  const set = new KeySet();
  const keys = Array.from({ length: 50_000 }, (_, index) => `product-${String(index)}`);
  for (const key of keys) set.add(key);
  expect(keys.every((key) => set.has(key))).toBe(true);
  expect(keys.some((key) => set.has(`${key}x`))).toBe(false);
  set.add('late');
  expect(set.has('late')).toBe(true);
});

it.each<[MaxDelete, number, number]>([
  ['10%', 1000, 100],
  ['10%', 19, 1],
  ['10%', 3, 1],
  ['0%', 1000, 0],
  ['100%', 7, 7],
  [25, 1000, 25],
])('%s of %i known products allows %i', (max, known, allowed) => {
  expect(allowedOf(max, known)).toBe(allowed);
});

it('what is neither a number nor a share is refused', () => {
  // As a program without types could give it.
  expect(() => allowedOf('ten%' as MaxDelete, 100)).toThrow(
    'neither a number of products nor a share',
  );
});

it('what is gone is what is known and was not seen; past what is allowed only ten are kept', async () => {
  const known = Array.from({ length: 40 }, (_, index) => ({
    key: String(index),
    fingerprint: null,
    ...(index >= 20 && { feed: 'other' }),
  }));
  const ledger = {
    async *list() {
      yield* await Promise.resolve(known);
    },
  };
  const source = new KeySet();
  source.add('0');
  source.add('new');
  const some = await goneFrom(ledger, source, { max: '10%', feed: undefined });
  expect(some).toMatchObject({ known: 20, ofOtherFeeds: 20, allowed: 2, count: 19 });
  expect(some.productIds).toHaveLength(10);
  const all = await goneFrom(ledger, source, { max: '100%', feed: undefined });
  expect(all.productIds).toEqual(known.slice(1, 20).map(({ key }) => key));
});
