import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../open/open-text.ts';

const inEuro = { currency: 'EUR' } as const;

describe('an exact duplicate', () => {
  const google = 'id\ttitle\tlink\tprice\tavailability\n';
  const tray = 'A\tTray\thttps://x.example/a\t9.00 EUR\tin stock\n';
  const bowl = 'B\tBowl\thttps://x.example/b\t8.00 EUR\tin stock\n';

  it.each([tray + tray + bowl, tray + bowl + tray])('of a row is one record', async (rows) => {
    const catalog = await openText(google + rows);
    expect(catalog.counts).toMatchObject({ rows: 3, products: 2, records: 2, rejected: 0 });
    await catalog.close();
  });

  it.each([
    [
      'NDJSON',
      (records: readonly object[]) => records.map((one) => JSON.stringify(one)).join('\n'),
    ],
    ['JSON', (records: readonly object[]) => JSON.stringify(records)],
    [
      'CSV',
      (records: readonly { productId: string; title: string }[]) =>
        ['productId,title', ...records.map((one) => `${one.productId},${one.title}`)].join('\n'),
    ],
  ])('of a record that stands for itself is one record, in %s', async (_, textOf) => {
    const [tray, bowl, blue] = [
      { productId: 'a', title: 'Tray' },
      { productId: 'b', title: 'Bowl' },
      { productId: 'a', title: 'Blue tray' },
    ] as const;
    const catalog = await openText(textOf([tray, bowl, tray, tray]));
    expect(catalog.counts).toMatchObject({ rows: 4, products: 2, records: 2 });
    expect(catalog.warnings).toEqual([]);
    await catalog.close();
    // The later one overwrites what stands between.
    const records = await recordsOf(textOf([tray, tray, blue, tray]));
    expect(records.map(({ product }) => product?.title)).toEqual(['Tray', 'Blue tray', 'Tray']);
  });

  it('with another value is none', async () => {
    const catalog = await openText(google + tray + bowl + tray.replace('9.00', '9.50'));
    expect(catalog.counts).toMatchObject({ products: 2, rejected: 1 });
    await catalog.close();
  });

  it('of a variant or of a document is one record as well', async () => {
    const header = 'productId,title,variantId,variantTitle,variantPrice\n';
    const rows = 't,Tee,s,S,5\nt,Tee,m,M,5\nt,Tee,s,S,5\n';
    const [tee] = await recordsOf(header + rows, inEuro);
    expect(tee?.product?.variants).toHaveLength(2);
    const document = {
      id: 1,
      title: 'A',
      handle: 'a',
      body_html: '',
      variants: [{ id: 2, price: '5.00' }],
    };
    const records = await recordsOf(JSON.stringify([document, document]), inEuro);
    expect(records).toMatchObject([{ key: '1', faults: [] }]);
  });
});

describe('a price of 0', () => {
  const table = (prices: readonly number[]): string =>
    `productId,title,price\n${prices.map((price, at) => `p${String(at)},A,${String(price)}\n`).join('')}`;

  it.each([
    [[0, ...Array.from({ length: 9 }, () => 5)], []],
    [
      [0, 0, ...Array.from({ length: 9 }, () => 5)],
      ['2 of 11 products have a price of 0. Check that the file gives their prices.'],
    ],
    [[0], ['1 of 1 product has a price of 0. Check that the file gives their prices.']],
  ])('is a warning on more than a tenth of the products', async (prices, warnings) => {
    const catalog = await openText(table(prices), inEuro);
    expect(catalog.warnings).toEqual(warnings);
    await catalog.close();
  });
});
