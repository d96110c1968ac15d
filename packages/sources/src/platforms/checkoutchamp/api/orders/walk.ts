import { isRecord } from 'sequenzy-contract';
import type { LiveMemory } from '../../../../live/live-source.ts';
import type { Pages, Row } from '../client.ts';
import { daysFrom, daysLater, type Day } from '../../../../time/account-days.ts';
import { datesOf } from '../dates.ts';
import { wholeList } from '../whole-list.ts';
import { firstDay } from './first-day.ts';
import { keptOrder, keptTransaction } from './kept.ts';

/** A chargeback restates the row of its sale, so long after it. Source: notes of a public client. */
const chargebackDays = 35;

/** How far the reading came. */
interface Progress {
  /** The day on which the history began to be read: what changed before that day is in it. */
  readonly begun: Day;
  /** The first day of the history that is read; absent: from the first order on. */
  readonly from?: Day;
  /** The next day of the history; undefined once all of it was read. */
  readonly next?: Day;
  /** Every change up to that day, and some of that day, has been read. */
  readonly updated: Day;
}

export interface Walk {
  readonly client: Pages;
  readonly memory: LiveMemory;
  readonly today: Day;
  /** Where the history begins; undefined: with the account's first order. */
  readonly since: Day | undefined;
  readonly signal: AbortSignal;
  readonly onRead: (count: number) => void;
}

/**
 * Brings the memory up to date: the history day by day, oldest first, then what has changed since. Each day is kept when it
 * has been read whole, so that a run that was killed continues with the day it was in.
 */
export async function bringUpToDate(walk: Walk): Promise<void> {
  const found = await progressOf(walk);
  const isNew = found.next !== undefined && found.begun === walk.today;
  await readChanges(walk, await readHistory(walk, found), isNew);
}

/** What is remembered serves a run that wants less; one that wants more starts over, and replaces what is there. */
async function progressOf({ client, memory, today, since, signal }: Walk): Promise<Progress> {
  const known = progressIn(memory.mark);
  if (known !== undefined && reachesBackTo(since, known)) return known;
  const next = since ?? (await firstDay(client, today, signal)) ?? today;
  const from = since === undefined ? {} : { from: since };
  return { begun: today, ...from, next, updated: known?.updated ?? today };
}

function reachesBackTo(since: Day | undefined, { from }: Progress): boolean {
  return from === undefined || (since !== undefined && from <= since);
}

async function readHistory(walk: Walk, progress: Progress): Promise<Progress> {
  const { next, ...done } = progress;
  if (next === undefined) return progress;
  for (const day of daysFrom(next, done.begun)) {
    const documents = [...(await ordersOf(walk, day)), ...(await refundsOf(walk, day))];
    await commit(walk, documents, { ...done, next: daysLater(day, 1) });
  }
  await commit(walk, [], done);
  return done;
}

/** The last day and the one before are read again: when a change is shown, and when it was, are not the same moment. */
async function readChanges(
  walk: Walk,
  { updated, ...done }: Progress,
  isNew: boolean,
): Promise<void> {
  const { today } = walk;
  // What was read within the day has its chargebacks.
  for (const day of daysFrom(daysLater(updated, isNew ? -1 : -chargebackDays), today)) {
    const isRecent = day >= daysLater(updated, -1);
    const orders = isRecent
      ? [...(await ordersOf(walk, day)), ...(await ordersOf(walk, day, 'dateUpdated'))]
      : [];
    const documents = [...orders, ...(await refundsOf(walk, day))];
    await commit(walk, documents, { ...done, updated: day > updated ? day : updated });
  }
}

type Documents = readonly (readonly [string, Row])[];

async function ordersOf(
  { client, signal }: Walk,
  day: Day,
  dateRangeType: 'dateCreated' | 'dateUpdated' = 'dateCreated',
): Promise<Documents> {
  const rows = await wholeList(client, {
    list: '/order/query/',
    parameters: { ...datesOf(day, day), dateRangeType },
    id: 'orderId',
    noun: `orders of ${day}`,
    signal,
  });
  return [...rows].map(([id, row]) => [`order ${id}`, keptOrder(row)]);
}

/** Transactions by which money went back, and those of which that is no longer so. */
async function refundsOf({ client, memory, signal }: Walk, day: Day): Promise<Documents> {
  const rows = await wholeList(client, {
    list: '/transactions/query/',
    parameters: { ...datesOf(day, day), responseType: 'SUCCESS' },
    id: 'transactionId',
    noun: `transactions of ${day}`,
    signal,
  });
  return [...rows]
    .map(([id, row]) => [`transaction ${id}`, keptTransaction(row)] as const)
    .filter(([id, row]) => isRefund(row) || memory.has(id));
}

function isRefund({ txnType, isChargedback }: Row): boolean {
  const isBack = ['1', 'true', 'yes'].includes(String(isChargedback).toLowerCase());
  return isBack || String(txnType).toUpperCase() === 'REFUND';
}

async function commit({ memory, onRead }: Walk, documents: Documents, progress: Progress) {
  await memory.commit(documents, progress);
  onRead(memory.size);
}

function progressIn(mark: unknown): Progress | undefined {
  if (!isRecord(mark)) return undefined;
  const { begun, from, next, updated } = mark;
  if (typeof begun !== 'string' || typeof updated !== 'string') return undefined;
  const optional = { ...(typeof from === 'string' && { from }) };
  return { begun, updated, ...optional, ...(typeof next === 'string' && { next }) };
}
