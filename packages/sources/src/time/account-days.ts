/** A day of the account: `2026-03-01`. */
export type Day = string;

/** The day at a moment in a zone. */
export function dayAt(moment: number, timezone: string): Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return ['year', 'month', 'day'].map((type) => parts.get(type as 'day') ?? '').join('-'); // names of parts
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
