import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** Stock of a variant, or of the product where that is given as both. */
export function readStock(
  row: Row<Field>,
  product: Row<Field>,
  reader: CellReader,
): Pick<Variant, 'inStock' | 'inventoryQuantity'> {
  const tracking = product.get('tracking').toLowerCase();
  if (tracking === 'none') return { inStock: true };
  if (tracking === 'product') {
    const level = reader.integer(product, 'stock');
    return level === undefined ? {} : { inStock: level > 0 };
  }
  if (tracking === 'variant') {
    const level = reader.integer(row, 'stock');
    return level === undefined ? {} : { inStock: level > 0, inventoryQuantity: level };
  }
  if (tracking !== '') {
    const message = `expected none, product or variant, got "${product.get('tracking')}"`;
    reader.faults.push(product.fault('tracking', message));
  }
  return {};
}
