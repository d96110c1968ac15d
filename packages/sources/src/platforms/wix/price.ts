import { salePrice, type Price } from '../../product/price.ts';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import type { Field } from './columns.ts';

/** Hundredths of a percent, or undefined where there is not a discount. */
export type Discount = number | undefined;

/** Only percentages are confirmed; how amounts are spread over variants is not. */
export function readDiscount(row: Row<Field>, reader: CellReader): Discount {
  const mode = row.get('discountMode').toUpperCase();
  const [, whole, fraction = ''] =
    /^(\d{1,3})(?:[.,](\d{1,2})0*)?$/.exec(row.get('discountValue')) ?? [];
  const hundredths = whole === undefined ? undefined : Number(whole + fraction.padEnd(2, '0'));
  if (/^[0.,]*$/.test(row.get('discountValue'))) return undefined;
  if (hundredths === undefined || hundredths > 10_000) {
    const message = `expected a number up to 100, got "${row.get('discountValue')}"`;
    reader.faults.push(row.fault('discountValue', message));
  } else if (mode !== 'PERCENT') {
    const message = `a discount of mode "${row.get('discountMode')}" is not read: write it as PERCENT`;
    reader.faults.push(row.fault('discountMode', message));
  }
  return hundredths;
}

/** The price of the product, and what the variant adds to it. The sale price is rounded to the nearest unit. */
export function priceOf(base: number, surcharge: number, discount: Discount): Price {
  const regular = base + surcharge;
  if (discount === undefined) return { priceCents: regular };
  const product = BigInt(regular) * BigInt(10_000 - discount);
  return salePrice(regular, Number((product + 5_000n) / 10_000n));
}
