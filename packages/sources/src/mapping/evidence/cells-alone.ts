import type { Column } from './column.ts';
import { writingOf } from './decimals.ts';

/** So much of a column has to be filled, or alike, before its cells alone say what it holds. */
const enough = 0.8;

const fewest = 5;

/** Whether the cells are amounts by their writing: with the sign of a currency, or with decimals. */
export function areDecimals(column: Column): boolean {
  return column.is('money') && (hasSigns(column) || filledOf(column).some(hasDecimals));
}

/** `K-99120` is a code, whatever currency has a K. */
function hasSigns(column: Column): boolean {
  const areLabels = filledOf(column).some((cell) => /^\p{L}+[-_]?\d/u.test(cell));
  return !areLabels && column.marks.length > 0;
}

/** Whether they are amounts that a customer can be asked for: none is negative, and decimals are cents. */
export function arePrices(column: Column): boolean {
  const cells = filledOf(column);
  const decimals = cells.map(decimalsOf).filter((count) => count > 0);
  const cents = decimals.filter((count) => count === 2);
  return (
    areDecimals(column) &&
    isMostlyFilled(column) &&
    !cells.some((cell) => /^[-−]|\s[-−]/.test(cell)) &&
    decimals.every((count) => count <= 2) &&
    (hasSigns(column) || cents.length * 2 >= decimals.length)
  );
}

/** Whether every amount of several has two decimals. */
export function haveCents(column: Column): boolean {
  const cells = filledOf(column);
  return cells.length >= fewest && cells.every((cell) => decimalsOf(cell) === 2);
}

export function lackCents(column: Column): boolean {
  return !hasSigns(column) && filledOf(column).every((cell) => decimalsOf(cell) !== 2);
}

/** Whether they are texts as short as names. */
export function areTexts(column: Column): boolean {
  const cells = filledOf(column);
  const worded = cells.filter((cell) => /\p{L}{3}/u.test(cell) && !isToken(cell));
  return (
    isMostlyFilled(column) &&
    column.isBrief &&
    worded.length >= cells.length * enough &&
    !(['money', 'address', 'imageAddress', 'email', 'date', 'yesNo'] as const).some((kind) =>
      column.is(kind),
    )
  );
}

/** Whether every cell is a code that cannot be a number of pieces, a size, a year or a place in the store. */
export function areCodes(column: Column, isFirst: boolean): boolean {
  const cells = filledOf(column);
  if (!column.isFull || !column.isUnique || !column.isCode || column.is('date')) return false;
  if (areDecimals(column) || cells.some(isMeasure)) return false;
  return cells.every((cell) => /^\d+$/.test(cell))
    ? areNumbersOfThings(cells, isFirst)
    : cells.every((cell) => cell.length >= (isFirst ? 3 : 5));
}

/** Of a shorter and a longer text, whether the longer one speaks of what the shorter one names. */
export function describes(longer: Column, shorter: Column): boolean {
  const rows = filledOf(shorter).length;
  const spoken = Array.from({ length: shorter.rows }, (_, row) => row).filter((row) => {
    const [word] = shorter.cellOf(row).toLowerCase().split(/\s+/);
    return word !== undefined && word !== '' && longer.cellOf(row).toLowerCase().includes(word);
  });
  // Of a few rows brands and categories differ as names do.
  return (
    rows >= fewest && spoken.length >= rows * enough && lengthOf(longer) >= lengthOf(shorter) * 2
  );
}

/** Characters of all cells. */
export function lengthOf(column: Column): number {
  return filledOf(column).reduce((sum, cell) => sum + cell.length, 0);
}

function filledOf(column: Column): string[] {
  return Array.from({ length: column.rows }, (_, row) => column.cellOf(row)).filter(
    (cell) => cell !== '',
  );
}

function isMostlyFilled({ filled, rows }: Column): boolean {
  return filled >= rows * enough;
}

/** A number of things has as many digits as the next; pieces, years and whole amounts look otherwise. */
function areNumbersOfThings(cells: readonly string[], isFirst: boolean): boolean {
  const numbers = cells.map(Number);
  const isRound = numbers.every((number) => number % 5 === 0);
  const areYears = numbers.every((number) => number >= 1900 && number < 2100);
  const [first = ''] = cells;
  const isEven = cells.every(({ length }) => length === first.length);
  const isLong = first.length >= 6 || (first.length >= 4 && cells.length >= 5);
  const isAscending = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  if (isRound || areYears) return false;
  return (isEven && isLong) || (isFirst && isAscending && cells.length >= 5);
}

/** `12x7`, `500g` */
function isMeasure(cell: string): boolean {
  return /^\d+([.,]\d+)?\s?[x×*]\s?\d/i.test(cell) || /^\d+([.,]\d+)?\s?\p{L}{1,3}$/u.test(cell);
}

/** Letters and digits in one piece, as codes are. */
function isToken(cell: string): boolean {
  return /^(?=\S*\d)\S+$/.test(cell);
}

function hasDecimals(cell: string): boolean {
  return decimalsOf(cell) > 0;
}

function decimalsOf(cell: string): number {
  const writing = writingOf(cell);
  if (writing?.is === 'ambiguous') return 3;
  if (writing?.is !== 'proof') return 0;
  const [, digits = ''] = new RegExp(`\\${writing.decimal}(\\d+)\\D*$`).exec(cell) ?? [];
  return digits.length;
}
