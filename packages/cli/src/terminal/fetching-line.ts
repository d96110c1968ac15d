import type { Fetching } from 'sequenzy-jobs/job/events.ts';
import type { Hold } from './hold.ts';
import { count, wholeDuration } from './wording.ts';

/** `1,200 products read from Example, waiting 40 s (server asks)`, or as much of it as fits into so many columns. */
export function fetchingLine(
  {
    from,
    noun,
    doing = 'read',
    records,
    hold,
  }: Pick<Fetching, 'from' | 'noun' | 'doing'> & { records: number; hold: Hold | undefined },
  columns = Infinity,
): string {
  const read = `${count(records, noun)} ${doing}`;
  const preposition = doing === 'read' ? 'from' : 'with';
  const waiting = hold === undefined ? '' : `, waiting ${wholeDuration(hold.milliseconds)}`;
  const why = hold === undefined ? '' : ` (${hold.why})`;
  const lines = [`${read} ${preposition} ${from}${waiting}${why}`, `${read}${waiting}`, read];
  return lines.find(({ length }) => length <= columns) ?? '';
}
