import { describe, expect, it } from 'vitest';
import { asWritten } from './as-written.ts';

const formulas = [
  '=1+1',
  '+SUM(A1)',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '＋SUM(A1)',
  '－2+3',
  '＠SUM(A1)',
];

describe('cells that are written anew', () => {
  it.each(formulas)('keep the space that makes a text of %s, and nothing else', (formula) => {
    const text = (row: string) => asWritten(['a', formula, '-5', formula], () => row, ',');
    expect(text(`a,  ${formula},-5,\t${formula}\n`)).toEqual([
      'a',
      `  ${formula}`,
      '-5',
      `\t${formula}`,
    ]);
    expect(text(`\r\n "a,""b", "${formula}", -5,${formula}`)).toEqual([
      'a',
      ` ${formula}`,
      '-5',
      formula,
    ]);
  });

  it('get a space where the file has no rows of text', () => {
    expect(asWritten(['=1+1', ' =1+1', '-5'], () => undefined, ',')).toEqual([
      ' =1+1',
      ' =1+1',
      '-5',
    ]);
  });
});
