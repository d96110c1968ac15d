import { expect, it } from 'vitest';
import { idsIn, spanOf } from './windows.ts';

/** Orders by their second of a day. A search answers so many of them at most. */
function accountOf(seconds: readonly number[], cap: number, tellsAll = false) {
  const from = Date.parse('2026-03-08T00:00:00Z');
  let searches = 0;
  const find = (_: string, range: object) => {
    searches += 1;
    const { start_time: start, end_time: end } = range as Record<string, string>;
    const secondOf = (time = ''): number => (Date.parse(`2026-03-08T${time}Z`) - from) / 1000;
    const hits = seconds.flatMap((one, id) =>
      one >= secondOf(start) && one <= secondOf(end) ? [String(id)] : [],
    );
    const ids = hits.slice(0, cap);
    return Promise.resolve({ ids, isCut: tellsAll && ids.length < hits.length });
  };
  return { find, searches: () => searches };
}

const { signal } = new AbortController();
const day = spanOf('2026-03-08', '2026-03-08');
const spread = (count: number) =>
  Array.from({ length: count }, (_, at) => Math.floor((at * 86_399) / count));

it.each([
  ['a round number', 500, false],
  ['more than it names', 700, true],
])('halves a search that answers %s, until nothing is missing', async (_, cap, tellsAll) => {
  const account = accountOf(spread(1234), cap, tellsAll);
  const ids = await idsIn(account, 'order_find', day, signal);
  expect(new Set(ids).size).toBe(1234);
  expect(ids).toHaveLength(1234);
});

it('asks once where nothing was cut', async () => {
  const account = accountOf(spread(321), 500);
  expect(await idsIn(account, 'order_find', day, signal)).toHaveLength(321);
  expect(account.searches()).toBe(1);
});

it('stops where a single second has as many', async () => {
  const account = accountOf(
    Array.from({ length: 600 }, () => 4711),
    500,
  );
  await expect(idsIn(account, 'order_find', day, signal)).rejects.toThrow('orders of one second');
});
