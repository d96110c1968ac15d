import type { Column } from '../evidence/column.ts';

/** What a row of totals calls itself, in the languages of the headings. */
const totals =
  /^(?:(?:grand|sub)[ -]?)?(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|suma|somme|totaal|totale|razem|łącznie|ogółem|suma całkowita|итого|всего)\s*:?$/iu;

/** The last row of a table, where it holds totals of the others instead of a record. */
export interface TotalsRow {
  readonly row: number;
  /** Where its word stands. */
  readonly column: Column;
  readonly word: string;
}

/** Undefined where the last row is like the others. */
export function totalsRowOf(columns: readonly Column[]): TotalsRow | undefined {
  const row = Math.max(...columns.map(({ rows }) => rows)) - 1;
  // Of two rows nobody can tell.
  if (row < 2) return undefined;
  const column = columns.find((one) => totals.test(one.cellOf(row)));
  return column && { row, column, word: column.cellOf(row) };
}
