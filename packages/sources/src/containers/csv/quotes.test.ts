import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open/open-text.ts';
import { findBrokenQuote } from './broken-quote.ts';
import { readRows } from './parse.ts';
import { CsvSyntaxError } from './place.ts';
import { allOf } from '../../conformance/suite.ts';

const header = 'productId,title,description,price';
const inEuro = { currency: 'EUR' } as const;
const advice =
  'Write each quote inside a cell twice ("") and put quotes around that cell, or export the file again.';

describe('a quote', () => {
  it('inside a bare cell is text', async () => {
    const text = `${header}\nm,Monitor 27" wide,"A 27"" screen",199\np,"Pipe, 1""",5",4.50\n`;
    for (const table of [text, text.replaceAll(',', '\t'), text.replaceAll(',', ';')]) {
      expect((await recordsOf(table, inEuro)).map(({ product }) => product)).toMatchObject([
        { title: 'Monitor 27" wide', description: 'A 27" screen', priceCents: 19_900 },
        {
          title: expect.stringMatching(/^Pipe.*1"$/) as string,
          description: '5"',
          priceCents: 450,
        },
      ]);
    }
  });

  it('opens a cell behind spaces as well, and spaces may follow the closing one', async () => {
    const [record] = await recordsOf(`${header}\na, "Tray, oak" ,"x"  ,9\n`, inEuro);
    expect(record?.product).toMatchObject({ title: 'Tray, oak', description: 'x' });
  });

  it.each([
    ['"A" quality tray', 'text follows the closing quote in "A" quality tray'],
    ['"" "A"', 'text follows the closing quote in "" "A"'],
    ['"A"b', 'text follows the closing quote in "A"b'],
    ['"A\n" b', 'the quote that opens in "A " b is closed on line 4, and text follows it there'],
    ['"A', 'the quote that opens in "A,x,1 c,C,x,1 is not closed before the end of the file'],
  ])('is an error with its line and column in %j', async (cell, problem) => {
    const text = `${header}\na,A,x,1\nb,${cell},x,1\nc,C,x,1\n`;
    await expect(openText(text, inEuro)).rejects.toMatchObject({
      code: 'syntax',
      line: 3,
      column: 'title',
      message: `stdin, line 3, column "title": ${problem}. ${advice}`,
    });
  });

  it('that is not closed in a file of more than 16 MiB says so', async () => {
    const rest = 'x'.repeat(17 * 1024 * 1024);
    await expect(openText(`${header}\na,A,"${rest}\nb,B,x,1\n`, inEuro)).rejects.toMatchObject({
      message: `stdin, line 2, column "description": the quote that opens in "${'x'.repeat(59)}… is not closed before the end of the file. ${advice}`,
    });
  });

  it('is found by the one who explains exactly where the parser stumbles', async () => {
    const path = join(await tempFolder(), 'input.csv');
    const unit = fc.constantFrom('a', 'b', '"', '"', ',', '\n', '\r\n', ' ');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 12 }), async (start) => {
        const text = `${start}\n`;
        await writeFile(path, text);
        const file = { name: 'input.csv', path, start: 0, line: 1, head: text, encoding: 'utf-8' };
        const error = await readAll(readRows({ ...file, encoding: 'utf-8' }, ','));
        const from = error?.start ?? 0;
        expect(findBrokenQuote(text.slice(from), ',', 1) === undefined).toBe(error === undefined);
      }),
      { numRuns: 500, examples: [['"" ""'], ['"""" "']] },
    );
  });
});

async function readAll(rows: AsyncIterable<unknown>): Promise<CsvSyntaxError | undefined> {
  try {
    await allOf(rows);
    return undefined;
  } catch (error) {
    if (error instanceof CsvSyntaxError) return error;
    throw error;
  }
}
