import Table from 'cli-table3';
import type { Printer } from './printer.ts';
import { safeText } from './safe-text.ts';

const longestCell = 60;

/** Rows below a head, in a frame. */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  printer: Printer,
): void {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push(row.map((cell) => shortened(safeText(cell))));
  printer.text(table.toString());
}

function shortened(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}
