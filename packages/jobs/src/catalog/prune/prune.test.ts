import { expect, it } from 'vitest';
import { goneFrom } from './gone.ts';
import { KeySet } from '../../input/key-set.ts';
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
  const known = Array.from({ length: 40 }, (_, index) => String(index));
  const ledger = {
    size: known.length,
    async *list() {
      yield* await Promise.resolve(known.map((key) => ({ key, fingerprint: null })));
    },
  };
  const source = new KeySet();
  source.add('0');
  source.add('new');
  const some = await goneFrom(ledger, source, { max: '10%', leftOut: 0 });
  expect(some).toMatchObject({ known: 40, allowed: 4, count: 39 });
  expect(some.productIds).toHaveLength(10);
  const all = await goneFrom(ledger, source, { max: '100%', leftOut: 0 });
  expect(all.productIds).toEqual(known.slice(1));
  const isOurs = ({ key }: { readonly key: string }): boolean => Number(key) < 20;
  const ours = await goneFrom(ledger, source, { max: '10%', leftOut: 0, isOurs });
  expect(ours).toMatchObject({ known: 20, allowed: 2, count: 19, ofOtherFeeds: 20 });
});
