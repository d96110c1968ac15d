import type { Column } from '../evidence/column.ts';
import type { Mapping, Rule } from '../language/mapping.ts';

/**
 * Leaves out rows that hold nothing but a title, such as `Drinks` above the drinks, where titles are all that tells
 * products apart and every row without a price is such a row.
 */
export function groupRows(
  price: Column,
  title: Column | undefined,
  columns: readonly Column[],
  fields: Readonly<Record<string, Rule>>,
): NonNullable<Mapping['where']> | undefined {
  if (title === undefined || fields['productId'] !== title.name) return undefined;
  const rows = Array.from({ length: price.rows }, (_, row) => row);
  const unpriced = rows.filter((row) => price.cellOf(row) === '');
  const isGroup = (row: number): boolean =>
    columns.every((column) => (column.cellOf(row) !== '') === (column === title));
  const are = unpriced.length > 0 && unpriced.length * 2 < rows.length && unpriced.every(isGroup);
  return are ? { [price.name]: { not: [''] } } : undefined;
}
