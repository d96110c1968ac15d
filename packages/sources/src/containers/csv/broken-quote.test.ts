import { describe, expect, it } from 'vitest';
import { findBrokenQuote } from './broken-quote.ts';

describe('findBrokenQuote', () => {
  it('gives the line and the cell where the quote opens, not where the text ends', () => {
    expect(findBrokenQuote('1,"a\r\nb",2\n3,"open\n4\n5\n', ',', 10)).toEqual({
      line: 12,
      cell: 1,
      closedOn: undefined,
      value: '"open 4 5',
    });
  });

  it('gives the line on which text follows the closing quote', () => {
    expect(findBrokenQuote('1,2,"a\nb" c,2\n', ',', 1)).toEqual({
      line: 1,
      cell: 2,
      closedOn: 2,
      value: '"a b" c',
    });
    expect(findBrokenQuote('x\t"A" quality tray\t2\n', '\t', 7)).toMatchObject({
      line: 7,
      cell: 1,
      closedOn: 7,
      value: '"A" quality tray',
    });
  });

  it('shortens a long cell', () => {
    expect(findBrokenQuote(`"${'x'.repeat(1000)}`, ',', 1)?.value).toBe(`"${'x'.repeat(59)}…`);
  });

  it.each([
    '1,"say ""hi""",2\r\n"x"\n',
    '1,27" wide,5"\n',
    '1, "A, B" ,2\n"x"',
    '1,"x"  \r\n',
    '|"a"|\n',
  ])('finds nothing in %j', (text) => {
    expect(findBrokenQuote(text, text.startsWith('|') ? '|' : ',', 1)).toBeUndefined();
  });
});
