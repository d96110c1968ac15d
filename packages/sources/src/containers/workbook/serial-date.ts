const day = 24 * 60 * 60 * 1000;
/** The last day of the calendar of spreadsheets, 31 December 9999. */
const lastDay = 2_958_466;

/** What of a time its format shows. */
export interface TimeParts {
  readonly hasDay: boolean;
  readonly hasTime: boolean;
}

/**
 * Days since the beginning of a workbook's calendar as `2024-05-01`, `2024-05-01 09:58:12` or `09:58:12`. A time of the day
 * is shown wherever there is one. Undefined for what is not a date.
 *
 * @param is1904 Whether day 0 is 1 January 1904; otherwise day 1 is 1 January 1900, and 1900 has a 29 February.
 */
export function serialDate(
  serial: number,
  { hasDay, hasTime }: TimeParts,
  is1904: boolean,
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastDay) return undefined;
  const moment = Math.round(serial * day);
  const days = Math.floor(moment / day);
  const time = timeOf(moment % day);
  if (days === 0 && (!hasDay || (hasTime && !is1904))) return time;
  const date = dateOf(days, is1904);
  return hasTime || moment % day > 0 ? `${date} ${time}` : date;
}

function dateOf(days: number, is1904: boolean): string {
  if (is1904) return isoDay(Date.UTC(1904, 0, 1) + days * day);
  // The calendar has a day that there never was; readers refuse it.
  if (days === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * day);
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .slice(11, -1)
    .replace(/\.000$/, '');
}
