import { option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';

/** A day of the account: `2026-03-01`. */
export type Day = string;

/**
 * The day at a moment in a zone.
 *
 * @throws {SourceError} There is no such zone.
 */
export function dayAt(moment: number, timezone: string): Day {
  const parts = new Map(
    formatIn(timezone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return ['year', 'month', 'day'].map((type) => parts.get(type as 'day') ?? '').join('-'); // names of parts
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = say`${option('timezone')}: ${JSON.stringify(timeZone)} is not a time zone`;
    throw new SourceError(problem, {
      code: 'bad-option',
      nextStep: 'Write it as America/New_York.',
    });
  }
}

export function daysLater(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** From the first to the last one, both included; none where the last lies before. */
export function* daysFrom(first: Day, last: Day): Generator<Day> {
  for (let day = first; day <= last; day = daysLater(day, 1)) yield day;
}

/** The range as American queries have it: whole days, `03/01/2026`. */
export function americanDates(first: Day, last: Day): { start: string; end: string } {
  return { start: american(first), end: american(last) };
}

function american(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}/${date}/${year}`;
}
