import type { TableReader } from '../../../reading/format.ts';
import type { Columns } from '../../../table/columns.ts';
import type { MappedOrder, OrderSettings } from '../source.ts';
import type { Field } from './field.ts';
import { mapRows } from './map-rows.ts';

/** Reads an export with an order's own cells on its first row and one line a row. */
export function lineItemTable(
  columns: Columns<Field>,
): TableReader<Field, MappedOrder, OrderSettings> {
  return {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('name') || undefined,
    // A row that names no order belongs to the one above.
    continues: (row) => row.get('name') === '',
    map: mapRows,
  };
}
