import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

export interface Stock {
  readonly inStock?: boolean;
  readonly inventoryQuantity?: number;
}

/** `InStock`, `OutOfStock`, or how many there are. */
export function readStock(row: Row<Field>, reader: CellReader): Stock {
  const text = row.get('inventory').toLowerCase();
  if (text === '') return {};
  if (text === 'instock') return { inStock: true };
  if (text === 'outofstock') return { inStock: false };
  const quantity = reader.integer(row, 'inventory');
  return quantity === undefined ? {} : { inStock: quantity > 0, inventoryQuantity: quantity };
}
