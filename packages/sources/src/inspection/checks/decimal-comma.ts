import type { Check } from '../check.ts';
import { damagedCells } from '../check.ts';

const comma = /^\d+,\d{1,2}$/;
const point = /^\d+\.\d{1,2}$/;

/** `12,50` among `12.50`; and `1,234`, which may be more than a thousand or a little more than one. */
export const decimalComma: Check = {
  kind: 'decimal-comma',
  begin() {
    const withPoint = new Set<string>();
    return {
      see({ cells, columns }) {
        for (const [index, { key, role }] of columns.entries()) {
          if (role === 'price' && point.test(cells[index]?.trim() ?? '')) withPoint.add(key);
        }
      },
      look: (row) =>
        damagedCells(row, (cell, { key, role }) => {
          if (role !== 'price') return undefined;
          if (/^\d{1,3},\d{3}$/.test(cell)) {
            return {
              problem: 'can be read with thousands or with decimals: say which with --decimal',
            };
          }
          if (!comma.test(cell) || !withPoint.has(key)) return undefined;
          const problem = 'has a decimal comma, and others of the column a point';
          return { problem, repair: cell.replace(',', '.'), isCertain: true };
        }),
    };
  },
};
