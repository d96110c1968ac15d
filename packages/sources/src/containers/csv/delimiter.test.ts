import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './delimiter.ts';

describe('detectDelimiter', () => {
  it.each([
    [',', 'a,b,c\n1,"x;y;z;w",3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n'],
    ['\t', 'a\tb\n1,2,3\t4\n'],
    ['|', 'a|b\n1|2\n'],
    [',', 'id,Categories (x;y;z)\n1,"a;b"\n2,a\n'],
    [',', 'single\nvalue; with one\n'],
    [',', 'a,"b\n;;;;\n",c\n1,2,3\n'],
  ])('finds %j in %j', (delimiter, head) => {
    expect(detectDelimiter(head)).toBe(delimiter);
  });
});
