import { InvalidArgumentError } from 'commander';
import type { MaxDelete } from 'sequenzy-commerce/mirror';
import { maxDeleteOf, millisecondsOf, rateOf, spanOf } from 'sequenzy-jobs/config/forms.ts';

/** A whole number of at least so much. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number, ${String(least)} or more.`);
  };
}

/** The value, or what was expected in its place. */
export function expected<Value>(value: Value | undefined, what: string): Value {
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`Expected ${what}.`);
}

/** Seconds, also `0.5`, as milliseconds. */
export function seconds(text: string): number {
  return expected(millisecondsOf(text), 'seconds, more than 0 and up to 86400');
}

/** `45s`, `90m`, `12h` or `3d`, as milliseconds. */
export function span(text: string): number {
  return expected(spanOf(text), 'a time such as 45s, 90m, 12h or 3d');
}

/** Requests a minute, or `off`. */
export function rate(text: string): number | 'off' {
  return expected(rateOf(text), 'requests a minute, such as 100, or off');
}

export function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('Expected an address, such as https://shop.example.');
}

/** TCP port; 0 takes a free one. */
export function port(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

/** How many, or `all`. */
export function limit(text: string): number {
  if (text === 'all') return Infinity;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a whole number, 1 or more, or all.');
}

/** How much may be deleted: `25` products, or `10%` of those that are known. */
export function maxDelete(text: string): MaxDelete {
  return expected(maxDeleteOf(text), 'a number of products, or a share such as 10%');
}

/** Every value of an option that may be repeated, in order. */
export function collected(value: string, others: readonly string[] = []): string[] {
  return [...others, value];
}
