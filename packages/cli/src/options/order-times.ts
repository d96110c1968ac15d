import { InvalidArgumentError } from 'commander';
import type { DailyWindow, OrderStatus } from 'sequenzy-commerce/backfill';
import type { parseInstant } from 'sequenzy-sources';
import { flagWording } from '../terminal/flags.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';

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

/** `--since` and `--until`, and the zone of what has no offset. Default: the machine's. */
interface Moments {
  readonly since?: string;
  readonly until?: string;
  readonly timezone?: string;
}

/** @throws {UserError} when one cannot be read, or they are in the wrong order. */
export async function momentsOf(
  { since, until, timezone }: Moments,
  now: number,
): Promise<{ since?: Date; until?: Date }> {
  const at = { timezone, now };
  const first = since === undefined ? undefined : await momentOf('--since', since, at);
  const end = until === undefined ? undefined : await momentOf('--until', until, at);
  if (first !== undefined && end !== undefined && first >= end) {
    throw new UserError('usage', `--until ${until ?? ''} is not after --since ${since ?? ''}`);
  }
  return { ...(first && { since: first }), ...(end && { until: end }) };
}

/** A date, or so long before now: `3d`, `36h`. */
async function momentOf(
  option: string,
  text: string,
  { timezone, now }: { readonly timezone: string | undefined; readonly now: number },
): Promise<Date> {
  const [, amount, unit] = /^(\d{1,4})([dh])$/.exec(text) ?? [];
  if (amount !== undefined) {
    return new Date(now - Number(amount) * (unit === 'd' ? 86_400_000 : 3_600_000));
  }
  const zone = timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const result = await read(text, zone);
  if (result.ok) return new Date(result.instant);
  throw new UserError(
    'usage',
    `${option}: ${result.message}`,
    'Write it as 2024-05-31, or as 3d or 36h before now.',
  );
}

/** The parser is loaded where there is something to parse: every command begins with this file. */
async function read(text: string, timezone: string): Promise<ReturnType<typeof parseInstant>> {
  const sources = await import('sequenzy-sources');
  try {
    return sources.parseInstant(text, { timezone, wording: flagWording });
  } catch {
    return { ok: false, message: `${JSON.stringify(timezone)} is not a time zone` };
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
