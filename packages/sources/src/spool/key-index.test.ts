import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex } from './key-index.ts';
import { Keys } from './keys.ts';

describe('KeyIndex', () => {
  it('answers like a map', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(1000))), (entries) => {
        const index = new KeyIndex();
        const map = new Map<string, number>();
        for (const [key, number] of entries) {
          expect(index.set(key, number)).toBe(map.get(key));
          map.set(key, number);
        }
        expect(index.size).toBe(map.size);
        for (const [key, number] of map) expect(index.get(key)).toBe(number);
      }),
    );
  });

  it('answers like maps of their own where several share their keys', () => {
    const keys = new Keys();
    const entry = fc.tuple(fc.nat(2), fc.string({ maxLength: 3 }), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const pairs = [0, 1, 2].map(() => ({
          index: new KeyIndex(keys),
          map: new Map<string, number>(),
        }));
        for (const [which, key, number] of entries) {
          const pair = pairs[which];
          expect(pair?.index.set(key, number)).toBe(pair?.map.get(key));
          pair?.map.set(key, number);
        }
        for (const { index, map } of pairs) {
          expect(index.size).toBe(map.size);
          for (const [, key] of entries) expect(index.get(key)).toBe(map.get(key));
        }
      }),
    );
  });

  it('keeps apart 200,000 keys that look alike', () => {
    const index = new KeyIndex();
    for (let n = 0; n < 200_000; n += 1)
      expect(index.set(`product-${String(n)}`, n)).toBeUndefined();
    expect(index.get('product-123456')).toBe(123_456);
    expect(index.get('product-200000')).toBeUndefined();
  });
});
