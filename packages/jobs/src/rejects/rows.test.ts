import { describe, expect, it } from 'vitest';
import type { Reject } from '../report/reject.ts';
import { documentOf, headerOf, rowsOf } from './rows.ts';

function reject(line: number, ...reasons: [line: number, message: string][]): Reject {
  return {
    file: 'p.csv',
    line,
    productId: 'a',
    reasons: reasons.map(([at, message]) => ({
      file: 'p.csv',
      line: at,
      message,
      column: null,
      value: null,
    })),
  };
}

const one = { hasFile: false };
const several = { hasFile: true };

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
    expect(headerOf(table, one)).toBe('a,"b,c",sequenzy_line,sequenzy_error\n');
  });

  it('keep what stands behind the last column, once the old of ours is taken off', () => {
    const own = { kind: 'table' as const, columns: ['a', 'b'], rows: [] };
    const long = { ...own, rows: [{ line: 2, cells: ['1', 'x', 'y', ''] }] };
    expect(rowsOf(long, reject(2, [2, 'no']), one)).toBe('1,x,y,2,no\n');
    const back = {
      ...own,
      columns: ['a', 'b', 'sequenzy_line', 'sequenzy_error'],
      rows: [{ line: 3, cells: ['1', 'x', 'y', '2', 'old'] }],
    };
    expect(rowsOf(back, reject(3, [3, 'no']), one)).toBe('1,x,y,3,no\n');
  });

  it('never begin our own text like a formula, whatever a server has said', () => {
    for (const message of ['=HYPERLINK("http://x.example")', '+1', '-1', '@SUM(A1)', ' =1+1']) {
      const [row = ''] = rowsOf(table, reject(5, [5, message]), one)
        .split('\n')
        .slice(1);
      expect(row).toMatch(/^2,,5,"?'\s*[=+\-@]/);
    }
  });

  it('carry a reason where it belongs; short rows are filled up', () => {
    expect(rowsOf(table, reject(2, [5, 'bad "price"']), one)).toBe(
      '1," x",2,belongs to the record rejected at line 5\n2,,5,"bad ""price"""\n',
    );
  });

  it('carry a reason for the whole record on the first', () => {
    expect(rowsOf(table, reject(2, [99, 'refused']), one)).toContain('2,refused\n');
  });
});

describe('rows of several files', () => {
  const table = {
    kind: 'table' as const,
    columns: ['sequenzy_file', 'a'],
    rows: [
      { line: 2, cells: ['old', '1'] },
      { file: 'q.csv', line: 2, cells: ['', '2'] },
    ],
  };

  it('say which they are from', () => {
    expect(headerOf(table, several)).toBe('a,sequenzy_file,sequenzy_line,sequenzy_error\n');
  });

  it('carry a reason where it belongs, though they stand on the same line', () => {
    const reasons = [{ file: 'q.csv', line: 2, message: 'bad', column: null, value: null }];
    expect(rowsOf(table, { ...reject(2), reasons }, several)).toBe(
      '1,p.csv,2,belongs to the record rejected at line 2 of q.csv\n2,q.csv,2,bad\n',
    );
  });
});

describe('documents', () => {
  const document = (text: string) =>
    documentOf({ kind: 'document', line: 3, text }, reject(3, [3, 'is "bad"']), one);
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

  it('of several files say which, once', () => {
    const text = '{"id":1}';
    const why = reject(3, [3, 'is "bad"']);
    const first = documentOf({ kind: 'document', line: 3, text }, why, several);
    expect(first).toBe(`{"id":1,"sequenzy_file":"p.csv",${ours}`);
    expect(documentOf({ kind: 'document', line: 3, text: first }, why, several)).toBe(first);
    expect(document(first)).toBe(`{"id":1,${ours}`);
  });

  it('that are no objects are wrapped', () => {
    expect(document('[1]')).toBe(`{"sequenzy_document":[1],${ours}`);
  });
});
