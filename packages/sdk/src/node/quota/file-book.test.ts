import { readdirSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import type { Ask } from '../../quota/record.ts';
import { FileBook } from './file-book.ts';
import { fileOf, latestFile } from './log-files.ts';

let time = 1_000_000;

function bookIn(folder: string, client: string): FileBook {
  return new FileBook({ folder, client, now: () => time });
}

function ask(client: string, number: number): Ask {
  const quota = { perMinute: 100, perSecond: 20 };
  return { kind: 'ask', client, number, priority: 'order', backlog: 1, ...quota };
}

test('all who read a log come to the same, however often it was followed by another file', async () => {
  const folder = await tempFolder();
  const books = ['a', 'b', 'c'].map((client) => bookIn(folder, client));
  const files = new Set<number>();
  for (let number = 1; number <= 3000; number += 1) {
    time += 20;
    const at = number % books.length;
    const client = ['a', 'b', 'c'][at] ?? '';
    const verdict = books[at]?.ask(ask(client, number));
    if (verdict?.granted === true) books[at]?.tell({ kind: 'done', client, number });
    files.add(latestFile(folder));
  }
  for (const book of books) book.refresh();
  const states = books.map(({ state }) => JSON.stringify(state));
  const late = bookIn(folder, 'late');
  late.refresh();
  for (const state of states)
    expect(JSON.parse(state)).toEqual(JSON.parse(JSON.stringify(late.state)));
  expect(files.size).toBeGreaterThan(1);
  expect(readdirSync(folder)).toHaveLength(2);
  // One minute, and no more than the windows hold.
  expect(late.state.departures.within(60_000, time)).toBe(100);
});

test('a torn line costs nobody a turn, and what it swallowed is told again', async () => {
  const folder = await tempFolder();
  const [one, other] = [bookIn(folder, 'one'), bookIn(folder, 'other')];
  for (let number = 1; number <= 20; number += 1) other.ask(ask('other', number));
  appendFileSync(fileOf(folder, 1), '[1000000,"ask","dead');
  for (let number = 1; number <= 20; number += 1) {
    other.tell({ kind: 'done', client: 'other', number });
  }
  time += 5000;
  expect(one.ask(ask('one', 1))).toEqual({ granted: true });
  expect(other.ask(ask('other', 21))).toEqual({ granted: true });
  one.refresh();
  const open = one.state.departures.toJSON().filter(({ doneAt }) => doneAt === undefined);
  expect(open.map(({ client, number }) => `${client} ${String(number)}`)).toEqual([
    'one 1',
    'other 21',
  ]);
});

test('one that stood still while the log moved on finds it again', async () => {
  const folder = await tempFolder();
  const [still, busy] = [bookIn(folder, 'still'), bookIn(folder, 'busy')];
  still.ask(ask('still', 1));
  for (let number = 1; latestFile(folder) < 6; number += 1) {
    time += 700;
    busy.ask(ask('busy', number));
  }
  still.tell({ kind: 'done', client: 'still', number: 1 });
  time += 5000;
  expect(still.ask(ask('still', 2))).toEqual({ granted: true });
  busy.refresh();
  expect(busy.state.departures.has({ client: 'still', number: 2 })).toBe(true);
});

test('a folder that was removed is made again, with all that is known', async () => {
  const folder = await tempFolder();
  const book = bookIn(folder, 'one');
  for (let number = 1; number <= 20; number += 1) book.ask(ask('one', number));
  rmSync(folder, { recursive: true });
  expect(book.ask(ask('one', 21))).toMatchObject({ granted: false, reason: 'second' });
  const next = bookIn(folder, 'two');
  expect(next.ask(ask('two', 1))).toMatchObject({ granted: false });
});

test('a first line that was never written closes the gate for a window', async () => {
  const folder = await tempFolder();
  writeFileSync(join(folder, '1-4.log'), '');
  const verdict = bookIn(folder, 'one').ask(ask('one', 1));
  expect(verdict).toMatchObject({ granted: false, reason: 'paused', wait: 60_000 });
});

test('after a restart of the machine nobody waits longer than a window', async () => {
  const folder = await tempFolder();
  const book = bookIn(folder, 'one');
  for (let number = 1; number <= 20; number += 1) book.ask(ask('one', number));
  time = 5000;
  const verdict = bookIn(folder, 'two').ask(ask('two', 1));
  expect(verdict).toMatchObject({ granted: false, reason: 'second' });
  time += 1100;
  expect(bookIn(folder, 'three').ask(ask('three', 1))).toEqual({ granted: true });
});
