import { Secrets } from 'sequenzy-contract';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Output } from './io.ts';
import { LabelledLines } from './labelled.ts';
import { Printer } from './printer.ts';

const text = 'p.csv:7  Price: "12,50" has a decimal comma, and others a point';

function shown(terminal: { isTTY?: boolean; columns?: number }, label = 'warning'): string[] {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const output: Output = Object.assign(stream, terminal);
  const lines = new LabelledLines(new Printer(output, new Secrets(), { NO_COLOR: '1' }));
  lines.fit('currency switch');
  lines.line(label, text);
  return written.trimEnd().split('\n');
}

it('keeps a text in its column on a terminal, and a word whole', () => {
  expect(shown({ isTTY: true, columns: 55 })).toEqual([
    'warning           p.csv:7  Price: "12,50" has a decimal',
    '                  comma, and others a point',
  ]);
});

it('leaves a line whole off a terminal, and on one that does not say its width', () => {
  const whole = [`warning           ${text}`];
  expect(shown({ columns: 60 })).toEqual(whole);
  expect(shown({ isTTY: true })).toEqual(whole);
  expect(shown({ isTTY: true, columns: 0 })).toEqual(whole);
});

it('begins below the label where no room is left beside it', () => {
  expect(shown({ isTTY: true, columns: 36 })).toEqual([
    'warning',
    '  p.csv:7  Price: "12,50" has a',
    '  decimal comma, and others a point',
  ]);
});

it('begins behind a label that is longer than its column, and goes on in the column', () => {
  expect(shown({ isTTY: true, columns: 66 }, 'a-name-of-more-than-fifteen.csv')).toEqual([
    'a-name-of-more-than-fifteen.csv  p.csv:7  Price: "12,50" has a',
    '                  decimal comma, and others a point',
  ]);
});

it('counts the cells of a label, not its characters', () => {
  expect(shown({}, '名前.csv')).toEqual([`名前.csv          ${text}`]);
});
