import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { markedAmount } from '../../../money/currency-mark.ts';
import { isWithin } from '../../../time/sale-window.ts';

/** One item of the feed: a product, or a variant of its group. */
export interface Item {
  readonly row: Row<Field>;
  readonly id: string;
  readonly price: Price;
  /** Undefined where the price could not be read. */
  readonly currency: string | undefined;
  readonly inStock: boolean | undefined;
}

const availabilities = new Map([
  ['instock', true],
  ['true', true],
  ['outofstock', false],
  ['false', false],
  // All of them can be bought.
  ['preorder', true],
  ['backorder', true],
  ['availablefororder', true],
  ['discontinued', false],
]);

export function readItem(row: Row<Field>, settings: Settings, reader: CellReader): Item {
  refuseSwapped(row, reader);
  const regular = readMoney(row, 'price', settings, reader);
  const sale = readMoney(row, 'salePrice', settings, reader);
  if (regular !== undefined && sale !== undefined && regular.currency !== sale.currency) {
    reader.faults.push(row.fault('salePrice', `is not in ${regular.currency}, as the price is`));
  }
  const isOn = isSaleOn(row.get('salePriceDates'), settings);
  if (isOn === undefined) {
    const message = `expected two times with "/" between them, got "${row.get('salePriceDates')}"`;
    reader.faults.push(row.fault('salePriceDates', message));
  }
  if (row.get('price') === '') reader.required(row, 'price');
  return {
    row,
    id: reader.required(row, 'id') === undefined ? '' : (reader.id(row, 'id') ?? ''),
    price: salePrice(regular?.cents, isOn === true ? sale?.cents : undefined),
    currency: regular?.currency,
    inStock: availabilityOf(row, reader),
  };
}

function availabilityOf(row: Row<Field>, reader: CellReader): boolean | undefined {
  const text = row.get('availability');
  if (text === '') return undefined;
  const inStock = availabilities.get(text.toLowerCase().replace(/[\s_-]+/g, ''));
  if (inStock === undefined) {
    const message = `expected in_stock, out_of_stock, preorder, backorder, available for order or discontinued, got "${text}"`;
    reader.faults.push(row.fault('availability', message));
  }
  return inStock;
}

const conditions = new Set(['new', 'used', 'refurbished']);

/** Cells that have changed places are still as many as there are columns. */
function refuseSwapped(row: Row<Field>, reader: CellReader): void {
  const description = row.get('description').toLowerCase();
  if (!conditions.has(description) || conditions.has(row.get('condition').toLowerCase())) return;
  if (row.get('condition') === '') return;
  const message = `"${row.get('description')}" belongs under ${row.column('condition')}: the cells of this row have changed places`;
  reader.faults.push(row.fault('description', message));
}

/** An amount and the currency in which it was written. */
interface Money {
  readonly cents: number;
  readonly currency: string;
}

/**
 * `15.00 USD` or `USD 15.00`. An amount without code is in the currency that the user names.
 *
 * @throws {SourceError} Neither names one.
 */
function readMoney(
  row: Row<Field>,
  field: 'price' | 'salePrice',
  settings: Settings,
  reader: CellReader,
): Money | undefined {
  const { mark = '' } = markedAmount(row.get(field)) ?? {};
  const currency = /^[A-Za-z]{3}$/.test(mark) ? mark.toUpperCase() : settings.currency;
  const cents = reader.money(row, field, currency);
  return cents === undefined || currency === undefined ? undefined : { cents, currency };
}

/** The cell holds both ends of the sale: `2026-02-24T11:07+0100/2026-02-28T23:07+0100`. Without it the sale is on. */
function isSaleOn(dates: string, clock: Pick<Settings, 'now'>): boolean | undefined {
  if (dates === '') return true;
  const [from = '', to, ...others] = dates.split('/');
  if (to === undefined || others.length > 0) return undefined;
  return isWithin(clock.now, from.trim(), to.trim());
}
