import { InstantReader } from './instant.ts';

const day = 24 * 60 * 60 * 1000;

/** Made at the first sale: a zone takes milliseconds. */
let reader: InstantReader | undefined;

/**
 * Whether a time lies between two cells, each of which may be empty: that end is then open. An end that is a day lasts
 * until that day is over.
 *
 * @returns Undefined where a cell cannot be read.
 */
export function isWithin(now: number, from: string, to: string): boolean | undefined {
  const begin = from === '' ? -Infinity : momentOf(from);
  const end = to === '' ? Infinity : momentOf(to);
  if (begin === undefined || end === undefined) return undefined;
  return now >= begin && now < (isDay(to) ? end + day : end);
}

/** Exports of shops write dates of sales without a zone: UTC is assumed, and for numbers the American order. */
function momentOf(text: string): number | undefined {
  reader ??= new InstantReader({ timezone: 'UTC', dateFormat: 'MDY' });
  const read = reader.read(withWholeYear(text.trim()));
  return read.ok ? Date.parse(read.instant) : undefined;
}

function isDay(text: string): boolean {
  return !text.includes(':');
}

/** `10/24/16` -> `10/24/2016`: a sale is of our own century. */
function withWholeYear(text: string): string {
  return text.replace(/^(\d{1,2}\/\d{1,2})\/(\d\d)(?!\d)/, '$1/20$2');
}
