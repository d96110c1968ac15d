import { describe, expect, it } from 'vitest';
import type { Reject } from '../reject.ts';
import { documentOf, headerOf, rowsOf } from './rows.ts';

function reject(line: number, ...reasons: [line: number, message: string][]): Reject {
  return {
    file: 'p.csv',
    line,
    productId: 'a',
    reasons: reasons.map(([at, message]) => ({ line: at, message, column: null, value: null })),
  };
}

describe('rows', () => {
  const table = {
    kind: 'table' as const,
    columns: ['a', ' Sequenzy_Line', 'b,c', 'sequenzy_error'],
    rows: [
      { line: 2, cells: ['1', '7', ' x', 'old'] },
      { line: 5, cells: ['2'] },
    ],
  };

  it('renew our own columns and keep the others as they are', () => {
    expect(headerOf(table)).toBe('a,"b,c",sequenzy_line,sequenzy_error\n');
  });

  it('carry a reason where it belongs; short rows are filled up', () => {
    expect(rowsOf(table, reject(2, [5, 'bad "price"']))).toBe(
      '1," x",2,belongs to the record rejected at line 5\n2,,5,"bad ""price"""\n',
    );
  });

  it('carry a reason for the whole record on the first', () => {
    expect(rowsOf(table, reject(2, [99, 'refused']))).toContain('2,refused\n');
  });
});

describe('documents', () => {
  const document = (text: string) =>
    documentOf({ kind: 'document', line: 3, text }, reject(3, [3, 'is "bad"']));
  const ours = '"sequenzy_line":3,"sequenzy_error":"is \\"bad\\""}\n';

  it('keep every digit, on one line', () => {
    expect(document('{\n  "id": 12345678901234567890,\n "p": 1.50\n}')).toBe(
      `{   "id": 12345678901234567890,  "p": 1.50,${ours}`,
    );
  });

  it('renew our own fields', () => {
    const once = document('{"id":1}');
    expect(document(once)).toBe(once);
    expect(document(document('{}'))).toBe(`{${ours}`);
  });

  it('that are no objects are wrapped', () => {
    expect(document('[1]')).toBe(`{"sequenzy_document":[1],${ours}`);
  });
});
