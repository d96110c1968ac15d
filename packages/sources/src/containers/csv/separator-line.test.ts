import { describe, expect, it } from 'vitest';
import { openText } from '../../open/open-text.ts';
import { allOf } from '../../conformance/suite.ts';

const rows = (separator: string): string =>
  ['productId', 'title', 'price'].join(separator) + `\na${separator}Tray 1,2;3|4${separator}9.50\n`;

describe('a first line that names the separator', () => {
  it.each([
    ['sep=;\n', ';'],
    ['SEP=,\r\n', ','],
    ['sep=\\t\n', '\t'],
    ['sep=\t\n', '\t'],
    ['"sep=|"\n', '|'],
    ['sep=;;;\n', ';'],
    ['\uFEFFsep=;\n', ';'],
  ])('%j is obeyed, and lines are counted with it', async (first, separator) => {
    const table = rows(separator).replace('Tray 1,2;3|4', '"Tray 1,2;3|4"');
    const catalog = await openText(first + table, { currency: 'EUR' });
    const [record] = await allOf(catalog.records());
    expect(record).toMatchObject({
      line: 3,
      product: { productId: 'a', title: 'Tray 1,2;3|4', priceCents: 950 },
    });
    expect(record && (await catalog.original(record))).toMatchObject({ rows: [{ line: 3 }] });
    expect(catalog.warnings).toEqual([]);
    await catalog.close();
  });

  it('is obeyed in UTF-16, against what the rows look like', async () => {
    const text = 'sep=;\nproductId;title,or name;title\na;x,y;Tray\n';
    const catalog = await openText(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect((await allOf(catalog.records()))[0]).toMatchObject({
      line: 3,
      product: { title: 'Tray' },
    });
    await catalog.close();
  });

  it('is refused where that is none', async () => {
    await expect(openText('sep=^\nproductId^title\n1^Tray\n')).rejects.toMatchObject({
      code: 'unknown-format',
      message:
        'stdin, line 1: the first line says that "^" separates the cells. Export it with commas, semicolons or tabs between them.',
    });
  });
});
