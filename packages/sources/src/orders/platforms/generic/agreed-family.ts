import type { Rows } from '../../../table/row.ts';
import type { OrderCellReader } from '../../cell-reader.ts';
import type { Field } from './columns.ts';

/** The cells of a family of columns that all rows of an order share. Rows that say something else are at fault. */
export function agreedFamily(
  rows: Rows<Field>,
  family: string,
  reader: OrderCellReader,
): Readonly<Record<string, string>> | undefined {
  const holders = new Map<string, { readonly cell: string; readonly line: number }>();
  for (const row of rows) {
    for (const [name, cell] of row.family(family)) {
      const holder = holders.get(name);
      if (holder === undefined) holders.set(name, { cell, line: row.line });
      else if (holder.cell !== cell) {
        const path = family + name;
        const message = `"${cell}" differs from "${holder.cell}" on line ${String(holder.line)} of the same order`;
        reader.faults.push({ path, message, line: row.line, column: path, value: cell });
      }
    }
  }
  if (holders.size === 0) return undefined;
  return Object.fromEntries([...holders].map(([name, { cell }]) => [name, cell]));
}
