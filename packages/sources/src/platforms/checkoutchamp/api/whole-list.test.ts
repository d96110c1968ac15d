import { systemClock } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import type { Page, Row } from './client.ts';
import { wholeList } from './whole-list.ts';

const size = 2;
const rows = (...ids: string[]): readonly Row[] => ids.map((id) => ({ orderId: id }));

/** Answers the pages in turn, and then empty ones. */
function clientOf(pages: readonly (readonly [found: readonly Row[], total: number])[]) {
  const left = [...pages];
  const asked: number[] = [];
  return {
    asked,
    clock: { ...systemClock, sleep: () => Promise.resolve() },
    page: (_: string, __: object, { page }: { page: number }): Promise<Page> => {
      asked.push(page);
      const [found, total] = left.shift() ?? [[], 0];
      return Promise.resolve({ rows: found, total, size });
    },
  };
}

async function read(pages: Parameters<typeof clientOf>[0]) {
  const client = clientOf(pages);
  const { signal } = new AbortController();
  const wanted = { list: '/order/query/', parameters: {}, id: 'orderId', signal } as const;
  const list = await wholeList(client, { ...wanted, noun: 'orders of 2026-03-01' });
  return { ids: [...list.keys()], asked: client.asked };
}

it('ends with a short page when as many rows have come as it counts', async () => {
  const pages = [[rows('a', 'b'), 3] as const, [rows('c'), 3] as const];
  expect(await read(pages)).toEqual({ ids: ['a', 'b', 'c'], asked: [1, 2] });
});

it('takes nothing found for an empty list', async () => {
  expect(await read([[[], 0]])).toEqual({ ids: [], asked: [1] });
});

it('reads again where rows have moved up while it read, so that one was passed over', async () => {
  // a is gone after the first page: c moves onto it, unseen.
  const shrunk = [[rows('a', 'b'), 4] as const, [rows('d'), 3] as const];
  const again = [[rows('b', 'c'), 3] as const, [rows('d'), 3] as const];
  expect((await read([...shrunk, ...again])).ids).toEqual(['b', 'c', 'd']);
});

it('shows a row once that has moved down to the next page', async () => {
  const grown = [[rows('b', 'c'), 3] as const, [rows('c', 'd'), 4] as const, [[], 0] as const];
  const again = [[rows('a', 'b'), 4] as const, [rows('c', 'd'), 4] as const];
  expect((await read([...grown, ...again])).ids).toEqual(['a', 'b', 'c', 'd']);
});

it('goes on behind a count that is too small', async () => {
  const pages = [[rows('a', 'b'), 2] as const, [rows('c'), 3] as const];
  const whole = [[rows('a', 'b'), 3] as const, [rows('c'), 3] as const];
  expect((await read([...pages, ...whole])).ids).toEqual(['a', 'b', 'c']);
});

it('stops where count and rows never agree, and names both', async () => {
  const wrong = Array.from({ length: 5 }, () => [rows('a'), 2] as const);
  const each = wrong.flatMap((one) => [one, [[], 0] as const]);
  await expect(read(each)).rejects.toThrow(
    'of the orders of 2026-03-01 it counts 2, and shows 1, after 5 readings',
  );
});

it('refuses a row without an id', async () => {
  await expect(read([[[{ id: 1 }], 1]])).rejects.toThrow(
    'one of the orders of 2026-03-01 has no orderId',
  );
});
