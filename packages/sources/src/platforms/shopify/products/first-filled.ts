import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** The first row whose cell says something, else the first: product cells stand on one row only. */
export function firstFilled(rows: Rows<Field>, field: Field): Row<Field> {
  if (rows[0].get(field) !== '') return rows[0];
  return rows.find((row) => row.get(field) !== '') ?? rows[0];
}
