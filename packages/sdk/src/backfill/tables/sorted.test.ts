import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sorted } from './sorted.ts';

it('sorts as arrays do, and leaves equal ones as they stand', () => {
  const byTens = (one: number, other: number): number =>
    Math.floor(one / 10) - Math.floor(other / 10);
  fc.assert(
    fc.property(fc.array(fc.nat(200)), (numbers) => {
      expect([...sorted(Uint32Array.from(numbers), byTens)]).toEqual(numbers.toSorted(byTens));
    }),
  );
});
