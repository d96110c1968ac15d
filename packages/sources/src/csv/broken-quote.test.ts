import { describe, expect, it } from 'vitest';
import { findBrokenQuote } from './broken-quote.ts';

describe('findBrokenQuote', () => {
  it('gives the line where the quote opened, not where the text ends', () => {
    expect(findBrokenQuote('1,"a\r\nb",2\n3,"open\n4\n5\n', ',', 10)).toEqual({
      line: 12,
      kind: 'open',
    });
  });

  it('gives the line of a cell that goes on behind its closing quote', () => {
    expect(findBrokenQuote('1,"a\nb" c,2\n', ',', 1)).toEqual({ line: 1, kind: 'open' });
  });

  it('gives the line of a quote inside a bare cell', () => {
    expect(findBrokenQuote('1,a\n2,5" pipe\n', ',', 1)).toEqual({ line: 2, kind: 'stray' });
  });

  it('finds nothing in good CSV', () => {
    expect(findBrokenQuote('1,"say ""hi""",2\r\n"x"\n', ',', 1)).toBeUndefined();
  });
});
