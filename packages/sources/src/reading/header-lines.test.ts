import { describe, expect, it } from 'vitest';
import { inspectCatalog } from '../open/inspect-catalog.ts';
import { inChunks, openText, openOrdersText } from '../open/open-text.ts';
import { allOf } from '../conformance/suite.ts';

const table = 'productId,title,price\na,Tray,9.50\n';
const inEuro = { currency: 'EUR' } as const;

describe('lines above the columns', () => {
  it.each([
    ['# Exported by a shop\n', ['line 1 (# Exported by a shop)'], 3],
    [
      '// Products, 27" and more\n// of "2026"\n',
      ['line 1 (// Products, 27" and more)', 'line 2 (// of "2026")'],
      4,
    ],
    [
      '"# ""Required"" | text\nthat goes on","# Required"\r\n',
      ['line 1 ("# ""Required"" | text that goes on","# Required")'],
      4,
    ],
    ['# "Odd\n', ['line 1 (# "Odd)'], 3],
    ['"# Odd" quotes\n', ['line 1 ("# Odd" quotes)'], 3],
    ['Products;January\n\n,,\n# now\n', ['line 1 (Products;January)', 'line 4 (# now)'], 6],
    ['sep=,\n# Export\n', ['line 2 (# Export)'], 4],
  ])('%j are skipped with a warning', async (above, lines, line) => {
    const catalog = await openText(above + table, inEuro);
    const count = lines.length === 1 ? '1 line' : `${String(lines.length)} lines`;
    const were = lines.length === 1 ? 'was' : 'were';
    expect(catalog.warnings).toEqual([
      `${count} above the columns of stdin ${were} skipped: ${lines.join(', ')}.`,
    ]);
    const [record] = await allOf(catalog.records());
    expect(record).toMatchObject({ line, product: { title: 'Tray', priceCents: 950 } });
    expect(record && (await catalog.original(record))).toMatchObject({ rows: [{ line }] });
    await catalog.close();
  });

  it('may be separated by something else, and leave mapped columns to the header', async () => {
    const text = '# Artikel, alle\nNummer;Name;Preis\na;Tray;9,50\n';
    const map = { Nummer: 'productId', Name: 'title', Preis: 'price' };
    const catalog = await openText(text, { ...inEuro, map, decimal: ',' });
    expect(await allOf(catalog.records())).toMatchObject([{ product: { priceCents: 950 } }]);
    await catalog.close();
    await expect(openText(text, { map: { Farbe: 'title' } })).rejects.toThrow(
      'stdin, line 2: there is no column "Farbe". The columns are: Nummer, Name, Preis.',
    );
  });

  it('are skipped in orders and in an inspection, too', async () => {
    const header = 'orderId,email,total,currency,orderedAt';
    const orders = await openOrdersText(
      `# Orders\n${header}\n1,a@example.com,5,EUR,2026-01-01T00:00:00Z\n`,
    );
    expect([orders.counts.orders, orders.warnings.length]).toEqual([1, 1]);
    await orders.close();
    const stdin = inChunks(`# Export\n${table}b,<b>B</b>,1\n`);
    const inspection = await inspectCatalog(['-'], { stdin });
    expect(await allOf(inspection.findings())).toMatchObject([{ kind: 'html-title', line: 4 }]);
    await inspection.close();
  });

  it.each([
    ['a row that is no title', `x,y,z\n${table}`, 'not recognised'],
    ['two titles over two columns', 'a,b\nproductId,title\n1,A\n', 'not recognised'],
    ['more lines than stand above any export', `${'# x\n'.repeat(11)}${table}`, 'not recognised'],
    ['a comment over unknown columns', '# Export\nfoo,bar\n1,2\n', 'not recognised'],
    ['comments alone', '# Export\n# of nothing\n', 'not recognised'],
  ])('are not skipped where they are %s', async (_, text, message) => {
    await expect(openText(text, inEuro)).rejects.toMatchObject({
      code: 'unknown-format',
      message: expect.stringMatching(message) as string,
    });
  });
});
