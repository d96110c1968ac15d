import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../open/catalog.ts';
import { openText, recordsOf } from '../open/open-text.ts';

const text = 'productId,title\n1,Ü “q”\n';

describe('an input', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE without', Buffer.from(text, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16BE without', Buffer.from(text, 'utf16le').swap16()],
    [
      'Windows-1252',
      Buffer.from(
        text.replaceAll(/[“”]/g, (q) => (q === '“' ? '\x93' : '\x94')),
        'latin1',
      ),
    ],
    ['gzip', gzipSync(text)],
  ])('is read from %s', async (_, bytes) => {
    const [record] = await recordsOf(bytes);
    expect(record?.product?.title).toBe('Ü “q”');
  });

  it('is said to be Windows-1252 where that was assumed', async () => {
    const catalog = await openText(Buffer.from('productId,title\n1,\xfc\n', 'latin1'));
    expect(catalog.warnings).toEqual([
      'stdin is not UTF-8; it was read as Windows-1252. If "ü" is not what it should say, save it as UTF-8.',
    ]);
    await catalog.close();
  });

  it('is damaged UTF-8 where both right and wrong characters stand in it', async () => {
    const bad = Buffer.concat([
      Buffer.from('productId,title\n1,Ü\n2,'),
      Buffer.from([0xfc]),
      Buffer.from('\n3,ß\n'),
    ]);
    await expect(openText(bad)).rejects.toMatchObject({ code: 'damaged', file: 'stdin', line: 3 });
    const cut = Buffer.from('productId,title\n1,Ü\n2,€').subarray(0, -1);
    await expect(openText(cut)).rejects.toMatchObject({ code: 'damaged', line: 3 });
  });

  it('may have characters cut between chunks', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `${index + 1},xäöü€😀\n`);
    const catalog = await openText(`productId,title\n${rows.join('')}`);
    expect(catalog.counts.rows).toBe(3000);
    expect(catalog.warnings).toEqual([]);
    await catalog.close();
  });

  it.each([
    ['a cut gzip', gzipSync(text.repeat(50)).subarray(0, 40), 'damaged', 'cut off'],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 'damaged', 'the workbook is damaged or cut off'],
    ['zero bytes', Buffer.from('a\x00\x00\x00b'), 'damaged', 'binary'],
    ['a page', Buffer.from('<!DOCTYPE html>\n<p>Log in'), 'damaged', 'web page, not a file'],
    [
      'XHTML',
      Buffer.from('<?xml version="1.0"?>\n<!-- x --><html xmlns="">'),
      'damaged',
      'web page',
    ],
    [
      'a table in HTML',
      Buffer.from('<table border=1><tr><td>id'),
      'damaged',
      'save it there as .xlsx or CSV',
    ],
    ['nothing', Buffer.alloc(0), 'empty', 'empty'],
    ['space', Buffer.from(' \n\n'), 'empty', 'empty'],
  ])('is refused where it is %s', async (_, bytes, code, message) => {
    const opening = openText(bytes);
    await expect(opening).rejects.toMatchObject({ name: 'SourceError', code, file: 'stdin' });
    await expect(opening).rejects.toThrow(message);
  });

  it('is refused where it is missing or a folder', async () => {
    const folder = await tempFolder();
    await expect(openCatalog([join(folder, 'no.csv')])).rejects.toThrow('there is no such file');
    await mkdir(join(folder, 'sub'));
    await expect(openCatalog([join(folder, 'sub')])).rejects.toThrow('is a folder');
  });

  it('may leave the currency of a product to another file, and no product without any', async () => {
    const folder = await tempFolder();
    const paths = ['a.csv', 'b.csv'].map((name) => join(folder, name));
    const [said = '', unsaid = ''] = paths;
    const row = (id: string, variant: string): string => `${id},A,${variant},${variant},5`;
    const header = 'productId,title,variantId,variantTitle,variantPrice';
    await writeFile(said, `${header},currency\n${row('1', 'x')},EUR\n`);
    await writeFile(unsaid, `${header}\n${row('1', 'y')}\n`);
    for (const files of [paths, paths.toReversed()]) {
      const catalog = await openCatalog(files);
      expect(catalog.counts).toMatchObject({ products: 1, variants: 2, rejected: 0 });
      for await (const { product } of catalog.records()) {
        expect(product).toMatchObject({
          currency: 'EUR',
          variants: [{ priceCents: 500 }, { priceCents: 500 }],
        });
      }
      await catalog.close();
    }
    await writeFile(unsaid, `${header}\n${row('1', 'y')}\n${row('2', 'z')}\n`);
    await expect(openCatalog(paths)).rejects.toMatchObject({
      code: 'missing-currency',
      file: unsaid,
      line: 3,
      column: 'variantPrice',
    });
  });

  it('is refused where standard input breaks, and stops where it is told to', async () => {
    const broken = (error: Error): AsyncIterable<Uint8Array> => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
    });
    const fault = Object.assign(new Error('read EIO'), { code: 'EIO' });
    await expect(openCatalog(['-'], { stdin: broken(fault) })).rejects.toMatchObject({
      name: 'SourceError',
      code: 'unreadable',
      message:
        'standard input cannot be read (EIO). Check the command that writes to it, or name a file.',
    });
    const stop = Object.assign(new Error('stop'), { code: 'ABORT_ERR' });
    await expect(openCatalog(['-'], { stdin: broken(stop) })).rejects.toBe(stop);
  });

  it('may lie in several files of one format, not of two', async () => {
    const folder = await tempFolder();
    const [a, b, c] = ['a.csv', 'b.tsv', 'c.json'].map((name) => join(folder, name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no names');
    await writeFile(a, 'productId,title,variantId,variantTitle\n1,A,x,X\n');
    await writeFile(b, 'title\tproductId\tvariantTitle\tvariantId\nA\t1\tY\ty\n');
    await writeFile(c, '[{"productId":"1","title":"A"}]');
    const catalog = await openCatalog([a, b]);
    const records = [];
    for await (const record of catalog.records()) records.push(record);
    expect(records).toMatchObject([
      {
        key: '1',
        file: a,
        line: 2,
        product: { variants: [{ variantId: 'x' }, { variantId: 'y' }] },
      },
    ]);
    const [record] = records;
    expect(record && (await catalog.original(record))).toEqual({
      kind: 'table',
      columns: ['productId', 'title', 'variantId', 'variantTitle'],
      rows: [
        { line: 2, cells: ['1', 'A', 'x', 'X'] },
        { file: b, line: 2, cells: ['1', 'A', 'y', 'Y'] },
      ],
    });
    await catalog.close();
    await expect(openCatalog([a, c])).rejects.toMatchObject({ code: 'mixed-formats' });
  });
});
