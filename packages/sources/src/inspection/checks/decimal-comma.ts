import { amountOf, type Decimal } from '../../money/amount.ts';
import type { Check } from './check.ts';
import { damagedCells } from './check.ts';

const written = {
  '.': /^(\d+|\d{1,3}(,\d{3})+)\.\d{1,2}$/,
  ',': /^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/,
} as const;
const eitherWay = { '.': /^\d{1,3}\.\d{3}$/, ',': /^\d{1,3},\d{3}$/ } as const;
const name = { '.': 'point', ',': 'comma' } as const;

/**
 * `12,50` and `1.234,50` among `12.50`; and `1,234`, which may be more than a thousand or a little more than one, as `1.234` may be among
 * `12,50`. What is read well by the separator that the user says is none.
 */
export const decimalComma: Check = {
  kind: 'decimal-comma',
  begin({ decimal }) {
    const columnsWith = { '.': new Set<string>(), ',': new Set<string>() } as const;
    return {
      see({ cells, columns }) {
        for (const [index, { key, role }] of columns.entries()) {
          if (role !== 'price') continue;
          const cell = cells[index]?.trim() ?? '';
          for (const mark of ['.', ','] as const) {
            if (written[mark].test(cell)) columnsWith[mark].add(key);
          }
        }
      },
      look: (row) =>
        damagedCells(row, (cell, { key, role }) => {
          if (role !== 'price' || readsWell(cell, decimal)) return undefined;
          const hasCommasOnly = columnsWith[','].has(key) && !columnsWith['.'].has(key);
          const isOpen = eitherWay[','].test(cell) || (hasCommasOnly && eitherWay['.'].test(cell));
          if (isOpen && decimal === undefined) {
            return {
              problem: 'can be read with thousands or with decimals: say which with --decimal',
            };
          }
          const right = decimal ?? '.';
          const wrong = right === '.' ? ',' : '.';
          if (!written[wrong].test(cell)) return undefined;
          if (decimal === undefined && !columnsWith['.'].has(key)) return undefined;
          const others = decimal === undefined ? 'others of the column' : '--decimal says';
          const problem = `has a decimal ${name[wrong]}, and ${others} a ${name[right]}`;
          return {
            problem,
            repair: cell.replaceAll(right, '').replace(wrong, right),
            isCertain: true,
          };
        }),
    };
  },
};

function readsWell(cell: string, decimal: Decimal | undefined): boolean {
  // Any currency with the most decimals there are tells how the cell is written.
  return decimal !== undefined && amountOf(cell, 'CLF', decimal).ok;
}
