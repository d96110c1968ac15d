import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../kinds/products/catalog.ts';
import { SourceError } from '../faults/source-error.ts';
import { mutate, seeded } from './forms/mutate.ts';
import { inChunks } from './open-text.ts';
import type { Finding } from '../inspection/checks/check.ts';
import { inspectCatalog } from './inspect-catalog.ts';
import { inspectOrders } from './inspect-orders.ts';
import { allOf } from '../conformance/suite.ts';

async function inspected(
  text: string | Uint8Array,
  options: CatalogOptions = {},
): Promise<{ findings: Finding[]; repaired: (readonly string[])[] }> {
  const inspection = await inspectCatalog(['-'], { ...options, stdin: inChunks(text) });
  try {
    const findings = await allOf(inspection.findings());
    expect(await allOf(inspection.findings())).toEqual(findings);
    const [file] = inspection.files;
    return { findings, repaired: file === undefined ? [] : await allOf(inspection.repaired(file)) };
  } finally {
    await inspection.close();
  }
}

/** Rows of `productId,title,<column>`. */
async function cells(column: string, values: readonly string[]): Promise<Finding[]> {
  const rows = values.map((value, at) => `p${String(at)},Lamp,"${value}"`);
  return (await inspected(['productId,title,' + column, ...rows].join('\n'))).findings;
}

describe('an inspection of orders', () => {
  it('finds damage, and lets several currencies and repeated SKUs be', async () => {
    const text = [
      'orderId,email,total,currency,orderedAt,itemProductId,itemTitle,itemQuantity,itemPrice,itemSku',
      '1,a@example.com,1,EUR,2024-01-01T00:00:00Z,p,P,1,1,S',
      "2,a@example.com,1,USD,2024-01-01T00:00:00Z,4.05E+12,P,1,1,'01",
      '3,a@example.com,1,USD,2024-01-01T00:00:00Z,p,P,1,1,S',
    ].join('\n');
    const inspection = await inspectOrders(['-'], { stdin: inChunks(text) });
    const findings = await allOf(inspection.findings());
    expect(findings).toMatchObject([
      { kind: 'lost-digits', line: 3, column: 'itemProductId' },
      { kind: 'apostrophe', line: 3, column: 'itemSku', repair: '01' },
    ]);
    expect(inspection.needsCatalog).toBe(true);
    const orders = await inspection.orders();
    expect(orders.counts).toMatchObject({ orders: 3, rejected: 1 });
    await orders.close();
  });
});

