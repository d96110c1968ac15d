import type { Delimiter } from '../containers/csv/delimiter.ts';
import { isFormula } from '../text/apostrophe.ts';

/**
 * The cells of a row with the space that stands before a formula in the file. Readers cut it off; written without it, what a
 * spreadsheet shows as text (`  =1+1`) would become a formula.
 *
 * @param text The row as it stands in the file; undefined where it is not a row there, as in a feed in XML.
 */
export function asWritten(
  cells: readonly string[],
  text: () => string | undefined,
  delimiter: Delimiter,
): readonly string[] {
  if (!cells.some(isBareFormula)) return cells;
  const row = text();
  const spaces = row === undefined ? [] : spacesBefore(row, delimiter);
  const missing = row === undefined ? ' ' : '';
  return cells.map((cell, at) => (isBareFormula(cell) ? (spaces[at] ?? missing) + cell : cell));
}

function isBareFormula(cell: string): boolean {
  return isFormula(cell) && !/^\s/.test(cell);
}

/** The space before each cell of the first row that holds anything. */
function spacesBefore(text: string, delimiter: Delimiter): string[] {
  const row = text.replace(/^(?:[^\S\r\n]*(?:\r\n|\n|\r))+/, '');
  const spaces: string[] = [];
  for (let at = 0; ;) {
    const space = spaceAt(row, at, delimiter);
    spaces.push(space);
    const begin = at + space.length;
    const end = row[begin] === '"' ? behindQuotes(row, begin) : begin;
    const next = row.indexOf(delimiter, end);
    const lineEnd = row.slice(end).search(/[\r\n]/);
    if (next < 0 || (lineEnd >= 0 && end + lineEnd < next)) return spaces;
    at = next + 1;
  }
}

function spaceAt(row: string, from: number, delimiter: Delimiter): string {
  let at = from;
  while (at < row.length && row[at] !== delimiter && /[^\S\r\n]/.test(row.charAt(at))) at += 1;
  return row.slice(from, at);
}

/** Two quotes in a row are one of the text. */
function behindQuotes(row: string, open: number): number {
  let at = row.indexOf('"', open + 1);
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  return at < 0 ? row.length : at + 1;
}
