import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextTable } from './text-table.ts';

it('has for every row the text that was set last', () => {
  const row = fc.nat(300);
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.string({ unit: 'grapheme' }))), (written) => {
      const table = new TextTable();
      for (const [at, text] of written) table.set(at, text);
      const last = new Map(written);
      for (let at = 0; at <= 300; at++) expect(table.get(at)).toBe(last.get(at));
    }),
  );
});

it('keeps them through blocks, texts larger than a block, and clearing away', () => {
  const table = new TextTable();
  const textOf = (at: number, turn: number): string =>
    `${String(at)} of ${String(turn)} ${'ä😀'.repeat(at % 7 === 0 ? 100 : 1)}`;
  table.set(5000, 'x'.repeat(3_000_000));
  table.set(5001, '');
  for (let turn = 0; turn < 40; turn++) {
    for (let at = 0; at < 2000; at++) table.set(at, textOf(at, turn));
  }
  for (let at = 0; at < 2000; at++) expect(table.get(at)).toBe(textOf(at, 39));
  expect(table.get(5000)).toHaveLength(3_000_000);
  expect([table.get(5001), table.get(4000)]).toEqual(['', undefined]);
});
