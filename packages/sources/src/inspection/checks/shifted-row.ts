import { misplacedIn } from '../../table/width.ts';
import type { Check } from './check.ts';

/** A row with more or fewer cells than there are columns. */
export const shiftedRow: Check = {
  kind: 'shifted-row',
  begin: () => ({
    look({ cells, columns, width }) {
      const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      const isLong = count > columns.length;
      const names = columns.map(({ name }) => name);
      const isShifted = cells.length > columns.length && misplacedIn(cells, names) !== undefined;
      if (!isLong && !isShifted && cells.length >= width) return [];
      const has = String(isLong ? count : cells.length);
      return [
        { problem: `the row has ${has} cells and the header ${String(columns.length)} columns` },
      ];
    },
  }),
};
