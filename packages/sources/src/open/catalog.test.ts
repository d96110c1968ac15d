import fc from 'fast-check';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../faults/source-error.ts';
import { openCatalog } from './catalog.ts';
import { inChunks, openText } from './open-text.ts';
import { listSources } from './product-registry.ts';
import { allOf } from '../conformance/suite.ts';
import { defineSource } from '../kinds/products/source.ts';

const header = 'productId,title,variantId,variantTitle,variantPrice\n';

describe('openCatalog', () => {
  it('puts products together whose rows stand apart, once, and says so', async () => {
    const catalog = await openText(
      `${header}a,A,a1,S,1\nb,B,b1,S,2\na,,a2,M,3\nb,,b2,M,x\na,,a3,L,4\n`,
      {
        currency: 'USD',
      },
    );
    const records = await allOf(catalog.records());
    expect(
      records.map(({ key, line, product, faults }) => [
        key,
        line,
        product?.variants?.length,
        faults[0]?.line,
      ]),
    ).toEqual([
      ['b', 3, undefined, 5],
      ['a', 2, 3, undefined],
    ]);
    expect(catalog.counts).toEqual({
      rows: 5,
      products: 2,
      variants: 5,
      records: 2,
      rejected: 1,
      skipped: [],
    });
    expect(catalog.warnings).toEqual([
      '2 products have rows that do not stand together; they are put together and come last.',
    ]);
    const [b] = records;
    expect(b && (await catalog.original(b))).toMatchObject({
      rows: [
        { line: 3, cells: ['b', 'B', 'b1', 'S', '2'] },
        { line: 5, cells: ['b', '', 'b2', 'M', 'x'] },
      ],
    });
    await catalog.close();
  });

  it('keeps its files to the user and removes them, also after an error', async () => {
    const folder = await tempFolder();
    const catalog = await openText(`${header}a,A,a1,S,1\n`, {
      currency: 'USD',
      tempFolder: folder,
    });
    const [own = ''] = await readdir(folder);
    expect((await stat(join(folder, own))).mode & 0o077).toBe(0);
    for (const file of await readdir(join(folder, own))) {
      expect((await stat(join(folder, own, file))).mode & 0o077).toBe(0);
    }
    await catalog.close();
    await catalog.close();
    expect(await readdir(folder)).toEqual([]);
    await expect(openText(`${header}a,A,a1,S,1\n`, { tempFolder: folder })).rejects.toThrow(
      SourceError,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('tries sources of one’s own before the registered ones', async () => {
    const [shopify] = listSources();
    if (shopify === undefined) throw new Error('no source');
    const mine = defineSource({ ...shopify, name: 'mine', label: 'My own export' });
    const text = 'Handle,Title,Variant Price\na,A,1\n';
    const catalog = await openCatalog(['-'], {
      currency: 'USD',
      from: 'mine',
      sources: [mine],
      stdin: inChunks(text),
    });
    expect(catalog.source).toMatchObject({ name: 'mine', label: 'My own export' });
    await catalog.close();
  });

  it('refuses a file whose rows are shifted, as a whole', async () => {
    await expect(openText('productId,title\n1,A\n2,"a\nb",C\n')).rejects.toMatchObject({
      code: 'shifted-rows',
      line: 3,
      message: expect.stringContaining('this row has 3 cells and the header 2 columns') as string,
    });
  });

  it('takes no offence at empty cells behind the last column', async () => {
    const catalog = await openText('productId,title,,\n1,A,,,,\n2,B\n');
    expect(catalog.counts).toMatchObject({ rows: 2, rejected: 0 });
    await catalog.close();
  });

  it('names the line where a quote opened that never closes', async () => {
    await expect(openText('productId,title\n1,A\n2,"B\n3,C\n')).rejects.toMatchObject({
      code: 'syntax',
      line: 3,
    });
  });

  it('says what it recognises, and what is missing', async () => {
    await expect(openText('Handle,Vendor\na,A\n')).rejects.toThrow(
      /the format is not recognised\. Its columns are: Handle, Vendor\. Name the columns/,
    );
  });

  it.each([
    [{ from: 'nope' }, '"nope" is not a known format'],
    [{ currency: 'euro' }, '"euro" is not a currency code'],
    [{ storeUrl: 'x.example' }, 'is not the address of a shop'],
    [{ idFrom: 'title' }, 'idFrom does not apply'],
    [{ includeUnpublished: true }, 'includeUnpublished does not apply'],
    [{ map: { title: 'name' } }, 'is not a field of a'],
    [{ map: { Titel: 'description' } }, 'there is no column "Titel"'],
  ])('refuses the options %j', async (options, message) => {
    await expect(openText('productId,title\n1,A\n', options)).rejects.toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining(message) as string,
    });
  });

  it('takes headings of the platform for fields, too, when columns are named', async () => {
    const text = 'Handle,Naam,Prijs,Published\na,A,5,true\n';
    const options = { map: { Naam: 'Title', Prijs: 'Variant Price' }, currency: 'EUR' };
    const catalog = await openText(text, options);
    expect(await allOf(catalog.records())).toMatchObject([
      { product: { title: 'A', priceCents: 500 } },
    ]);
    await catalog.close();
  });

  it('refuses two columns for one field', async () => {
    await expect(openText('productId,product_id,title\n1,1,A\n')).rejects.toThrow(
      'both stand for productId',
    );
  });

  it('warns of ids in several records, of which the last one counts', async () => {
    const rows = 'p6,A,1.00,USD\np6,B,2.00,USD\np7,C,3.00,USD\n';
    const catalog = await openText(`productId,title,price,currency\n${rows}`);
    expect(catalog.warnings).toEqual([
      '1 productId stands in more than one record, and the later record overwrites what both say: p6 (stdin lines 2 and 3).',
    ]);
    await catalog.close();
    const several = await openText(
      'Handle,Title,Vendor,Variant Price\na,A,V,1\nb,B,V,2\nc,C,W,1\nd,D,W,2\n',
      {
        currency: 'USD',
        idFrom: 'Vendor',
      },
    );
    expect(several.warnings.join()).toContain('2 productIds stand in more than one record');
    expect(several.warnings.join()).toContain('the first is V (stdin lines 2 and 3).');
    await several.close();
  });

  it('does not take the rows of one product that stand apart for several records', async () => {
    const rows = 'a,A,a1,S,1\nb,B,b1,S,1\na,A,a2,M,1\n';
    const catalog = await openText(`${header}${rows}`, { currency: 'USD' });
    expect(catalog.warnings.join()).not.toContain('overwrites');
    await catalog.close();
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(openText(`${header}a,A,a1,S,1\n`, { signal })).rejects.toThrow('enough');
  });

  it('refuses to read nothing', async () => {
    await expect(openCatalog([])).rejects.toThrow('no file was named');
  });

  it.each([
    ['generic', header],
    ['shopify', 'Handle,Title,Option1 Value,Published,Variant Price\n'],
  ])(
    'accounts for every row of any %s table, or refuses it with a SourceError',
    async (from, columns) => {
      const cell = fc.oneof(
        fc.constantFrom('', 'a', 'b', 'a1', '1.5', '-1', '1,234', 'true', 'false', '"', 'x\n'),
        fc.string({ maxLength: 4 }),
      );
      const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(rows, fc.boolean(), async (cells, isQuoted) => {
          const lines = cells.map((row) =>
            row.map((one) => (isQuoted ? `"${one.replaceAll('"', '""')}"` : one)).join(','),
          );
          const opened = await openText(columns + lines.join('\n'), {
            from,
            currency: 'USD',
          }).catch((error: unknown) => error);
          if (opened instanceof Error) {
            expect(opened).toBeInstanceOf(SourceError);
            return;
          }
          const catalog = opened as Awaited<ReturnType<typeof openText>>; // it is no error
          const records = await allOf(catalog.records());
          const originals = await Promise.all(records.map((record) => catalog.original(record)));
          const read = originals.flatMap((original) =>
            original.kind === 'table' ? original.rows : [],
          );
          const left = catalog.counts.skipped.reduce((sum, { products }) => sum + products, 0);
          if (left === 0) expect(read).toHaveLength(catalog.counts.rows);
          expect(new Set(read.map(({ line }) => line)).size).toBe(read.length);
          expect(records.length + left).toBe(catalog.counts.products);
          expect(records).toHaveLength(catalog.counts.records);
          expect(records.filter(({ faults }) => faults.length > 0)).toHaveLength(
            catalog.counts.rejected,
          );
          expect(
            records.every(({ product, faults }) => (product === undefined) === faults.length > 0),
          ).toBe(true);
          await catalog.close();
        }),
        { numRuns: 150 },
      );
    },
    30_000,
  );
});
