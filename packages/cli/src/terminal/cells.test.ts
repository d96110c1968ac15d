import { expect, it } from 'vitest';
import { cellsOf, padEnd, shortened, wrap } from './cells.ts';

it.each([
  ['Tee', 3],
  ['名前', 4],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
])('%s takes %i cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells);
});

it.each([
  ['one two three', 7, ['one two', 'three']],
  ['a-very-long-word here', 6, ['a-very-long-word', 'here']],
  ['名前 名前 名前', 9, ['名前 名前', '名前']],
  ['two  spaces', 80, ['two  spaces']],
])('%s in %i cells is broken at spaces', (text, cells, lines) => {
  expect(wrap(text, cells)).toEqual(lines);
});

it('is filled and cut by cells, never in the middle of a character', () => {
  expect(padEnd('名', 4)).toBe('名  ');
  expect(shortened('名前は', 5, '…')).toBe('名前…');
  expect(shortened('名前は', 4, '…')).toBe('名…');
  expect(shortened('e\u0301e\u0301e\u0301', 2, '…')).toBe('e\u0301…');
});
