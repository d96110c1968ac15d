import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** A part of the price or an amount off it; undefined where there is no discount. */
export type Discount =
  { readonly hundredthsOfPercent: number } | { readonly cents: number } | undefined;

/** An amount is taken off the price of each variant. */
export function readDiscount(
  row: Row<Field>,
  { currency }: Pick<Settings, 'currency'>,
  reader: CellReader,
): Discount {
  if (/^[0.,]*$/.test(row.get('discountValue'))) return undefined;
  const mode = row.get('discountMode').toUpperCase();
  if (mode === 'PERCENT') return percentOf(row, reader);
  if (mode === 'AMOUNT') {
    const cents = reader.money(row, 'discountValue', currency);
    return cents === undefined ? undefined : { cents };
  }
  const message = `expected PERCENT or AMOUNT, got "${row.get('discountMode')}"`;
  reader.faults.push(row.fault('discountMode', message));
  return undefined;
}

function percentOf(row: Row<Field>, reader: CellReader): Discount {
  const [, whole, fraction = ''] =
    /^(\d{1,3})(?:[.,](\d{1,2})0*)?$/.exec(row.get('discountValue')) ?? [];
  const hundredths = whole === undefined ? undefined : Number(whole + fraction.padEnd(2, '0'));
  if (hundredths !== undefined && hundredths <= 10_000) return { hundredthsOfPercent: hundredths };
  const message = `expected a number up to 100, got "${row.get('discountValue')}"`;
  reader.faults.push(row.fault('discountValue', message));
  return undefined;
}

/**
 * The price of the product, and what the variant adds to it. A part of it is rounded to the nearest unit; an amount off
 * takes no price below 0.
 */
export function priceOf(base: number, surcharge: number, discount: Discount): Price {
  const regular = base + surcharge;
  if (discount === undefined) return { priceCents: regular };
  if ('cents' in discount) return salePrice(regular, Math.max(0, regular - discount.cents));
  const product = BigInt(regular) * BigInt(10_000 - discount.hundredthsOfPercent);
  return salePrice(regular, Number((product + 5_000n) / 10_000n));
}

/** What a row of a newer file costs, and what it cost before. */
export function ownPriceOf(
  row: Row<Field>,
  { currency }: Pick<Settings, 'currency'>,
  reader: CellReader,
): Price {
  const price = reader.money(row, 'price', currency);
  const before = reader.money(row, 'strikethroughPrice', currency);
  if (price === undefined) return {};
  return before !== undefined && before > price
    ? { priceCents: price, compareAtPriceCents: before }
    : { priceCents: price };
}