describe('an inspection', () => {
  it.each<[kind: string, column: string, values: string[], found: object[]]>([
    [
      'lost-digits',
      'variantSku',
      ['4.05E+12', '4,1E+9', '5E10', 'E+1'],
      [{ line: 2 }, { line: 3 }],
    ],
    ['lost-digits', 'description', ['4.05E+12'], []],
    [
      'lost-zeros',
      'barcode',
      ['0036000291452', '0036000291453', '0036000291454', '36000291452'],
      [{ line: 5, value: '36000291452', repair: '0036000291452', isCertain: true }],
    ],
    [
      'lost-zeros',
      'variantSku',
      ['00071', '00072', '00073', '1074'],
      [{ line: 5, repair: '01074', isCertain: false }],
    ],
    ['lost-zeros', 'variantSku', ['10071', '10072', '10073', '1074'], []],
    ['lost-zeros', 'variantSku', ['00071', '1072', '10073', '1074'], []],
    [
      'apostrophe',
      'barcode',
      ["'0123", "'tis", "0123'"],
      [{ line: 2, repair: '0123', isCertain: true }],
    ],
    ['apostrophe', 'description', ["'70s lamp", "'-30"], [{ line: 3, repair: '-30' }]],
    [
      'date',
      'variantSku',
      ['Mar-04', '4-Mar', '2024-03-04', '3/4/2024', 'MAR-LAMP', '2024-03'],
      [{ line: 2 }, { line: 3 }, { line: 4 }, { line: 5 }],
    ],
    ['date', 'providerCreatedAt', ['2024-03-04'], []],
    [
      'decimal-comma',
      'price',
      ['12.50', '12,50', '1,234', '1,234.50'],
      [
        { line: 3, repair: '12.50', isCertain: true },
        { line: 4, isCertain: false },
      ],
    ],
    ['decimal-comma', 'price', ['12,50', '13,00'], []],
    [
      'decimal-comma',
      'price',
      ['12.50', '1.234,50', '1.234.567,5'],
      [
        { line: 3, repair: '1234.50', isCertain: true },
        { line: 4, repair: '1234567.5', isCertain: true },
      ],
    ],
    [
      'mojibake',
      'description',
      ['â€œLampâ€', 'Lampâ€ and more', 'Lamp â € 5'],
      [{ line: 2, isCertain: false }, { line: 3 }],
    ],
    ['currency-switch', 'price', ['€1', '€2', '$3', '4 €'], [{ line: 4, value: '$3' }]],
    [
      'html-title',
      'variantTitle',
      ['<b>Big</b>'],
      [{ line: 2, problem: 'holds HTML, and titles are plain text', repair: 'Big' }],
    ],
    [
      'mojibake',
      'description',
      ['CafÃ© â€“ niÃ±o', 'Café – niño', 'SÃO PAULO', 'lost \ufffd', 'Ã© 日'],
      [
        { line: 2, repair: 'Café – niño', isCertain: true },
        { line: 5, isCertain: false },
      ],
    ],
    [
      'currency-switch',
      'currency',
      ['EUR', 'EUR', 'USD', 'eur'],
      [{ line: 4, problem: 'is in USD, and most of the file in EUR' }],
    ],
    ['currency-switch', 'price', ['1 EUR', '2 EUR', '3 USD', '4'], [{ line: 4, value: '3 USD' }]],
    [
      'duplicate-key',
      'variantSku',
      ['A', 'B', 'A', 'a'],
      [{ line: 4, value: 'A', problem: 'is already on line 2' }],
    ],
    [
      'html-title',
      'variantTitle',
      [
        '<b>Big</b> &amp; red',
        'a < b',
        'Q&A;',
        'x<3>y',
        'Caf&eacute;&trade; &frac12;',
        'R&D;',
        'Size <M>',
        '<XL> &amp; more',
        '<b></b>',
      ],
      [
        { line: 2, repair: 'Big & red', isCertain: true },
        { line: 6, repair: 'Café™ ½', isCertain: true },
        { line: 9, repair: '<XL> & more', isCertain: true },
        { line: 10, repair: '', isCertain: false },
      ],
    ],
  ])('finds %s in %s: %j', async (kind, column, values, found) => {
    const findings = (await cells(column, values)).filter((finding) => finding.kind === kind);
    expect(findings).toMatchObject(found);
    expect(findings).toHaveLength(found.length);
    for (const finding of findings) expect(finding).toMatchObject({ column, file: 'stdin' });
  });

  it('finds a discount that is none, and empties it only where the prices are the same', async () => {
    const { findings, repaired } = await inspected(
      'productId,title,price,compareAtPrice\na,A,10,10.00\nb,B,10,8\nc,C,10,0\nd,D,10,12\ne,E,10,1x',
    );
    expect(findings).toMatchObject([
      { kind: 'compare-at', line: 2, column: 'compareAtPrice', repair: '', isCertain: true },
      { kind: 'compare-at', line: 3, value: '8', isCertain: false },
    ]);
    expect(repaired.map((row) => row[3])).toEqual(['compareAtPrice', '', '8', '0', '12', '1x']);
  });

  it('finds rows that are shifted, for which a catalog is refused', async () => {
    const { findings, repaired } = await inspected('productId,title,price\na,A,1\nb,B,1,2\nc,C');
    expect(findings).toMatchObject([
      { kind: 'shifted-row', line: 3, problem: 'the row has 4 cells and the header 3 columns' },
      { kind: 'shifted-row', line: 4, problem: 'the row has 2 cells and the header 3 columns' },
    ]);
    expect(repaired).toEqual([
      ['productId', 'title', 'price'],
      ['a', 'A', '1'],
      ['b', 'B', '1', '2'],
      ['c', 'C'],
    ]);
  });

  it('leaves everything in the repaired rows as it was but what is certain', async () => {
    const { repaired } = await inspected(
      'productId,title,price,variantSku\n a ,"<i>A</i>, b",12.50,\'01\nb,"B ""x""","12,50",4E+10',
    );
    expect(repaired.slice(1)).toEqual([
      ['a', 'A, b', '12.50', '01'],
      ['b', 'B "x"', '12.50', '4E+10'],
    ]);
  });

  it('never makes a formula of a text', async () => {
    const cells = ["'=1+1", "'@SUM(A1)", '<b>=1+1</b>', "'-5", '=1+1<b>x</b>'];
    const { repaired } = await inspected(
      `productId,title,price\n${cells.map((cell, at) => `p${String(at)},${cell},1`).join('\n')}`,
    );
    expect(repaired.slice(1).map(([, title]) => title)).toEqual([
      "'=1+1",
      "'@SUM(A1)",
      '<b>=1+1</b>',
      '-5',
      '=1+1x',
    ]);
  });

  it('repairs a cell until nothing certain is left, so that what was repaired is not found again', async () => {
    const { findings, repaired } = await inspected(
      "productId,title,price\na,'-<b>Lamp</b> &amp; CafÃ©,1",
    );
    expect(findings.map(({ kind }) => kind)).toEqual(['mojibake', 'html-title']);
    expect(repaired[1]).toEqual(['a', "'-Lamp & Café", '1']);
    const again = await inspected(repaired.map((cells) => cells.join(',')).join('\n'));
    expect(again.findings).toEqual([]);
  });

  it('hands its files on as a catalog, standard input too, which is read once', async () => {
    const stdin = inChunks('productId,title,price,currency\na,A,1,EUR\n');
    const inspection = await inspectCatalog(['-'], { stdin });
    const catalog = await inspection.catalog();
    const records = await allOf(catalog.records());
    await catalog.close();
    expect(records).toMatchObject([{ key: 'a', file: 'stdin', line: 2 }]);
  });

  it('proposes zeros, and adds them only where the check digit confirms them', async () => {
    const codes = ['0036000291452', '0036000291469', '0036000291476', '36000291483'];
    const { findings, repaired } = await inspected(
      ['productId,title,barcode', ...codes.map((code, at) => `p${String(at)},Lamp,${code}`)].join(
        '\n',
      ),
    );
    expect(findings).toMatchObject([{ column: 'barcode', repair: '0036000291483' }]);
    expect(repaired.at(-1)).toEqual(['p3', 'Lamp', '0036000291483']);
    const skus = await inspected(
      'productId,title,variantSku\na,A,00071\nb,B,00072\nc,C,00073\nd,D,1074',
    );
    expect(skus.findings).toMatchObject([{ repair: '01074', isCertain: false }]);
    expect(skus.repaired.at(-1)).toEqual(['d', 'D', '1074']);
  });

  it('lets an SKU be repeated where it ties rows to one record', async () => {
    const { findings } = await inspected(
      'sku,store_view_code,product_type,name,price\nA,,simple,Lamp,1\nA,de,simple,Lampe,1',
    );
    expect(findings).toEqual([]);
  });

  it('finds the id of a product in two records, and lets it be where its rows are one', async () => {
    const { findings } = await inspected('productId,title\np,A\np,B\nq,C');
    expect(findings).toMatchObject([
      { kind: 'duplicate-key', line: 3, column: 'productId', problem: 'is already on line 2' },
    ]);
    expect((await inspected('productId,title,variantId\np,A,1\np,A,2')).findings).toEqual([]);
    const vendors = 'Handle,Title,Vendor,Variant Price\na,A,V,1\na,,V,2\nb,B,V,3';
    expect((await inspected(vendors, { idFrom: 'Vendor' })).findings).toMatchObject([
      { kind: 'duplicate-key', line: 4, column: 'Vendor', problem: 'is already on line 2' },
    ]);
  });

  it('finds no fault in prices that are read well by the separator that is said, and repairs to it', async () => {
    const text = 'productId;title;price\na;A;12,50\nb;B;1.234\nc;C;12.50\nd;D;1,234';
    const comma = await inspected(text, { decimal: ',' });
    expect(comma.findings).toMatchObject([{ line: 4, repair: '12,50', isCertain: true }]);
    const point = await inspected(text, { decimal: '.' });
    expect(point.findings).toMatchObject([{ line: 2, repair: '12.50', isCertain: true }]);
    expect(
      (await inspected(point.repaired.map((row) => row.join(';')).join('\n'), { decimal: '.' }))
        .findings,
    ).toEqual([]);
  });

  it('finds what may be thousands among decimal commas', async () => {
    const { findings } = await inspected('productId;title;price\na;A;12,50\nb;B;1.234');
    expect(findings).toMatchObject([{ kind: 'decimal-comma', line: 3, isCertain: false }]);
  });

  it('finds the header in the middle of a file, and leaves it out of the repaired one', async () => {
    const header = 'productId,title,sku,barcode';
    const { findings, repaired } = await inspected(
      [header, "a,A,'01,", header, 'b,B,02,', header].join('\n'),
    );
    expect(findings).toMatchObject([
      { kind: 'apostrophe', line: 2 },
      { kind: 'repeated-header', line: 3, isCertain: true },
      { kind: 'repeated-header', line: 5, isCertain: true },
    ]);
    expect(repaired).toEqual([header.split(','), ['a', 'A', '01', ''], ['b', 'B', '02', '']]);
  });

  it('leaves a row above the limit out of the repaired file, and lists it for a person', async () => {
    const large = `b,"${'x'.repeat(17 * 1024 * 1024)}"`;
    const { findings, repaired } = await inspected(
      ['productId,title', 'a,<b>A</b>', large, 'c,C'].join('\n'),
    );
    expect(findings).toMatchObject([
      { kind: 'html-title', line: 2, isCertain: true },
      { kind: 'too-large', line: 3, isCertain: false },
    ]);
    expect(repaired).toEqual([
      ['productId', 'title'],
      ['a', 'A'],
      ['c', 'C'],
    ]);
  });

  it('looks at ids and at columns that the user names as at those it knows by their headings', async () => {
    const handles = await inspected('Handle,Title,Variant Price\n1.2E+05,A,1', { currency: 'EUR' });
    expect(handles.findings).toMatchObject([{ kind: 'lost-digits', line: 2, column: 'Handle' }]);
    const mapped = await inspected('productId,title,Preis,Nummer\na,A,1.50,\nb,B,"2,50",4E+12', {
      map: { Preis: 'price', Nummer: 'variantSku' },
    });
    expect(mapped.findings).toMatchObject([
      { kind: 'lost-digits', column: 'Nummer' },
      { kind: 'decimal-comma', column: 'Preis', repair: '2.50' },
    ]);
  });

  it('looks at no documents', async () => {
    const { findings } = await inspected('[{"productId":"4E+10","title":"<b>A</b>"}]');
    expect(findings).toEqual([]);
  });

  it('comes to an end with damaged files, or refuses them with a SourceError', async () => {
    const text = Buffer.from(
      'productId,title,price,variantSku,currency\na,"A, b",1.50,0123,EUR\nb,CafÃ©,"2,50",0124,EUR\nc,C,3,125,USD\n',
    );
    let read = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const outcome = await inspected(mutate(text, seeded(seed))).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) read += 1;
      else if (!(outcome instanceof SourceError))
        throw new Error(`seed ${String(seed)}`, { cause: outcome });
    }
    expect(read).toBeGreaterThan(20);
  }, 30_000);
});
