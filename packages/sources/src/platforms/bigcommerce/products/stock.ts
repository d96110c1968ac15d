import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** Who counts the stock of a product. Source of the words: public converters and their tests. */
export type Tracking = 'none' | 'by product' | 'by option' | 'unknown';

export function trackingOf(row: Row<Field>): Tracking {
  const said = row.get('trackInventory').toLowerCase();
  return said === 'none' || said === 'by product' || said === 'by option' ? said : 'unknown';
}

/** Stock of the product itself, where it has no SKUs or counts for all of them. */
export function ownStock(
  row: Row<Field>,
  tracking: Tracking,
  reader: CellReader,
): Pick<Variant, 'inStock'> {
  if (tracking === 'none') return { inStock: true };
  const level = reader.integer(row, 'stock');
  return tracking === 'by product' && level !== undefined ? { inStock: level > 0 } : {};
}

export function stockOfSku(
  row: Row<Field>,
  product: Row<Field>,
  tracking: Tracking,
  reader: CellReader,
): Pick<Variant, 'inStock' | 'inventoryQuantity'> {
  if (tracking !== 'by option') return ownStock(product, tracking, reader);
  const level = reader.integer(row, 'stock');
  return level === undefined ? {} : { inStock: level > 0, inventoryQuantity: level };
}
