import { option, say, type OptionUse, type Wording } from 'sequenzy-contract';
import type { parseInstant } from 'sequenzy-sources';
import { UserError } from '../../report/user-error.ts';

/** From when on and until when orders are sent, and the zone of what has no offset. Default: the machine's. */
interface Moments {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly timezone?: string | undefined;
}

interface Reader {
  readonly now: number;
  /** How options are called. Default: as programs call them. */
  readonly wording?: Wording | undefined;
}

/**
 * Reads `2024-05-31`, and `3d` or `36h` before now.
 *
 * @throws {UserError} when one cannot be read, or they are in the wrong order.
 */
export async function momentsOf(
  { since, until, timezone }: Moments,
  { now, wording }: Reader,
): Promise<{ since?: Date; until?: Date }> {
  const at = { timezone, now, wording };
  const first = since === undefined ? undefined : await momentOf(option('since'), since, at);
  const end = until === undefined ? undefined : await momentOf(option('until'), until, at);
  if (first !== undefined && end !== undefined && first >= end) {
    throw new UserError(
      'usage',
      say`${option('until', until)} is not after ${option('since', since)}`,
    );
  }
  return { ...(first && { since: first }), ...(end && { until: end }) };
}

/** A date, or so long before now. */
async function momentOf(
  named: OptionUse,
  text: string,
  { timezone, now, wording }: Reader & Pick<Moments, 'timezone'>,
): Promise<Date> {
  const [, amount, unit] = /^(\d{1,4})([dh])$/.exec(text) ?? [];
  if (amount !== undefined) {
    return new Date(now - Number(amount) * (unit === 'd' ? 86_400_000 : 3_600_000));
  }
  const zone = timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const result = await read(text, zone, wording);
  if (result.ok) return new Date(result.instant);
  throw new UserError(
    'usage',
    result.message,
    'Write it as 2024-05-31, or as 3d or 36h before now.',
    { place: { option: named } },
  );
}

/** The parser is loaded where there is something to parse: every command begins with this file. */
async function read(
  text: string,
  timezone: string,
  wording: Wording | undefined,
): Promise<ReturnType<typeof parseInstant>> {
  const sources = await import('sequenzy-sources');
  try {
    return sources.parseInstant(text, { timezone, ...(wording && { wording }) });
  } catch {
    return { ok: false, message: `${JSON.stringify(timezone)} is not a time zone` };
  }
}
