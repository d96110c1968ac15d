import type { Variant } from 'sequenzy-contract';
import { idByOptions } from '../../../kinds/products/variants.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Rows, Row } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';
import {
  hasNoOptions,
  optionNamesOf,
  optionsOf,
  refuseRepeated,
  variantRowsOf,
  type VariantRow,
} from './options.ts';

/** A variant, and what was seen while reading it. */
export interface ReadVariant {
  readonly variant: Variant;
  /** Its SKU may be the id of no other variant. */
  readonly sku: string | undefined;
  /** A compare-at price was given that is not above the price, and so is not a discount. */
  readonly hasDroppedCompareAt: boolean;
  /** The shop counts it, and the file does not say how many there are. */
  readonly hasUnknownStock: boolean;
}

/** @param title The product's: what a variant without options is called. */
export function readVariants(
  rows: Rows<Field>,
  title: string,
  currency: string | undefined,
  reader: CellReader,
): ReadVariant[] {
  const variantRows = variantRowsOf(rows);
  const names = optionNamesOf(rows);
  const areOptions = !hasNoOptions(variantRows, names);
  refuseRepeated(variantRows, reader);
  return variantRows.map((variantRow) => {
    const options = areOptions ? optionsOf(variantRow, names, reader) : [];
    return readVariant(variantRow, options, title, currency, reader);
  });
}

function readVariant(
  { row, values }: VariantRow,
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
  const filled = values.filter((value) => value !== '');
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
    hasUnknownStock: inStock === undefined && row.has('inventoryTracker'),
  };
}

interface Stock {
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
function readStock(row: Row<Field>, reader: CellReader): Stock {
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
