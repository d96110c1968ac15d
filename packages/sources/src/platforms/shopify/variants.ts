import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../table/cells.ts';
import type { Row, Rows } from '../../table/row.ts';
import { optionNumbers, type Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';
import { readStock } from './stock.ts';
import { codeWithoutApostrophe, withoutApostrophe } from './text.ts';
import { idByOptions } from './variant-ids.ts';

/** A variant, and what was seen while reading it. */
export interface ReadVariant {
  readonly variant: Variant;
  /** Its SKU may be the id of no other variant. */
  readonly sku: string | undefined;
  /** A compare-at price was given that is not above the price, and so is no discount. */
  readonly hasDroppedCompareAt: boolean;
  /** The shop counts it, and the file does not say how many there are. */
  readonly hasUnknownStock: boolean;
}

/** Rows with a price or an option value are variants; the others only carry a further image. */
export function variantRowsOf(rows: Rows<Field>): Row<Field>[] {
  return rows.filter(
    (row) => row.get('price') !== '' || valuesOf(row).some((value) => value !== ''),
  );
}

/** @param title The product's: what an only variant without options is called. */
export function readVariants(
  rows: Rows<Field>,
  title: string,
  currency: string | undefined,
  reader: CellReader,
): ReadVariant[] {
  const variantRows = variantRowsOf(rows);
  refuseRepeated(variantRows, reader);
  const names = optionNumbers.map((number) => {
    const field = `option${number}Name` as const;
    return withoutApostrophe(firstFilled(rows, field).get(field));
  });
  return variantRows.map((row) =>
    isDefaultVariant(row, names, variantRows.length)
      ? readVariant(row, [], title, currency, reader)
      : readVariant(row, optionsOf(row, names, reader), title, currency, reader),
  );
}

function readVariant(
  row: Row<Field>,
  options: Variant['options'] & object,
  title: string,
  currency: string | undefined,
  reader: CellReader,
): ReadVariant {
  const price = reader.money(row, 'price', currency);
  const compareAt = reader.money(row, 'compareAtPrice', currency);
  const isDiscount = price !== undefined && compareAt !== undefined && compareAt > price;
  const code = reader.id(row, 'sku');
  const sku = code === undefined ? undefined : codeWithoutApostrophe(code);
  const imageUrl = reader.text(row, 'variantImage');
  const { quantity, inStock } = readStock(row, reader);
  const filled = valuesOf(row).filter((value) => value !== '');
  const variant: Variant = {
    variantId: idByOptions(row.get('handle'), filled),
    title: options.map(({ value }) => value).join(' / ') || title,
    ...(sku !== undefined && { sku }),
    ...(price !== undefined && { priceCents: price }),
    ...(isDiscount && { compareAtPriceCents: compareAt }),
    ...(imageUrl !== undefined && { imageUrl }),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
  return {
    variant,
    sku,
    hasDroppedCompareAt: compareAt !== undefined && !isDiscount,
    hasUnknownStock: inStock === undefined,
  };
}

/** The platform's way of saying that a product has no options. */
function isDefaultVariant(row: Row<Field>, names: readonly string[], count: number): boolean {
  return (
    count === 1 &&
    names[0]?.toLowerCase() === 'title' &&
    row.get('option1Value').toLowerCase() === 'default title'
  );
}

/** Names stand on the first row only. */
function optionsOf(
  row: Row<Field>,
  names: readonly string[],
  reader: CellReader,
): { name: string; value: string }[] {
  return valuesOf(row).flatMap((value, index) => {
    const name = names[index] ?? '';
    if (value === '') return [];
    if (name === '') {
      const field = `option${optionNumbers[index] ?? 1}Name` as const;
      reader.faults.push(row.fault(field, `is required, because "${value}" is its value`));
    }
    return [{ name, value }];
  });
}

function valuesOf(row: Row<Field>): string[] {
  return optionNumbers.map((number) => withoutApostrophe(row.get(`option${number}Value`)));
}

/** Two variants with the same option values cannot be told apart. */
function refuseRepeated(rows: readonly Row<Field>[], reader: CellReader): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const values = JSON.stringify(valuesOf(row));
    const line = lines.get(values);
    if (line === undefined) lines.set(values, row.line);
    else {
      const message = `has the same option values as the variant on line ${String(line)}`;
      reader.faults.push(row.fault('option1Value', message));
    }
  }
}
