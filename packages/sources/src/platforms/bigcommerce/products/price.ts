import type { Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** What the product costs, and all of its SKUs. A Sale Price of 0 is none. Source: the vendor's help, public converters. */
export function readPrice(
  row: Row<Field>,
  { currency }: Settings,
  reader: CellReader,
): Price & { readonly regular?: number; readonly saleIsHigher?: true } {
  const regular = reader.money(row, 'price', currency);
  const sale = reader.money(row, 'salePrice', currency) ?? 0;
  const retail = reader.money(row, 'retailPrice', currency) ?? 0;
  if (regular === undefined) {
    if (row.get('price') === '') reader.required(row, 'price');
    return {};
  }
  const priceCents = sale > 0 ? sale : regular;
  const before = retail > priceCents ? retail : regular;
  return {
    regular,
    priceCents,
    ...(before > priceCents && { compareAtPriceCents: before }),
    ...(sale > regular && { saleIsHigher: true }),
  };
}

/** Prices of single SKUs come from rules, in a form that is not confirmed; a price on their own row only repeats the product's. */
export function refuseOwnPrice(
  row: Row<Field>,
  regular: number | undefined,
  { currency }: Settings,
  reader: CellReader,
): void {
  const own = reader.money(row, 'price', currency);
  if (own === undefined || regular === undefined || own === regular) return;
  const message =
    'is not the price of the product, and what a SKU with its own costs is not confirmed';
  reader.faults.push(row.fault('price', message));
}

/** @param rules The rows of rules below a product. */
export function refuseRules(rules: readonly Row<Field>[], reader: CellReader): void {
  for (const rule of rules) {
    if (rule.get('price') !== '') {
      const message =
        'a rule changes a price, in a form that is not confirmed: delete this row if the product already has the correct price';
      reader.faults.push(rule.fault('price', message));
    }
    if (reader.boolean(rule, 'allowPurchases') === false) {
      const message =
        'a rule forbids a purchase, in a form that is not confirmed: delete this row if its SKU can be bought';
      reader.faults.push(rule.fault('allowPurchases', message));
    }
  }
}
