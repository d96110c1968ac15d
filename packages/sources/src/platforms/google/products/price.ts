import { markedAmount } from '../../../money/currency-mark.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { isWithin } from '../../../time/sale-window.ts';
import type { Field } from './columns.ts';

/** An amount and the currency in which it was written. */
export interface Money {
  readonly cents: number;
  readonly currency: string;
}

/**
 * `15.00 USD` or `USD 15.00`. An amount without code is in the currency that the user names.
 *
 * @throws {SourceError} Neither names one.
 */
export function readMoney(
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
export function isSaleOn(dates: string, clock: Pick<Settings, 'now'>): boolean | undefined {
  if (dates === '') return true;
  const [from = '', to, ...others] = dates.split('/');
  if (to === undefined || others.length > 0) return undefined;
  return isWithin(clock.now, from.trim(), to.trim());
}
