import { describe, expect, it } from 'vitest';
import { allOf } from '../conformance/suite.ts';
import { openText, recordsOf } from '../open/open-text.ts';

const inEuro = { currency: 'EUR' } as const;

function line(id: string, bytes = 1): string {
  return `${JSON.stringify({ productId: id, title: id, description: 'x'.repeat(bytes) })}\n`;
}

const limit = 17 * 1024 * 1024;
const says = 'this record is larger than 16 MiB, the limit for one record';

describe('a large record', () => {
  it.each([300 * 1024, 10 * 1024 * 1024])(
    'may be the first of many, one a line: %i bytes',
    async (bytes) => {
      const records = await recordsOf(line('a', bytes) + line('b'), inEuro);
      expect(records.map(({ key, line: at }) => [key, at])).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
    },
  );

  it.each([
    ['the first line', line('b', limit) + line('a') + line('c'), 1],
    ['another line', line('a') + line('b', limit) + line('c'), 2],
    ['the last line', line('a') + line('c') + line('b', limit).trim(), 3],
    ['an element of a list', `[\n${line('a').trim()},\n${line('b', limit)},\n\n${line('c')}]`, 3],
    [
      'an element in an envelope',
      `{"products":[\n${line('b', limit)},${line('a')},${line('c')}],"x":{"y":1}}`,
      2,
    ],
  ])('is rejected, and the others go on: %s', async (_, text, at) => {
    const catalog = await openText(text, inEuro);
    const records = await allOf(catalog.records());
    const read = records.map(({ key, line: where, faults }) => [
      key,
      ...faults.map(({ message }) => [where, message]),
    ]);
    expect(read.toSorted()).toEqual([[undefined, [at, says]], ['a'], ['c']].toSorted());
    const large = records.find(({ faults }) => faults.length > 0);
    if (large === undefined) throw new Error('none is rejected');
    expect(await catalog.original(large)).toMatchObject({ text: '{}' });
    await catalog.close();
  });

  it.each([
    ['the only document', line('a', limit).trim(), 1],
    ['the only element of a list', `[\n${line('a', limit)}]`, 2],
    ['an element that does not end', `[\n${line('b', limit).slice(0, -20)}`, 2],
  ])('says that the limit is 16 MiB where nothing else can be read: %s', async (_, text, at) => {
    await expect(openText(text, inEuro)).rejects.toMatchObject({
      code: 'syntax',
      line: at,
      message: expect.stringContaining(says) as string,
    });
  });

  it.each([
    ['bare', 'x'.repeat(limit), '\n'],
    ['quoted', `"${'x\r\n""'.repeat(limit / 4)}"`, '\r\n'],
    ['quoted, in an old file', `"${'x\r'.repeat(limit / 2)}"`, '\r'],
  ])('of a table is rejected, and the others go on: %s', async (_, cell, end) => {
    const lines = ['productId,title,description', 'a,A,x', '', `b,B, ${cell} `, 'c,C,x', ''];
    const catalog = await openText(lines.join(end), inEuro);
    const records = await allOf(catalog.records());
    const after = 5 + (cell.match(/\r\n|\r|\n/g)?.length ?? 0);
    expect(records.map(({ key, line: at, faults }) => [key, at, faults[0]?.message])).toEqual([
      ['a', 2, undefined],
      ['b', 4, says],
      ['c', after, undefined],
    ]);
    const [, large] = records;
    if (large === undefined) throw new Error('none is rejected');
    expect(await catalog.original(large)).toMatchObject({ rows: [{ cells: ['b', 'B', ''] }] });
    await catalog.close();
  });

  it('of a table takes the rest of its product along, whose other variants it would delete', async () => {
    const rows = ['id,title,description,item_group_id,price', 'v1,A,x,g,1 EUR'];
    const text = [...rows, `v2,A,${'x'.repeat(limit)},g,1 EUR`, 'v3,B,x,,1 EUR', ''].join('\n');
    const records = await recordsOf(text, { ...inEuro, from: 'google' });
    expect(records.map(({ key, faults }) => [key, faults.length])).toEqual([
      ['g', 1],
      ['v3', 0],
    ]);
  });

  it.each([
    ['text', 'x'.repeat(limit)],
    ['much of it', 'x'.repeat(3 * limit)],
    ['CDATA', `<![CDATA[${'x'.repeat(limit)}]]>`],
  ])('of a feed in XML is rejected, and the others go on: %s', async (_, text) => {
    const item = (id: string, title: string) =>
      `<item><g:title>${title}</g:title><g:id>${id}</g:id><g:price>1 EUR</g:price><g:availability>in_stock</g:availability></item>`;
    const items = [item('a', 'A'), item('b', text), item('c', 'C')].join('\n');
    const feed = `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n${items}</channel></rss>`;
    const records = await recordsOf(feed);
    expect(records.map(({ key, line: at, faults }) => [key, at, faults[0]?.message])).toEqual([
      ['a', 2, undefined],
      ['b', 3, says],
      ['c', 4, undefined],
    ]);
  });
});

describe('a wide table', () => {
  it('takes time by its cells, and names ten of its unknown columns', async () => {
    const wide = (columns: number, rows: number): string => {
      const names = Array.from({ length: columns }, (_, at) => `c${String(at)}`).join(',');
      const cells = ',1'.repeat(columns);
      const lines = Array.from({ length: rows }, (_, at) => `p${String(at)},A${cells}`);
      return `productId,title,${names}\n${lines.join('\n')}\n`;
    };
    const catalog = await openText(wide(10_000, 20));
    expect(catalog.counts).toMatchObject({ rows: 20, rejected: 0 });
    expect(catalog.warnings).toEqual([
      'Unknown columns ignored: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 9,990 more.',
    ]);
    await catalog.close();
    const few = await openText(wide(12, 1));
    expect(few.warnings[0]).toMatch(/c9 and 2 more\.$/);
    await few.close();
    const one = await openText(wide(1, 1));
    expect(one.warnings).toEqual(['Unknown column ignored: c0.']);
    await one.close();
  });
});
