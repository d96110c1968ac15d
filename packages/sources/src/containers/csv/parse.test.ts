import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { parseRows, readRows } from './parse.ts';
import { CsvSyntaxError } from './place.ts';

async function read(text: string, start = 0, head = text) {
  const path = join(await tempFolder(), 'input.csv');
  await writeFile(path, text);
  const rows = [];
  const file = { name: 'input.csv', path, start, line: 1, head, encoding: 'utf-8' } as const;
  for await (const batch of readRows(file, ',')) rows.push(...batch);
  return rows;
}

describe('readRows', () => {
  it('gives the physical line of each row through quoted line breaks and empty lines', async () => {
    const rows = await read('a,b\r\n1,"x\r\ny"\r\n\r\n2,"q\nr\n\n"\r\n,\r\n3,é\n4,z');
    expect(rows.map(({ cells, line }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, '1'],
      [5, '2'],
      [10, '3'],
      [11, '4'],
    ]);
  });

  it('gives the bytes of each row, so that it can be parsed again with the same line', async () => {
    const text = 'a,b\n"é\n",1\n\n\n2,"x\r\ny"\n';
    const bytes = Buffer.from(text);
    for (const { cells, line, start, end } of await read(text)) {
      expect(
        parseRows(bytes.subarray(start, end), { delimiter: ',', line, lineEnd: '\n' }),
      ).toMatchObject([{ cells, line }]);
    }
  });

  it('finds every row of any table at its line', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é') });
    const table = fc.array(fc.tuple(fc.constant('x'), cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const lines = cells.map((row) => `${row.map(quoted).join(',')}\n`);
        const starts = lines.map((_, index) => lines.slice(0, index).join('').split('\n').length);
        const rows = await read(lines.join(''));
        expect(rows.map((row) => row.cells)).toEqual(cells);
        expect(rows.map((row) => row.line)).toEqual(starts);
      }),
      { numRuns: 40 },
    );
  });

  it('reads files whose lines end in CR alone', async () => {
    for (const head of ['a,b\r1,2\r', 'a,']) {
      const rows = await read('a,b\r1,2\r', 0, head);
      expect(rows.map(({ cells, line }) => [line, ...cells])).toEqual([
        [1, 'a', 'b'],
        [2, '1', '2'],
      ]);
    }
  });

  it.each(['\n', '\r\n'])('ends a first line that is longer than the head at %j', async (end) => {
    const rows = await read(`productId,title${end}1,Tee${end}`, 0, 'productId,ti');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['productId', 'title'],
      ['1', 'Tee'],
    ]);
  });

  it('says where the record begins that is not CSV', async () => {
    const reading = read('a,b\n1,2\n\n3,"open\n4,5\n');
    await expect(reading).rejects.toBeInstanceOf(CsvSyntaxError);
    await expect(reading).rejects.toMatchObject({ line: 3, start: 8 });
  });
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
