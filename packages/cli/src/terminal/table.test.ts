import { Secrets } from 'sequenzy-contract';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Output } from './io.ts';
import { Printer } from './printer.ts';
import { printTable } from './table.ts';

const rows = [
  ['tee-1', 'A tee of cotton, in several colours', '19.90 EUR', '3'],
  ['名前', 'Mug', '7.50 EUR', '1,204'],
];

function shown(columns: number, last?: 'wrapped', env: Record<string, string> = {}): string[] {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const output: Output = Object.assign(stream, { isTTY: true, columns });
  const printer = new Printer(output, new Secrets(), { NO_COLOR: '1', ...env });
  if (last === undefined) printTable(['id', 'title', 'price', 'in stock'], rows, printer);
  else
    printTable(
      ['id', 'title'],
      rows.map((row) => row.slice(0, 2)),
      printer,
      last,
    );
  return written.trimEnd().split('\n');
}

it('has its numbers on the right', () => {
  expect(shown(80)).toEqual([
    '┌───────┬─────────────────────────────────────┬───────────┬──────────┐',
    '│ id    │ title                               │     price │ in stock │',
    '├───────┼─────────────────────────────────────┼───────────┼──────────┤',
    '│ tee-1 │ A tee of cotton, in several colours │ 19.90 EUR │        3 │',
    '│ 名前  │ Mug                                 │  7.50 EUR │    1,204 │',
    '└───────┴─────────────────────────────────────┴───────────┴──────────┘',
  ]);
});

it('cuts texts where the terminal is narrow', () => {
  const lines = shown(60);
  expect(lines[3]).toBe('│ tee-1 │ A tee of cotton, in seve… │ 19.90 EUR │        3 │');
});

it('is a list of fields where nothing would be left of the texts', () => {
  expect(shown(40)).toEqual([
    ...['id        tee-1', 'title     A tee of cotton, in several', '          colours'],
    ...['price     19.90 EUR', 'in stock  3', ''],
    ...['id        名前', 'title     Mug', 'price     7.50 EUR', 'in stock  1,204'],
  ]);
});

it('wraps its last column at word ends where that is a sentence', () => {
  expect(shown(40, 'wrapped')[3]).toBe('│ tee-1 │ A tee of cotton, in several  │');
});

it('is ASCII in the locale C, what comes from files but for it', () => {
  const lines = shown(60, undefined, { LC_ALL: 'C' });
  expect(lines[0]).toMatch(/^[+-]+$/);
  expect(lines[3]).toBe('| tee-1 | A tee of cotton, in se... | 19.90 EUR |        3 |');
  expect(lines[4]).toMatch(/^\| 名前 /);
});
