/** In which order a date such as `2/3/2024` names day, month and year. */
export type DateFormat = 'DMY' | 'MDY' | 'YMD';

/** A moment as a calendar and a clock on the wall show it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Milliseconds since 1970 of that wall time in UTC; undefined where the day or the time does not exist. */
export function utcOf({ year, month, day, hour, minute, second }: WallTime): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day); // Date.UTC takes the years 0 to 99 for 1900 to 1999
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.setUTCHours(hour, minute, second);
}
