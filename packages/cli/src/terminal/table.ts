import Table from 'cli-table3';
import type { Printer } from './printer.ts';
import { safeText } from './safe-text.ts';

const longestCell = 60;
/** What a frame takes beside the text of a cell. */
const frame = 3;
/** Narrower columns are harder to read than lines that the terminal breaks. */
const narrowest = 24;

/**
 * Rows below a head, in a frame.
 *
 * @param last Whether the last column is shortened like the others, or has the room that is left and is wrapped in it.
 */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  printer: Printer,
  last: 'shortened' | 'wrapped' = 'shortened',
): void {
  const isWrapped = last === 'wrapped';
  const isLast = (column: number): boolean => isWrapped && column === head.length - 1;
  const cells = rows.map((row) =>
    row.map((cell, column) => (isLast(column) ? safeText(cell) : shortened(safeText(cell)))),
  );
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    ...(isWrapped && { wordWrap: true, colWidths: widthsOf([head, ...cells], printer.columns) }),
  });
  for (const row of cells) table.push(row);
  printer.text(table.toString());
}

/** As wide as the texts are; the last takes what is left of the terminal. */
function widthsOf(rows: readonly (readonly string[])[], columns = 120): number[] {
  const [head = []] = rows;
  const needed = head.map(
    (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)) + frame - 1,
  );
  const others = needed.slice(0, -1);
  const left = columns - others.reduce((sum, width) => sum + width + 1, 2);
  return [...others, Math.max(narrowest, Math.min(needed.at(-1) ?? 0, left))];
}

function shortened(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}
