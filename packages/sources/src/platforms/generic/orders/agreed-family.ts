import type { Row, Rows } from '../../../table/row.ts';
import type { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import type { Field } from './columns.ts';

/** The cells of a family of columns that all rows of an order share. Rows that say something else are at fault. */
export function agreedFamily(
  rows: Rows<Field>,
  family: string,
  reader: OrderCellReader,
): Readonly<Record<string, string>> | undefined {
  const holders = new Map<string, { readonly cell: string; readonly row: Row<Field> }>();
  for (const row of rows) {
    for (const [name, cell] of row.family(family)) {
      const holder = holders.get(name);
      if (holder === undefined) holders.set(name, { cell, row });
      else if (holder.cell !== cell) {
        const path = family + name;
        const message = `"${cell}" differs from "${holder.cell}" ${holder.row.seenFrom(row)} of the same order`;
        const { file } = row.layout;
        reader.faults.push({ path, message, file, line: row.line, column: path, value: cell });
      }
    }
  }
  if (holders.size === 0) return undefined;
  return Object.fromEntries([...holders].map(([name, { cell }]) => [name, cell]));
}
