import { InvalidArgumentError } from 'commander';
import type { MaxDelete } from 'sequenzy-commerce/mirror';

/** A whole number of at least so much. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number, ${String(least)} or more.`);
  };
}

const longestTimeout = 86_400;

/** Seconds, also `0.5`, as milliseconds. */
export function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= 0.001 && value <= longestTimeout) return Math.round(value * 1000);
  throw new InvalidArgumentError(
    `Expected seconds, more than 0 and up to ${String(longestTimeout)}.`,
  );
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** `45s`, `90m` or `12h`, as milliseconds. */
export function span(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const value = Number(digits) * (units[unit] ?? NaN);
  if (value >= 0) return value;
  throw new InvalidArgumentError('Expected a time such as 45s, 90m or 12h.');
}

const highestRate = 1_000_000;

/** Requests a minute, or `off`. */
export function rate(text: string): number | 'off' {
  if (text === 'off') return 'off';
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= 1 && value <= highestRate) return value;
  throw new InvalidArgumentError('Expected requests a minute, such as 100, or off.');
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
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return `${Number(percent)}%`;
  if (/^\d+$/.test(text)) return wholeNumber(0)(text);
  throw new InvalidArgumentError('Expected a number of products, or a share such as 10%.');
}

/** Every value of an option that may be repeated, in order. */
export function collected(value: string, others: readonly string[] = []): string[] {
  return [...others, value];
}
