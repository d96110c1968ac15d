import type { CellReader } from './cells.ts';
import type { Row, Rows } from './row.ts';

/**
 * The row that holds a cell which all rows of a record share. Rows that hold something else are at fault.
 *
 * @param noun What the rows are one of: `product`.
 * @param meaningOf What of a cell has to agree. Default: every character.
 */
export function agreedRow<Field extends string>(
  rows: Rows<Field>,
  field: Field,
  reader: CellReader,
  noun: string,
  meaningOf: (cell: string) => string = (cell) => cell,
): Row<Field> {
  if (rows.length === 1) return rows[0];
  const holder = rows.find((row) => row.get(field) !== '') ?? rows[0];
  const agreed = meaningOf(holder.get(field));
  const other = rows.find((row) => row.get(field) !== '' && meaningOf(row.get(field)) !== agreed);
  const isSaid = reader.faults.some(
    (fault) =>
      fault.file === other?.layout.file &&
      fault.line === other?.line &&
      fault.column === other.column(field),
  );
  if (other !== undefined && !isSaid) {
    reader.faults.push(
      other.fault(
        field,
        `"${other.get(field)}" differs from "${holder.get(field)}" ${holder.seenFrom(other)} of the same ${noun}`,
      ),
    );
  }
  return holder;
}
