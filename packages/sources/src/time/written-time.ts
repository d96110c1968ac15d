import { option, say, type Words } from 'sequenzy-contract';
import type { DateFormat, WallTime } from './calendar.ts';

/** What a text says about a time, before anybody knows where on earth. */
export interface WrittenTime {
  readonly wall: WallTime;
  /** `.123`, empty where there is none. */
  readonly fraction: string;
  /** Minutes east of Greenwich, where the text says so. */
  readonly offset: number | undefined;
  /** No time of day was given. */
  readonly isDay: boolean;
}

const clock = String.raw`(?:T|(?:,| at)? +)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>\.\d+)?)?`;
const zone = String.raw`(?: ?(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?`;
const rest = String.raw`(?:${clock}(?: ?(?<half>[AP]M))?${zone})?`;
const iso = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)${rest}$`, 'i');
const numbers = new RegExp(
  String.raw`^(?<one>\d{1,4})(?<mark>[/.-])(?<two>\d{1,2})\k<mark>(?<three>\d{1,4})${rest}$`,
  'i',
);

const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +)?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?`;
const month = String.raw`(?<month>[a-z]{3,9})\.?`;
const dayFirst = new RegExp(
  String.raw`^${weekday}${day}[ -]+${month},?[ -]+(?<year>\d{4})${rest}$`,
  'i',
);
const monthFirst = new RegExp(
  String.raw`^${weekday}${month} +${day},? +(?<year>\d{4})${rest}$`,
  'i',
);

const months =
  'january february march april may june july august september october november december';

/** `Jan`, `january`, `Sept` -> its number; undefined where it is none. */
function monthNamed(name: string): number | undefined {
  const at = months.split(' ').findIndex((month) => month.startsWith(name.toLowerCase()));
  return at < 0 ? undefined : at + 1;
}

/**
 * Splits a time into its parts.
 *
 * @returns What is wrong with it, to be put behind the text in quotes, where it cannot be read.
 */
export function readWritten(text: string, format: DateFormat | undefined): WrittenTime | Words {
  const dated = iso.exec(text)?.groups;
  if (dated !== undefined) return written(dated, [dated['year'], dated['month'], dated['day']]);
  const named = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups;
  const number = named?.['month'] === undefined ? undefined : monthNamed(named['month']);
  if (named !== undefined && number !== undefined) {
    return written(named, [named['year'], String(number), named['day']]);
  }
  const groups = numbers.exec(text)?.groups;
  if (groups === undefined) return 'is not a time such as 2026-03-02T09:30:00Z';
  const parts = [groups['one'], groups['two'], groups['three']];
  // Nobody writes a year, a day and then a month.
  const order = format ?? (parts[0]?.length === 4 ? 'YMD' : undefined);
  if (order === undefined) {
    return say`does not say which number is the day: pass ${option('dateFormat', 'DMY')}, MDY or YMD`;
  }
  const [year, month, day] = ['Y', 'M', 'D'].map((letter) => parts[order.indexOf(letter)] ?? '');
  if (year?.length !== 4) return `is not written as ${order} with a year of four digits`;
  if ((month?.length ?? 0) > 2 || (day?.length ?? 0) > 2) return `is not written as ${order}`;
  return written(groups, [year, month, day]);
}

type Groups = Readonly<Record<string, string | undefined>>;

function written(groups: Groups, date: readonly (string | undefined)[]): WrittenTime | string {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const hour = hourOf(Number(groups['hour'] ?? 0), groups['half']);
  if (hour === undefined) return 'has an hour that does not go with AM or PM';
  const offset = groups['zone'] === undefined ? undefined : offsetOf(groups['zone']);
  if (offset !== undefined && Math.abs(offset) > 14 * 60) return 'has an offset that no place has';
  return {
    wall: {
      year,
      month,
      day,
      hour,
      minute: Number(groups['minute'] ?? 0),
      second: Number(groups['second'] ?? 0),
    },
    fraction: groups['fraction'] ?? '',
    offset,
    isDay: groups['hour'] === undefined,
  };
}

/** Noon is 12 PM, midnight 12 AM. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** `+0530`, `-05:00`, `+02`, `Z` -> minutes. */
function offsetOf(zoneText: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zoneText);
  if (match === null) return 0;
  const [, sign, hours, minutes = '0'] = match;
  const total = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -total : total;
}
