import type { DailyWindow, OrderStatus } from 'sequenzy-commerce/backfill';
import type { MaxDelete } from 'sequenzy-commerce/mirror';

/** Values as people write them, on a command line and in the config. Each reads undefined where the text is none. */

const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `45s`, `90m`, `12h` or `3d`, as milliseconds. */
export function spanOf(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,5})([smhd])$/.exec(text) ?? [];
  const value = Number(digits) * (units[unit] ?? NaN);
  return value >= 0 ? value : undefined;
}

const longestTimeout = 86_400;

/** Seconds, also `0.5`, as milliseconds. */
export function millisecondsOf(text: string): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value >= 0.001 && value <= longestTimeout ? Math.round(value * 1000) : undefined;
}

const highestRate = 1_000_000;

/** Requests a minute, or `off`. */
export function rateOf(text: string): number | 'off' | undefined {
  if (text === 'off') return 'off';
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= 1 && value <= highestRate ? value : undefined;
}

/** How much may be deleted: `25` products, or `10%` of those that are known. */
export function maxDeleteOf(text: string): MaxDelete | undefined {
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return `${Number(percent)}%`;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `06:30` */
export function clockTimeOf(text: string): string | undefined {
  return timeOfDay.test(text) ? text : undefined;
}

/** `22:00-06:00` */
export function dailyWindowOf(text: string): DailyWindow | undefined {
  const [from = '', to = '', more] = text.split('-');
  const fits = timeOfDay.test(from) && timeOfDay.test(to) && from !== to && more === undefined;
  return fits ? { from, to } : undefined;
}

export const orderStatuses: readonly OrderStatus[] = [
  'placed',
  'cancelled',
  'fulfilled',
  'refunded',
];

/** `placed,fulfilled` */
export function orderStatusesOf(text: string): readonly OrderStatus[] | undefined {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  const known = orderStatuses.filter((status) => words.includes(status));
  const isKnown = words.every((word) => orderStatuses.some((status) => status === word));
  return isKnown ? known : undefined;
}
