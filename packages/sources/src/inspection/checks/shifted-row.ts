import type { Check } from '../check.ts';

/** A row with more or fewer cells than there are columns. */
export const shiftedRow: Check = {
  kind: 'shifted-row',
  begin: () => ({
    look({ cells, columns, width }) {
      const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      const isLong = count > columns.length;
      if (!isLong && cells.length >= width) return [];
      const has = String(isLong ? count : cells.length);
      return [
        { problem: `the row has ${has} cells and the header ${String(columns.length)} columns` },
      ];
    },
  }),
};
