import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WideColumn } from './wide-column.ts';

it('has for every row the sum of what was added, below and above 32 bits', () => {
  const amount = fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32 - 2, max: 2 ** 48 }));
  const added = fc.array(fc.tuple(fc.nat(50_000), amount), { maxLength: 30 });
  fc.assert(
    fc.property(added, (amounts) => {
      const column = new WideColumn();
      const sums = new Map<number, number>();
      for (const [row, value] of amounts) {
        column.add(row, value);
        sums.set(row, (sums.get(row) ?? 0) + value);
      }
      for (const [row, sum] of sums) expect(column.get(row)).toBe(sum);
      const [first, sum = 0] = [...sums][0] ?? [0];
      column.add(first, -sum);
      expect(column.get(first)).toBe(0);
    }),
  );
});
