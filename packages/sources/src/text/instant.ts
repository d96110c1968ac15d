const day = 24 * 60 * 60 * 1000;

/** A moment, and whether only the day was given. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly isDay: boolean;
}

/**
 * Reads `2026-03-02`, `2026-03-02 9:30:00`, `2026-03-02T09:30+0100` and the American `3/2/26, 9:30 AM`.
 * Undefined where it is none of these. Without offset it is taken for UTC.
 */
export function instantOf(text: string): Instant | undefined {
  return isoInstant(text.trim()) ?? americanInstant(text.trim());
}

/**
 * Whether a time lies between two cells, each of which may be empty: that end is then open. An end that is a day lasts
 * until that day is over.
 *
 * @returns Undefined where a cell cannot be read.
 */
export function isWithin(now: number, from: string, to: string): boolean | undefined {
  const begin = from === '' ? { at: -Infinity } : instantOf(from);
  const end = to === '' ? { at: Infinity, isDay: false } : instantOf(to);
  if (begin === undefined || end === undefined) return undefined;
  return now >= begin.at && now < (end.isDay ? end.at + day : end.at);
}

function isoInstant(text: string): Instant | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, year, month, date, hour, minute = '0', second = '0', offset] = match;
  const at = utc([year, month, date, hour ?? '0', minute, second].map(Number));
  if (at === undefined) return undefined;
  return { at: at - offsetOf(offset), isDay: hour === undefined };
}

function americanInstant(text: string): Instant | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?:,? (\d{1,2}):(\d\d)\s*([AP])M)?$/i.exec(
    text,
  );
  if (match === null) return undefined;
  const [, month, date, year = '', hour, minute = '0', half] = match;
  const hours = (Number(hour ?? 0) % 12) + (half?.toUpperCase() === 'P' ? 12 : 0);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = utc([full, Number(month), Number(date), hours, Number(minute), 0]);
  return at === undefined ? undefined : { at, isDay: hour === undefined };
}

/** Undefined for a date that no calendar has. */
function utc(parts: readonly number[]): number | undefined {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = Date.UTC(year, month - 1, date, hour, minute, second);
  const isReal = new Date(at).getUTCDate() === date && new Date(at).getUTCMonth() === month - 1;
  return isReal && hour < 24 && minute < 60 && second < 60 ? at : undefined;
}

/** `+0130` -> milliseconds. */
function offsetOf(offset: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(offset ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
