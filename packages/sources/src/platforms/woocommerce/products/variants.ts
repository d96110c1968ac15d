import type { Variant } from 'sequenzy-contract';
import { variantOfEach } from '../../../kinds/products/variant-ids.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { firstImage, valueOf } from './cells.ts';
import { attributeColumns, type Field } from './columns.ts';
import { obstacleOf, readOffer } from './offer.ts';

/** @param parent Undefined where no row of the input is it; its name and the names of its attributes stand in for missing ones. */
export function readVariants(
  rows: readonly Row<Field>[],
  parent: Row<Field> | undefined,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'id', reader, (row) => readVariant(row, parent, settings, reader));
}

function readVariant(
  row: Row<Field>,
  parent: Row<Field> | undefined,
  settings: Settings,
  reader: CellReader,
): Variant {
  const { price, inStock, quantity } = readOffer(row, settings, reader);
  const isOff = obstacleOf(row, reader) !== undefined;
  const options = optionsOf(row, parent);
  const joined = options.map(({ value }) => value).join(' / ');
  const sku = reader.id(row, 'sku');
  const imageUrl = firstImage(row.get('images'));
  return {
    variantId: idOf(row, reader) ?? '',
    title: joined || row.get('name') || (parent?.get('name') ?? ''),
    ...(sku !== undefined && { sku }),
    ...price,
    ...(imageUrl !== '' && { imageUrl }),
    ...(isOff ? { inStock: false } : inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
}

/** Files made by hand have no ids; there the SKU is one. */
export function idOf(row: Row<Field>, reader: CellReader): string | undefined {
  const id = reader.id(row, 'id') ?? reader.id(row, 'sku');
  if (row.get('id') === '' && row.get('sku') === '') reader.required(row, 'id');
  return id;
}

/** A blank value stands for any. */
function optionsOf(
  row: Row<Field>,
  parent: Row<Field> | undefined,
): { name: string; value: string }[] {
  return attributeColumns.flatMap((columns) => {
    const value = valueOf(row.get(columns.value));
    const name = row.get(columns.name) || (parent?.get(columns.name) ?? '');
    return value === '' || name === '' ? [] : [{ name, value }];
  });
}
