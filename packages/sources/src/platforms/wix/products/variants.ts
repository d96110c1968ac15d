import type { Variant } from 'sequenzy-contract';
import { idByOptions, variantOfEach } from '../../../kinds/products/variant-ids.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import { optionColumns, type Field } from './columns.ts';
import { priceOf, type Discount } from './price.ts';
import { readStock } from './stock.ts';

/** What the row of the product says for all of its variants. */
export interface Base {
  readonly row: Row<Field>;
  readonly price: number | undefined;
  readonly discount: Discount;
}

export function readVariants(
  rows: readonly Row<Field>[],
  base: Base,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'option1Value', reader, (row) =>
    readVariant(row, base, settings, reader),
  );
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const surcharge = reader.signedMoney(row, 'surcharge', settings.currency) ?? 0;
  const options = optionsOf(row, base.row, reader);
  const values = options.map(({ value }) => value);
  const code = reader.id(row, 'sku');
  const isHidden = reader.boolean(row, 'visible') === false;
  if (base.price !== undefined && base.price + surcharge < 0) {
    reader.faults.push(row.fault('surcharge', 'makes the price negative'));
  }
  return {
    variantId: idByOptions(row.get('handleId'), values),
    title: values.join(' / ') || base.row.get('name'),
    ...(code !== undefined && { sku: codeWithoutApostrophe(code) }),
    ...(base.price !== undefined && priceOf(base.price, surcharge, base.discount)),
    ...readStock(row, reader),
    ...(isHidden && { inStock: false }),
    options,
  };
}

function optionsOf(
  row: Row<Field>,
  product: Row<Field>,
  reader: CellReader,
): { name: string; value: string }[] {
  return optionColumns.flatMap((columns) => {
    const value = row.get(columns.value);
    const name = product.get(columns.name) || row.get(columns.name);
    if (value === '') return [];
    if (name === '') {
      const message = `is required on the row of the product, because "${value}" is its value`;
      reader.faults.push(row.fault(columns.name, message));
    }
    return [{ name, value }];
  });
}
