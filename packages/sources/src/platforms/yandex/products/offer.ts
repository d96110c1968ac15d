import type { Price } from '../../../kinds/products/variants.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** One offer of the file: a product, or a variant of its group. */
export interface Offer {
  readonly row: Row<Field>;
  readonly id: string;
  readonly title: string;
  readonly price: Price;
  /** Undefined where it could not be read. */
  readonly currency: string | undefined;
  readonly inStock: boolean | undefined;
  readonly quantity: number | undefined;
}

export function readOffer(row: Row<Field>, reader: CellReader): Offer {
  const currency = currencyOf(row, reader);
  if (row.get('price') === '') reader.required(row, 'price');
  const priceCents = currency === undefined ? undefined : reader.money(row, 'price', currency);
  const before = currency === undefined ? undefined : reader.money(row, 'oldPrice', currency);
  const quantity = reader.integer(row, 'count');
  const available = reader.boolean(row, 'available');
  return {
    row,
    id: reader.required(row, 'id') === undefined ? '' : (reader.id(row, 'id') ?? ''),
    title: titleOf(row, reader),
    price: {
      ...(priceCents !== undefined && { priceCents }),
      ...(priceCents !== undefined &&
        before !== undefined &&
        before > priceCents && { compareAtPriceCents: before }),
    },
    currency,
    inStock: available === false || quantity === undefined ? available : quantity > 0,
    quantity,
  };
}

/** The obsolete code of the rouble is still written. */
function currencyOf(row: Row<Field>, reader: CellReader): string | undefined {
  const code = reader.required(row, 'currency')?.toUpperCase();
  if (code === undefined) return undefined;
  if (/^[A-Z]{3}$/.test(code)) return code === 'RUR' ? 'RUB' : code;
  const message = `expected an ISO 4217 code such as RUB, got "${row.get('currency')}"`;
  reader.faults.push(row.fault('currency', message));
  return undefined;
}

/** An offer of the type vendor.model has its name in parts. */
function titleOf(row: Row<Field>, reader: CellReader): string {
  if (row.get('name') !== '') return row.get('name');
  const parts = [row.get('typePrefix'), row.get('vendor'), row.get('model')];
  if (row.get('model') === '') reader.required(row, row.has('name') ? 'name' : 'model');
  return parts.filter((part) => part !== '').join(' ');
}
