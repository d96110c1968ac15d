import type { RecordFault } from '../faults/record-fault.ts';
import { SourceError } from '../faults/source-error.ts';
import type { Layout } from './header.ts';
import type { Row } from './row.ts';
import { fitsHeading } from './value-kind.ts';

/**
 * Refuses the file when a row has more cells than there are columns: its values have moved to other columns, and
 * nobody can tell which of them are right. Empty cells behind the last column are nothing as long as every value can
 * stand where it stands.
 *
 * @throws {SourceError}
 */
export function refuseShifted(cells: readonly string[], line: number, layout: Layout): void {
  const { names, file } = layout;
  if (cells.length <= names.length) return;
  const isEmptyBehind = cells.slice(names.length).every((cell) => cell.trim() === '');
  const misplaced = misplacedIn(cells, names);
  if (isEmptyBehind && misplaced === undefined) return;
  const counts = `this row has ${String(cells.length)} cells and the header ${String(names.length)} columns`;
  throw new SourceError(`${counts}, so its values are shifted`, {
    code: 'shifted-rows',
    file,
    line,
    ...misplaced,
    nextStep:
      'Nothing of the file was used. Look for an unquoted separator in this row, or export it again.',
  });
}

/** The first cell that cannot be what its heading says. */
export function misplacedIn(
  cells: readonly string[],
  names: readonly string[],
): { readonly column: string; readonly value: string } | undefined {
  const at = names.findIndex((name, index) => !fitsHeading(cells[index] ?? '', name));
  return at < 0 ? undefined : { column: names[at]?.trim() ?? '', value: cells[at]?.trim() ?? '' };
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
