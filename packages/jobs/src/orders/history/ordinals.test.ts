import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ordinals } from './ordinals.ts';

it('names the record at each place, whichever were left out', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (kept) => {
      const expected = kept.flatMap((isKept, ordinal) => (isKept ? [ordinal] : []));
      const ordinals = new Ordinals();
      for (const ordinal of expected) ordinals.add(ordinal);
      expect(expected.map((_, place) => ordinals.at(place))).toEqual(expected);
      expect([ordinals.at(-1), ordinals.at(expected.length)]).toEqual([undefined, undefined]);
    }),
  );
});
