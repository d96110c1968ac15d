import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingOffsets } from './growing.ts';

it('has every place again, below and above 4 GB', () => {
  const offset = fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32 - 2, max: 2 ** 48 - 1 }));
  fc.assert(
    fc.property(fc.array(offset), (places) => {
      const offsets = new GrowingOffsets();
      for (const place of places) offsets.push(place);
      expect(offsets.length).toBe(places.length);
      expect(places.map((_, index) => offsets.get(index))).toEqual(places);
    }),
  );
});
