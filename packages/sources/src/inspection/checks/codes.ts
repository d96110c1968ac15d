import { codeWithoutApostrophe } from '../../text/apostrophe.ts';
import { type Check, damagedCells, cellCheck } from './check.ts';
import type { InspectedColumn } from './column.ts';
import { hasLostDigits } from '../../table/cells.ts';

/** How long the numbers of a column are, and whether some begin with a zero. */
interface Lengths {
  readonly counts: Map<number, number>;
  readonly withZero: Set<number>;
}

/** `123456789012` where the others of the column are as `0123456789012`. */
export const lostZeros: Check = {
  kind: 'lost-zeros',
  begin() {
    const columns = new Map<string, Lengths>();
    return {
      see(row) {
        damagedCells(row, (cell, column) => {
          const code = codeWithoutApostrophe(cell);
          if (isNumber(code, column)) note(columns, column.key, code);
          return undefined;
        });
      },
      look: (row) =>
        damagedCells(row, (cell, column) => {
          const code = codeWithoutApostrophe(cell);
          if (!isNumber(code, column)) return undefined;
          const length = usualLength(columns.get(column.key));
          if (length === undefined || code.length >= length) return undefined;
          const repair = code.padStart(length, '0');
          const problem = `has ${String(code.length)} digits, and others of the column ${String(length)} with zeros before them`;
          return { problem, repair, isCertain: isGtin(repair) };
        }),
    };
  },
};

function isNumber(cell: string, { role }: InspectedColumn): boolean {
  return role === 'code' && /^\d{4,}$/.test(cell);
}

function note(columns: Map<string, Lengths>, key: string, cell: string): void {
  const lengths: Lengths = columns.get(key) ?? { counts: new Map(), withZero: new Set() };
  lengths.counts.set(cell.length, (lengths.counts.get(cell.length) ?? 0) + 1);
  if (cell.startsWith('0')) lengths.withZero.add(cell.length);
  columns.set(key, lengths);
}

/** Undefined where no length is that of nearly all, or none of them begins with a zero. */
function usualLength(lengths: Lengths | undefined): number | undefined {
  if (lengths === undefined) return undefined;
  const total = [...lengths.counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...lengths.counts].toSorted((a, b) => b[1] - a[1]);
  if (most === undefined || !lengths.withZero.has(most[0])) return undefined;
  return most[1] >= total * 0.75 ? most[0] : undefined;
}

/** Whether the last digit of a GTIN is what the others make it. Source: the GS1 General Specifications. */
function isGtin(code: string): boolean {
  if (![8, 12, 13, 14].includes(code.length)) return false;
  const digits = Array.from(code, Number).reverse();
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** `4.05E+12` where a number was an id. */
export const lostDigits = cellCheck('lost-digits', (cell, { role }) =>
  role === 'code' && hasLostDigits(cell)
    ? {
        problem:
          'is in scientific notation: a spreadsheet took it for a number, and its digits are gone',
      }
    : undefined,
);

const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const dates = new RegExp(
  `^(\\d{1,2}-(${month})(-\\d{2,4})?|(${month})-\\d{2}|\\d{4}-\\d\\d-\\d\\d( 00:00(:00)?)?|\\d{1,2}/\\d{1,2}/\\d{4})$`,
  'i',
);

/** `Mar-04` and `2024-03-04` where a code such as `3-4` was. */
export const date = cellCheck('date', (cell, { role }) =>
  role === 'code' && dates.test(cell)
    ? { problem: 'is a date: a spreadsheet took the code for one' }
    : undefined,
);
