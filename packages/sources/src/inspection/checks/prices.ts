import { option, say } from 'sequenzy-contract';
import { amountOf, type Decimal } from '../../money/amount.ts';
import { type Check, damagedCells, type Damage } from './check.ts';
import type { InspectedColumn, InspectedRow } from './column.ts';

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
              problem: say`is ambiguous, because its separator could be either: pass ${option('decimal', '.')} or ${option('decimal', ',')}`,
            };
          }
          const right = decimal ?? '.';
          const wrong = right === '.' ? ',' : '.';
          if (!written[wrong].test(cell)) return undefined;
          if (decimal === undefined && !columnsWith['.'].has(key)) return undefined;
          const others =
            decimal === undefined ? 'others of the column' : say`${option('decimal')} says`;
          const problem = say`has a decimal ${name[wrong]}, and ${others} a ${name[right]}`;
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

/** A row in another currency than the rest of its column, said in a cell of its own or beside a price. */
export const currencySwitch: Check = {
  kind: 'currency-switch',
  begin() {
    const counts = new Map<string, Map<string, number>>();
    return {
      see(row) {
        damagedCells(row, (cell, column) => {
          const code = codeIn(cell, column);
          const seen = counts.get(column.key) ?? new Map<string, number>();
          if (code !== undefined) counts.set(column.key, seen.set(code, (seen.get(code) ?? 0) + 1));
          return undefined;
        });
      },
      look: (row) =>
        damagedCells(row, (cell, column) => {
          const code = codeIn(cell, column);
          if (code === undefined) return undefined;
          const [usual] = [...(counts.get(column.key) ?? [])].toSorted((a, b) => b[1] - a[1]);
          if (usual === undefined || code === usual[0]) return undefined;
          return { problem: `is in ${code}, and most of the file in ${usual[0]}` };
        }),
    };
  },
};

function codeIn(cell: string, { role }: InspectedColumn): string | undefined {
  if (role === 'currency') return /^[a-z]{3}$/i.test(cell) ? cell.toUpperCase() : undefined;
  if (role !== 'price') return undefined;
  const [, before, behind] = /^(?:(\p{Sc}) ?)?[\d.,\s]*\d ?([A-Z]{3}|\p{Sc})?$/u.exec(cell) ?? [];
  return behind ?? before;
}

/** Columns of a price before, and of the price now. */
const pairs = [
  ['variantcompareatprice', 'variantprice'],
  ['compareatprice', 'price'],
  ['regularprice', 'saleprice'],
  ['price', 'saleprice'],
  ['price', 'specialprice'],
] as const;

/** A discount that is none. */
export const compareAt: Check = {
  kind: 'compare-at',
  begin: () => ({
    look: (row) => pairs.flatMap(([before, now]) => noDiscount(row, before, now)),
  }),
};

function noDiscount(row: InspectedRow, before: string, now: string): Damage[] {
  const [higher, lower] = [cellIn(row, before), cellIn(row, now)];
  if (higher?.cents === undefined || lower?.cents === undefined) return [];
  if (higher.cents === 0 || lower.cents === 0 || higher.cents > lower.cents) return [];
  // What is to be emptied is the price that stands beside the one that is always there.
  const spare = before.endsWith('compareatprice') ? higher : lower;
  const isSame = higher.cents === lower.cents;
  const other = spare === higher ? lower : higher;
  const relation = spare === higher ? 'below' : 'above';
  const problem = isSame
    ? `is the price in "${other.name}" too, so there is no discount`
    : `is ${relation} "${other.name}", so there is no discount`;
  return [{ cell: spare.index, problem, ...(isSame && { repair: '', isCertain: true }) }];
}

/** Only amounts that leave no doubt are compared; four decimals are enough for any currency. */
function cellIn(
  { cells, columns }: InspectedRow,
  key: string,
):
  | { readonly index: number; readonly name: string; readonly cents: number | undefined }
  | undefined {
  const index = columns.findIndex((column) => column.key === key);
  const column = columns[index];
  if (column === undefined) return undefined;
  const amount = amountOf((cells[index] ?? '').trim().replace(/ ?[A-Z]{3}$/, ''), 'CLF', undefined);
  return { index, name: column.name, cents: amount.ok ? amount.cents : undefined };
}
