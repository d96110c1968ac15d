import { amountOf } from '../../product/amount.ts';
import type { Settings } from '../../source.ts';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import { isWithin } from '../../time/sale-window.ts';
import type { Field } from './columns.ts';

/** An amount and the currency in which it was written. */
export interface Money {
  readonly cents: number;
  readonly currency: string;
}

/**
 * `15.00 USD`. An amount without code is in the currency that the user names.
 *
 * @throws {SourceError} Neither names one.
 */
export function readMoney(
  row: Row<Field>,
  field: 'price' | 'salePrice',
  settings: Settings,
  reader: CellReader,
): Money | undefined {
  if (/^[A-Za-z]{3}\s*[\d.,]/.test(row.get(field))) {
    const message = `expected the currency behind the amount, as in 15.00 USD, got "${row.get(field)}"`;
    reader.faults.push(row.fault(field, message));
    return undefined;
  }
  const [, number = '', code] = /^(.*?)\s*([A-Za-z]{3})$/.exec(row.get(field)) ?? [];
  if (code === undefined) {
    const cents = reader.money(row, field, settings.currency);
    const { currency } = settings;
    return cents === undefined || currency === undefined ? undefined : { cents, currency };
  }
  const currency = code.toUpperCase();
  const amount = amountOf(number, currency, settings.decimal);
  if (amount.ok) return { cents: amount.cents, currency };
  reader.faults.push(row.fault(field, amount.message));
  return undefined;
}

/** The cell holds both ends of the sale: `2026-02-24T11:07+0100/2026-02-28T23:07+0100`. Without it the sale is on. */
export function isSaleOn(dates: string, clock: Pick<Settings, 'now'>): boolean | undefined {
  if (dates === '') return true;
  const [from = '', to, ...others] = dates.split('/');
  if (to === undefined || others.length > 0) return undefined;
  return isWithin(clock.now, from.trim(), to.trim());
}
