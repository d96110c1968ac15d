import { americanDates, type Day } from '../../../time/account-days.ts';

/** Whole days, as every query takes them. */
export function datesOf(first: Day, last: Day): { startDate: string; endDate: string } {
  const { start, end } = americanDates(first, last);
  return { startDate: start, endDate: end };
}
