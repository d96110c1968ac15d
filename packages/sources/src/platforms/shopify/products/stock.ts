import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

export interface Stock {
  /** Undefined where the shop does not count, or the file does not say. */
  readonly quantity: number | undefined;
  /** Undefined where nobody says: the shop counts, or may count, and the file does not say how many there are. */
  readonly inStock: boolean | undefined;
}

const policies = new Map([
  ['continue', true],
  ['true', true],
  ['deny', false],
  ['false', false],
  ['', false],
]);

/** A variant is in stock when nobody counts, when it sells on regardless, or when there is some. */
export function readStock(row: Row<Field>, reader: CellReader): Stock {
  const sellsOn = policies.get(row.get('inventoryPolicy').toLowerCase());
  if (sellsOn === undefined) {
    const policy = row.get('inventoryPolicy');
    reader.faults.push(row.fault('inventoryPolicy', `expected deny or continue, got "${policy}"`));
  }
  // What stands in the cell of a variant that is not counted means nothing. Without the column anything may be counted.
  const isUncounted = row.has('inventoryTracker') && row.get('inventoryTracker') === '';
  if (isUncounted) return { quantity: undefined, inStock: true };
  const quantity = reader.integer(row, 'inventoryQuantity');
  if (sellsOn === true) return { quantity, inStock: true };
  return { quantity, inStock: quantity === undefined ? undefined : quantity > 0 };
}
