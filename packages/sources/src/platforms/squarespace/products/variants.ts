import type { Variant } from 'sequenzy-contract';
import { salePrice, idByOptions, variantOfEach } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { optionColumns, type Field } from './columns.ts';

/** Every row is a variant; that of a product without options is called like it. */
export function readVariants(rows: Rows<Field>, settings: Settings, reader: CellReader): Variant[] {
  const [product] = rows;
  return variantOfEach(rows, 'variantId', reader, (row) =>
    readVariant(row, product, settings, reader),
  );
}

function readVariant(
  row: Row<Field>,
  product: Row<Field>,
  settings: Settings,
  reader: CellReader,
): Variant {
  const options = optionColumns.flatMap(({ name, value }) =>
    row.get(value) === ''
      ? []
      : [{ name: reader.required(row, name) ?? '', value: row.get(value) }],
  );
  const values = options.map(({ value }) => value);
  const sku = reader.id(row, 'sku');
  return {
    variantId: reader.id(row, 'variantId') ?? idByOptions(product.get('productUrl'), values),
    title: values.join(' / ') || product.get('title'),
    ...(sku !== undefined && { sku }),
    ...priceOf(row, settings, reader),
    ...stockOf(row, reader),
    options,
  };
}

/** A sale price that is not in force may be stale or 0.00. */
function priceOf(row: Row<Field>, settings: Settings, reader: CellReader) {
  const regular = reader.money(row, 'price', settings.currency);
  const isOnSale = reader.boolean(row, 'onSale') === true;
  return salePrice(
    regular,
    isOnSale ? reader.money(row, 'salePrice', settings.currency) : undefined,
  );
}

function stockOf(
  row: Row<Field>,
  reader: CellReader,
): Pick<Variant, 'inStock' | 'inventoryQuantity'> {
  if (row.get('stock').toLowerCase() === 'unlimited') return { inStock: true };
  const quantity = reader.integer(row, 'stock');
  return quantity === undefined ? {} : { inStock: quantity > 0, inventoryQuantity: quantity };
}
