import { systemClock } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import type { LiveMemory } from '../../../../live/live-source.ts';
import type { Page } from '../client.ts';
import { bringUpToDate } from './walk.ts';

/** A memory that a run can be killed beside: after so many commits. */
class Kept implements LiveMemory {
  mark: unknown;
  killAfter = Infinity;
  readonly found = new Map<string, unknown>();

  get size(): number {
    return this.found.size;
  }

  has(id: string): boolean {
    return this.found.has(id);
  }

  commit(documents: Iterable<readonly [string, unknown]>, mark: unknown): Promise<void> {
    if ((this.killAfter -= 1) < 0) return Promise.reject(new Error('killed'));
    for (const [id, document] of documents) this.found.set(id, document);
    this.mark = JSON.parse(JSON.stringify(mark));
    return Promise.resolve();
  }

  async *documents() {
    yield* this.found;
    await Promise.resolve();
  }
}

/** One order each day from the first one on, and which days were asked for. */
function accountFrom(first: string) {
  const days: string[] = [];
  const iso = (date = ''): string => date.replace(/(..)\/(..)\/(....)/, '$3-$1-$2');
  const page = (list: string, { startDate, endDate, dateRangeType }: Record<string, string>) => {
    const [from, to] = [iso(startDate), iso(endDate)];
    if (list === '/order/query/' && dateRangeType === 'dateCreated') days.push(from);
    const isThere = list === '/order/query/' && to >= first && dateRangeType !== 'dateUpdated';
    const rows = isThere ? [{ orderId: from < first ? first : from }] : [];
    return Promise.resolve<Page>({ rows, total: rows.length, size: 200 });
  };
  return { days, client: { page, clock: systemClock } };
}

function setUp(first: string) {
  const memory = new Kept();
  const { days, client } = accountFrom(first);
  const run = async (today: string, since?: string) => {
    days.length = 0;
    const { signal } = new AbortController();
    await bringUpToDate({ client, memory, today, since, signal, onRead: () => undefined });
    return [...days];
  };
  return { memory, days, run };
}

it('reads every day once from the month of the first order on, over changes of the clocks', async () => {
  const { run, memory } = setUp('2026-03-06');
  const days = await run('2026-03-10');
  expect(days[0]).toBe('2026-03-01');
  expect(new Set(days).size).toBe(10);
  expect([...memory.found.keys()]).toEqual(
    ['06', '07', '08', '09', '10'].map((day) => `order 2026-03-${day}`),
  );
});

it('continues with the day in which it was killed, on a later day too', async () => {
  const { run, memory, days } = setUp('2026-03-01');
  memory.killAfter = 4;
  await expect(run('2026-03-09')).rejects.toThrow('killed');
  memory.killAfter = Infinity;
  expect((await run('2026-03-12'))[0]).toBe('2026-03-05');
  expect(days).toContain('2026-03-12');
  expect(memory.size).toBe(12);
});

it('reads the last day and the one before again, whatever the clock says meanwhile', async () => {
  const { run } = setUp('2026-03-01');
  await run('2026-03-10');
  expect(await run('2026-03-11')).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
  expect(await run('2026-03-05')).toEqual([]);
  expect(await run('2026-03-11')).toEqual(['2026-03-10', '2026-03-11']);
});

it('continues a memory that begins early enough, and begins anew where more is wanted', async () => {
  const { run, memory } = setUp('2026-03-01');
  expect((await run('2026-03-10', '2026-03-08'))[0]).toBe('2026-03-08');
  expect(await run('2026-03-11', '2026-03-09')).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
  expect(memory.size).toBe(4);
  expect((await run('2026-03-12', '2026-03-05'))[0]).toBe('2026-03-05');
  expect((await run('2026-03-12'))[0]).toBe('2026-03-01');
  expect(memory.size).toBe(12);
  expect(await run('2026-03-12', '2026-03-11')).toEqual(['2026-03-11', '2026-03-12']);
});
