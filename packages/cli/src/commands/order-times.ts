import { InvalidArgumentError } from 'commander';
import type { DailyWindow, OrderStatus } from 'sequenzy-commerce';
import { parseInstant } from 'sequenzy-sources';
import { UserError } from '../user-error.ts';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `22:00-06:00` */
export function dailyWindow(text: string): DailyWindow {
  const [from = '', to = '', more] = text.split('-');
  const fits = timeOfDay.test(from) && timeOfDay.test(to) && from !== to && more === undefined;
  if (fits) return { from, to };
  throw new InvalidArgumentError('Expected two times of the day, such as 22:00-06:00.');
}

export function clockTime(text: string): string {
  if (timeOfDay.test(text)) return text;
  throw new InvalidArgumentError('Expected a time of the day, such as 06:30.');
}

/** The next moment the machine's clock shows it. */
export function nextMoment(time: string, now: number): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment;
}

/**
 * A day or a moment of an option.
 *
 * @param timezone Of what has no offset. Default: the machine's.
 * @throws {UserError} when it cannot be read.
 */
export function momentOf(option: string, text: string, timezone: string | undefined): Date {
  const zone = timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const result = read(text, zone);
  if (result.ok) return new Date(result.instant);
  throw new UserError('usage', `${option}: ${result.message}`, 'Write it as 2024-05-31.');
}

function read(text: string, timezone: string): ReturnType<typeof parseInstant> {
  try {
    return parseInstant(text, { timezone });
  } catch {
    return { ok: false, message: `${JSON.stringify(timezone)} is no time zone` };
  }
}

const statuses: readonly OrderStatus[] = ['placed', 'cancelled', 'fulfilled', 'refunded'];

/** `placed,fulfilled` */
export function orderStatuses(text: string): readonly OrderStatus[] {
  return text.split(',').map((word) => {
    const status = statuses.find((one) => one === word.trim().toLowerCase());
    if (status !== undefined) return status;
    throw new InvalidArgumentError(`Expected some of ${statuses.join(',')}.`);
  });
}
