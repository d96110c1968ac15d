import { expect, it } from 'vitest';
import type { Reject } from '../report/reject.ts';
import { Rejections } from './rejections.ts';

function priced(line: number, value: string): Reject {
  const reason = { line, message: `"${value}" is not an amount`, column: 'price', value };
  return { file: 'a.csv', line, productId: value, reasons: [{ file: 'a.csv', ...reason }] };
}

function rejected(most: number | undefined): Rejections {
  const rejections = new Rejections(most);
  for (const line of [2, 3, 5, 8, 13]) {
    rejections.add(
      { key: undefined, file: 'a.csv', line, faults: [], ordinal: line },
      priced(line, `x${String(line)}`),
    );
  }
  return rejections;
}

it('lists the first reject of a reason, with how many others have it and where', () => {
  const { count, listed } = rejected(undefined);
  expect(count).toBe(5);
  expect(listed).toEqual([{ ...priced(2, 'x2'), alike: { count: 4, places: ['3', '5', '8'] } }]);
});

it('lists all of them where all are wanted', () => {
  expect(rejected(Infinity).listed).toHaveLength(5);
});
