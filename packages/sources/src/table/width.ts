import type { RecordFault } from '../record-fault.ts';
import { SourceError } from '../errors.ts';
import type { Layout } from './header.ts';
import type { Row } from './row.ts';

/**
 * Refuses the file when a row has more cells than there are columns: its values have moved to other columns, and
 * nobody can tell which of them are right.
 *
 * @throws {SourceError}
 */
export function refuseShifted(cells: readonly string[], line: number, layout: Layout): void {
  const columns = layout.names.length;
  if (cells.length <= columns || cells.slice(columns).every((cell) => cell.trim() === '')) return;
  throw new SourceError(
    `this row has ${String(cells.length)} cells and the header ${String(columns)} columns, so its values are shifted`,
    {
      code: 'shifted-rows',
      file: layout.file,
      line,
      nextStep:
        'Nothing of the file was used. Look for an unquoted separator in this row, or export it again.',
    },
  );
}

/** A row that ends before the last column. */
export function shortRowFaults(rows: readonly Row[]): RecordFault[] {
  return rows
    .filter((row) => row.cells.length < row.layout.width)
    .map((row) => ({
      path: '',
      message: `this row has ${String(row.cells.length)} cells and the header ${String(row.layout.width)} columns`,
      file: row.layout.file,
      line: row.line,
    }));
}
