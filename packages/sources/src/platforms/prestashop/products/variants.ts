import type { Variant } from 'sequenzy-contract';
import { idByOptions, variantOfEach } from '../../../kinds/products/variant-ids.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { readOptions } from './attributes.ts';
import type { Field } from './columns.ts';
import { priceWith, type Base } from './price.ts';

/** Every combination of a product, each out of its row. */
export function readVariants(
  rows: readonly Row<Field>[],
  base: Base,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'values', reader, (row) => readVariant(row, base, settings, reader));
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const impact = reader.signedMoney(row, 'impact', settings.currency) ?? 0;
  const options = readOptions(row, reader);
  const values = options.map(({ value }) => value);
  const sku = reader.id(row, 'reference');
  const quantity = reader.integer(row, 'quantity');
  if (base.regular !== undefined && base.regular + impact < 0) {
    reader.faults.push(row.fault('impact', 'makes the price negative'));
  }
  return {
    variantId: idByOptions(row.get('productId'), values),
    title: values.join(' / '),
    ...(sku !== undefined && { sku }),
    ...priceWith(impact, base),
    ...(row.get('image') !== '' && { imageUrl: row.get('image') }),
    ...(quantity !== undefined && { inStock: quantity > 0, inventoryQuantity: quantity }),
    options,
  };
}
