import { LiveError } from '../../../live/live-error.ts';
import type { List, Pages, Row } from './client.ts';

/** So often a list is read that counts otherwise than it shows. */
const mostReadings = 5;
const firstPause = 1000;

interface Wanted {
  readonly list: List;
  /** Without those of paging. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The member with the id of a row. */
  readonly id: string;
  /** What is read, to name it: `orders of 2026-03-01`. */
  readonly noun: string;
  readonly signal: AbortSignal;
}

/**
 * Every row of a list, each once. Rows move between pages while they are read, so that one can be missed: a list is read
 * again until as many rows have come as each of its pages has counted.
 *
 * @throws {LiveError} It does not come to that.
 */
export async function wholeList(client: Pages, wanted: Wanted): Promise<ReadonlyMap<string, Row>> {
  let last: Reading | undefined;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    if (reading > 1) await client.clock.sleep(firstPause * (reading - 1), wanted.signal);
    last = await readOnce(client, wanted);
    if (last.totals.every((total) => total === last?.rows.size)) return last.rows;
  }
  const counted = [...new Set(last?.totals)].join(' or ');
  throw new LiveError(
    `of the ${wanted.noun} it counts ${counted}, and shows ${String(last?.rows.size)}, after ${String(mostReadings)} readings`,
    { code: 'contradiction', end: 'passing' },
  );
}

interface Reading {
  readonly rows: ReadonlyMap<string, Row>;
  /** What its pages have counted. */
  readonly totals: readonly number[];
}

/** Continues behind a short page where rows are missing, and behind a count that is too small. */
async function readOnce(client: Pages, wanted: Wanted): Promise<Reading> {
  const { list, parameters, id, noun, signal } = wanted;
  const rows = new Map<string, Row>();
  const totals: number[] = [];
  for (let page = 1; ; page += 1) {
    const { rows: found, total, size } = await client.page(list, parameters, { page, signal });
    const before = rows.size;
    for (const row of found) rows.set(idOf(row, id, noun), row);
    if (found.length > 0 && total !== undefined) totals.push(total);
    const isShort = found.length < size;
    if (rows.size === before || (isShort && rows.size >= (total ?? 0))) return { rows, totals };
  }
}

function idOf(row: Row, member: string, noun: string): string {
  const id = row[member];
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  throw new LiveError(`one of the ${noun} has no ${member}`, {
    code: 'contradiction',
    end: 'unusable',
    nextStep: 'Please report it: the answers of this account have another form.',
  });
}
