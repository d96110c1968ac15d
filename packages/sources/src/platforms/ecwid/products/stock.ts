import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

type Stock = Pick<Variant, 'inStock' | 'inventoryQuantity'>;

/** What is not tracked can be bought. */
export function stockOfProduct(row: Row<Field>, reader: CellReader): Pick<Variant, 'inStock'> {
  if (!row.has('quantity') && !row.has('isTracked')) return {};
  const { inStock = true } = ownStock(row, 'quantity', row, reader);
  return { inStock };
}

/** A variation counts for itself, or is there as long as its product is. */
export function stockOfVariation(row: Row<Field>, product: Row<Field>, reader: CellReader): Stock {
  const field = row.get('variationQuantity') === '' ? 'quantity' : 'variationQuantity';
  const own = ownStock(row, field, product, reader);
  return own.inStock === undefined ? stockOfProduct(product, reader) : own;
}

/** Says nothing where the row has no quantity. */
function ownStock(
  row: Row<Field>,
  field: 'quantity' | 'variationQuantity',
  product: Row<Field>,
  reader: CellReader,
): Stock {
  if (reader.boolean(row, 'isTracked') === false) return { inStock: true };
  const quantity = reader.integer(row, field);
  if (quantity === undefined) return {};
  const behaviour = row.get('soldOut') || product.get('soldOut');
  const sellsOn = behaviour.toUpperCase() === 'ALLOW_PREORDER';
  return { inStock: quantity > 0 || sellsOn, inventoryQuantity: quantity };
}
