import type { Pages } from '../client.ts';
import type { Day } from '../../../../time/account-days.ts';
import { datesOf } from '../dates.ts';

/** Years without an order in a row behind which there is nothing more. */
const mostEmptyYears = 5;

/**
 * Finds the month of the account's first order, by asking back year by year; undefined where there is none. A year without
 * orders is not the end: an account may have rested.
 */
export async function firstDay(
  client: Pages,
  today: Day,
  signal: AbortSignal,
): Promise<Day | undefined> {
  const hasOrders = async (first: Day, last: Day): Promise<boolean> => {
    const { rows } = await client.page('/order/query/', datesOf(first, last), {
      page: 1,
      size: 1,
      signal,
    });
    return rows.length > 0;
  };
  const thisYear = Number(today.slice(0, 4));
  let earliest: number | undefined;
  for (let year = thisYear, empty = 0; empty < mostEmptyYears; year -= 1) {
    const isFilled = await hasOrders(`${String(year)}-01-01`, `${String(year)}-12-31`);
    if (isFilled) earliest = year;
    empty = isFilled ? 0 : empty + 1;
  }
  if (earliest === undefined) return undefined;
  for (let month = 1; month < 12; month += 1) {
    const name = `${String(earliest)}-${String(month).padStart(2, '0')}`;
    const last = new Date(Date.UTC(earliest, month, 0)).toISOString().slice(0, 10);
    if (await hasOrders(`${name}-01`, last)) return `${name}-01`;
  }
  return `${String(earliest)}-12-01`;
}
