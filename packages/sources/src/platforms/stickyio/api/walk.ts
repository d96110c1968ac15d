import { isRecord } from 'sequenzy-contract';
import type { LiveMemory } from '../../../live/live-source.ts';
import { daysLater, type Day } from '../../../time/account-days.ts';
import type { Row, StickyIoClient } from './client.ts';
import { keptOrder } from './kept.ts';
import { idsIn, spanOf, type Span } from './windows.ts';

/** Years without an order in a row behind which there is nothing more. */
const mostEmptyYears = 5;
/** Searches of what has changed know nothing of deliveries: so many days are looked at again. */
const livelyDays = 35;

/** How far the reading came. */
interface Progress {
  /** The day on which the history began to be read. */
  readonly begun: Day;
  /** The first day of the history that is read; absent: from the first order on. */
  readonly from?: Day;
  /** The first day of the next month of the history; undefined once all of it was read. */
  readonly next?: Day;
  /** Changes up to that day, and some of that day, have been read. */
  readonly updated: Day;
}

export interface Walk {
  readonly client: StickyIoClient;
  readonly memory: LiveMemory;
  readonly today: Day;
  /** Where the history begins; undefined: with the account's first order. */
  readonly since: Day | undefined;
  readonly signal: AbortSignal;
  readonly onRead: (count: number) => void;
}

/** Brings the memory up to date: the history month by month, then what is new and what has changed since. */
export async function bringUpToDate(walk: Walk): Promise<void> {
  const { client, today, signal, memory } = walk;
  let progress = await progressOf(walk);
  while (progress.next !== undefined && progress.next <= progress.begun) {
    const last = lastOfMonth(progress.next);
    const ids = await idsIn(client, 'order_find', spanOf(progress.next, last), signal);
    // A run that was killed has some of them.
    await read(
      walk,
      ids.filter((id) => !memory.has(id)),
      progress,
    );
    progress = { ...progress, next: daysLater(last, 1) };
    await memory.commit([], progress);
  }
  const { begun, from, updated } = progress;
  const done = { begun, updated, ...(from !== undefined && { from }) };
  const spans: [method: 'order_find' | 'order_find_updated', span: Span][] = [
    ['order_find', spanOf(daysLater(updated, -livelyDays), today)],
    ['order_find_updated', spanOf(daysLater(updated, -1), today)],
  ];
  const ids: string[] = [];
  for (const [method, span] of spans) ids.push(...(await idsIn(client, method, span, signal)));
  await read(walk, [...new Set(ids)], done);
  await memory.commit([], { ...done, updated: today });
}

async function read(
  { client, memory, signal, onRead }: Walk,
  ids: readonly string[],
  progress: Progress,
): Promise<void> {
  for await (const rows of client.view(ids, signal)) {
    const documents = rows.map((row): [string, Row] => [String(row['order_id']), keptOrder(row)]);
    await memory.commit(documents, progress);
    onRead(memory.size);
  }
}

/** What is remembered serves a run that wants less; one that wants more starts over, and replaces what is there. */
async function progressOf(walk: Walk): Promise<Progress> {
  const { memory, today, since } = walk;
  const known = progressIn(memory.mark);
  if (known !== undefined && reachesBackTo(since, known)) return known;
  const next = since ?? (await firstYear(walk)) ?? today;
  const from = since === undefined ? {} : { from: since };
  return { begun: today, ...from, next, updated: known?.updated ?? today };
}

function reachesBackTo(since: Day | undefined, { from }: Progress): boolean {
  return from === undefined || (since !== undefined && from <= since);
}

async function firstYear({ client, today, signal }: Walk): Promise<Day | undefined> {
  let earliest: Day | undefined;
  for (let year = Number(today.slice(0, 4)), empty = 0; empty < mostEmptyYears; year -= 1) {
    const name = String(year);
    const range = { start_date: `01/01/${name}`, end_date: `12/31/${name}` };
    const times = { start_time: '00:00:00', end_time: '23:59:59' };
    const { ids } = await client.find('order_find', { ...range, ...times }, signal);
    if (ids.length > 0) earliest = `${name}-01-01`;
    empty = ids.length > 0 ? 0 : empty + 1;
  }
  return earliest;
}

function lastOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function progressIn(mark: unknown): Progress | undefined {
  if (!isRecord(mark)) return undefined;
  const { begun, from, next, updated } = mark;
  if (typeof begun !== 'string' || typeof updated !== 'string') return undefined;
  const optional = { ...(typeof from === 'string' && { from }) };
  return { begun, updated, ...optional, ...(typeof next === 'string' && { next }) };
}
