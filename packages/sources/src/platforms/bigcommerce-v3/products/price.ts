import type { Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** What a row costs, and its own amounts: a variant without one has that of its product. */
export interface Offer extends Price {
  readonly regular?: number;
  readonly sale?: number;
  readonly retail?: number;
}

/** A Sale Price or Retail Price of 0 is none, as in the older export. A variant with a price of its own has no share in the sale of its product. */
export function readPrice(
  row: Row<Field>,
  product: Offer | undefined,
  { currency }: Settings,
  reader: CellReader,
): Offer {
  const own = reader.money(row, 'price', currency);
  const ownSale = orNone(reader.money(row, 'salePrice', currency));
  const ownRetail = orNone(reader.money(row, 'retailPrice', currency));
  const regular = own ?? product?.regular;
  if (regular === undefined) return {};
  const isOfProduct = own === undefined || own === product?.regular;
  const sale = ownSale ?? (isOfProduct ? product?.sale : undefined);
  const retail = ownRetail ?? product?.retail;
  const priceCents = sale ?? regular;
  const before = retail !== undefined && retail > priceCents ? retail : regular;
  return {
    regular,
    ...(sale !== undefined && { sale }),
    ...(retail !== undefined && { retail }),
    priceCents,
    ...(before > priceCents && { compareAtPriceCents: before }),
  };
}

function orNone(cents: number | undefined): number | undefined {
  return cents === 0 ? undefined : cents;
}
