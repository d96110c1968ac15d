import Table from 'cli-table3';
import { cellsOf, shortened } from './cells.ts';
import type { Printer } from './printer.ts';
import { safeText } from './safe-text.ts';

const longestCell = 60;
/** What a frame takes beside the text of a cell. */
const frame = 3;
/** Narrower sentences are hard to read. */
const narrowest = 24;
/** Less of a text tells nothing. */
const leastOfText = 12;

/**
 * Rows below a head, in a frame, numbers on the right. Where the terminal is too narrow texts are cut, but not those of the
 * first column, which are copied; and where that is not enough each row is a list of its fields.
 *
 * @param last Whether the last column is cut like the others, or has the room that is left and is wrapped in it.
 */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  printer: Printer,
  last: 'shortened' | 'wrapped' = 'shortened',
): void {
  const isWrapped = last === 'wrapped';
  const cells = rows.map((row) => row.map(safeText));
  const needed = head.map((name, at) =>
    Math.max(cellsOf(name), ...cells.map((row) => cellsOf(row[at] ?? ''))),
  );
  const widths = isWrapped
    ? withLastWrapped(needed, printer.columns)
    : cutTo(needed, printer.columns);
  if (widths === undefined) {
    printFields(head, cells, printer);
    return;
  }
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colWidths: widths.map((width) => width + frame - 1),
    colAligns: head.map((_, at) => (isOfNumbers(cells, at) ? 'right' : 'left')),
    wordWrap: isWrapped,
  });
  for (const row of cells) {
    const isLast = (at: number): boolean => isWrapped && at === head.length - 1;
    const cut = (cell: string, at: number): string => shortened(cell, widths[at] ?? 0, printer.cut);
    table.push(row.map((cell, at) => (isLast(at) ? cell : cut(cell, at))));
  }
  printer.text(table.toString());
}

/** The widest texts are cut until all have room; undefined where nothing would be left of them. */
function cutTo(needed: readonly number[], columns = Infinity): number[] | undefined {
  const widths = needed.map((width, at) => (at === 0 ? width : Math.min(width, longestCell)));
  while (widthOf(widths) > columns) {
    const widest = Math.max(...widths.slice(1));
    if (widest <= leastOfText) return undefined;
    widths[widths.indexOf(widest, 1)] = widest - 1;
  }
  return widths;
}

function withLastWrapped(needed: readonly number[], columns = 120): number[] | undefined {
  const others = needed.slice(0, -1);
  const left = columns - widthOf(others) - frame;
  return left < narrowest ? undefined : [...others, Math.min(needed.at(-1) ?? 0, left)];
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + frame, 1);
}

/** Figures and amounts: `1,204`, `19.90 EUR`. */
function isOfNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const texts = rows.map((row) => row[column] ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^-?[\d.,]+( [A-Z]{3})?$/.test(text));
}

function printFields(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  printer: Printer,
): void {
  const width = Math.max(...head.map(cellsOf)) + 2;
  for (const [place, row] of rows.entries()) {
    if (place > 0) printer.line();
    for (const [at, name] of head.entries()) {
      if (row[at] !== '') printer.beside([['dim', name]], row[at] ?? '', width);
    }
  }
}
