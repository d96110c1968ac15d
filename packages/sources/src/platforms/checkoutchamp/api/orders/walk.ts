import { isRecord } from 'sequenzy-contract';
import type { LiveMemory } from '../../../../live/live-source.ts';
import type { CheckoutChampClient, Row } from '../client.ts';
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
  /** The next day of the history; undefined once all of it was read. */
  readonly next?: Day;
  /** Every change up to that day, and some of that day, has been read. */
  readonly updated: Day;
}

export interface Walk {
  readonly client: CheckoutChampClient;
  readonly memory: LiveMemory;
  readonly today: Day;
  /** Where the history begins; undefined: with the account's first order. */
  readonly since: Day | undefined;
  readonly signal: AbortSignal;
  readonly onRead: (count: number) => void;
}

/**
 * Brings the memory up to date: the history day by day, oldest first, then what has changed since. Each day is kept when it
 * has been read whole, so that a run that was killed goes on with the day it was in.
 */
export async function bringUpToDate(walk: Walk): Promise<void> {
  const found = progressIn(walk.memory.mark) ?? (await begin(walk));
  const isNew = found.next !== undefined && found.begun === walk.today;
  await readChanges(walk, await readHistory(walk, found), isNew);
}

async function begin({ client, today, since, signal }: Walk): Promise<Progress> {
  const next = since ?? (await firstDay(client, today, signal)) ?? today;
  return { begun: today, next, updated: today };
}

async function readHistory(walk: Walk, progress: Progress): Promise<Progress> {
  const { begun, next, updated } = progress;
  if (next === undefined) return progress;
  for (const day of daysFrom(next, begun)) {
    const documents = [...(await ordersOf(walk, day)), ...(await refundsOf(walk, day))];
    await commit(walk, documents, { begun, next: daysLater(day, 1), updated });
  }
  const done: Progress = { begun, updated };
  await commit(walk, [], done);
  return done;
}

/** The last day and the one before are read again: when a change is shown, and when it was, are not the same moment. */
async function readChanges(
  walk: Walk,
  { begun, updated }: Progress,
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
    await commit(walk, documents, { begun, updated: day > updated ? day : updated });
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
  const { begun, next, updated } = mark;
  if (typeof begun !== 'string' || typeof updated !== 'string') return undefined;
  return { begun, updated, ...(typeof next === 'string' && { next }) };
}
