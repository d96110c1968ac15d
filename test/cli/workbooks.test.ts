import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { odsFile, tempFolder, xlsxFile } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** What was sent of a product, without the times at which it was stored. */
const sent = (product: object = {}) => ({ ...product, createdAt: '', updatedAt: '' });

const read = (file: string): Promise<string> => readFile(join(cwd, file), 'utf8');
const write = (file: string, content: Uint8Array | string) => writeFile(join(cwd, file), content);

/** A Shopify product export as it is opened in Excel and saved: prices, weights and barcodes became numbers. */
const shopify = {
  header: [
    ...['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Published', 'Option1 Name', 'Option1 Value'],
    ...['Variant SKU', 'Variant Inventory Tracker', 'Variant Inventory Qty'],
    ...['Variant Inventory Policy', 'Variant Price', 'Variant Compare At Price', 'Variant Barcode'],
    ...['Image Src', 'Status'],
  ],
  rows: [
    [
      ...['lamp', 'Lamp', '<p>Warm, "soft"<br>light</p>', 'Ada', true, 'Size', 'S'],
      ...['L-S', 'shopify', 5, 'deny', { v: '35.529999999999994' }, { v: '40' }, 4006381333931],
      ...['https://cdn.example/lamp.jpg', 'active'],
    ],
    [
      ...['lamp', undefined, undefined, undefined, undefined, undefined, 'M'],
      ...['L-M', 'shopify', 0, 'deny', 39.9, undefined, { v: '123', format: '0000000000000' }],
    ],
    [
      'mug',
      'Mug',
      undefined,
      'Ada',
      true,
      'Title',
      'Default Title',
      'M-1',
      undefined,
      undefined,
      'deny',
      7,
    ],
  ],
};

const shopifyCsv = [
  shopify.header.join(','),
  'lamp,Lamp,"<p>Warm, ""soft""<br>light</p>",Ada,true,Size,S,L-S,shopify,5,deny,35.53,40,4006381333931,https://cdn.example/lamp.jpg,active',
  'lamp,,,,,,M,L-M,shopify,0,deny,39.9,,0000000000123,,',
  'mug,Mug,,Ada,true,Title,Default Title,M-1,,,deny,7,,,,',
  '',
].join('\n');

describe('an export that was opened in a spreadsheet program and saved as a workbook', () => {
  it('is the same as the CSV', async () => {
    await write('shop.csv', shopifyCsv);
    await write('shop.xlsx', await xlsxFile([shopify.header, ...shopify.rows]));
    const rows = shopify.rows.map((row) =>
      row.map((cell) => (typeof cell === 'object' ? Number(cell.v) : cell)),
    );
    const products = [];
    for (const file of ['shop.csv', 'shop.xlsx']) {
      const { sandbox, url } = await serveSandbox();
      const { exitCode, stderr } = await runCli(
        ['catalog', 'sync', file, '--currency', 'EUR', '--yes'],
        { cwd, url },
      );
      expect(exitCode, stderr).toBe(0);
      products.push(['lamp', 'mug'].map((id) => sent(sandbox.products.get(id))));
      expect(stderr).toMatch(/Shopify product export/);
    }
    expect(products[1]).toEqual(products[0]);
    expect(products[1]).toMatchObject([
      { priceCents: 3553, variants: [{ priceCents: 3553 }, { priceCents: 3990 }] },
      { title: 'Mug', priceCents: 700 },
    ]);
    await write('shop.ods', await odsFile([shopify.header, ...rows]));
    const { stdout } = await runCli(
      ['catalog', 'check', 'shop.ods', '--currency', 'EUR', '--json'],
      { cwd },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      source: { format: 'shopify', recognition: { sheet: 'Sheet1' } },
      records: { rejected: 0 },
    });
  });

  it('is known by its content, also behind an address and through a pipe', async () => {
    const book = await xlsxFile([shopify.header, ...shopify.rows]);
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(book);
    });
    server.listen(0);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // it listens on a port
    const address = `http://127.0.0.1:${port}/export`;
    const fetched = await runCli(
      ['catalog', 'check', address, '--currency', 'EUR', '--allow-private-addresses'],
      { cwd },
    );
    expect(fetched.exitCode, fetched.stderr).toBe(0);
    expect(fetched.stderr + fetched.stdout).toContain('2 valid');
  });
});

const priceList = [
  ['Price list 2024'],
  [],
  ['productId', 'title', 'price', 'currency', 'note'],
  ['00123', 'Lamp', 12.5, 'EUR', { t: 'e', v: '#REF!' }],
  [{ v: '7', format: '00000' }, 'Mug', 'abc', 'EUR'],
  ['p-3', { t: 'e', f: 'VLOOKUP(A6,X:Y,2,0)', v: '#N/A' }, { f: 'C4*2' }, 'EUR', '=1+1'],
  ['p-4', 'Tray', 3, 'EUR', undefined, 'beside the table'],
];

describe('faults in a workbook', () => {
  it('name sheet and cell, and its rejects are CSV that can be fed again', async () => {
    const { sandbox, url } = await serveSandbox();
    await write('list.xlsx', await xlsxFile([{ name: 'Price list', rows: priceList }]));
    const { exitCode, stderr, stdout } = await runCli(
      ['catalog', 'sync', 'list.xlsx', '--yes', '--json'],
      { cwd, url },
    );
    expect(exitCode, stderr).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 2, rejected: 2 } });
    const checked = await runCli(['catalog', 'check', 'list.xlsx', '--json'], { cwd });
    expect(JSON.parse(checked.stdout)).toMatchObject({
      rejects: [
        {
          line: 5,
          cell: "'Price list'!5:5",
          reasons: [{ line: 5, cell: "'Price list'!C5", column: 'price', value: 'abc' }],
        },
        {
          reasons: [
            { cell: "'Price list'!B6", column: 'title', value: '#N/A' },
            { cell: "'Price list'!C6", column: 'price', value: '#FORMULA!' },
          ],
        },
      ],
    });
    expect(stderr).toContain(`list.xlsx:'Price list'!C5  00007  price: "abc" is not an amount`);
    expect(stderr).toContain(
      `list.xlsx:'Price list'!B6  p-3  title: "#N/A" is an error of a spreadsheet`,
    );
    expect(stderr).toMatch(/^sheet +Price list$/m);
    expect([...['00123', 'p-4'].map((id) => sandbox.products.get(id)?.priceCents)]).toEqual([
      1250, 300,
    ]);

    const rejects = await read('list.rejects.csv');
    expect(rejects.split('\n')).toEqual([
      'productId,title,price,currency,note,sequenzy_line,sequenzy_error',
      `00007,Mug,abc,EUR,,5,"'Price list'!C5 price: ""abc"" is not an amount such as 19.99"`,
      expect.stringMatching(
        /^p-3,#N\/A,#FORMULA!,EUR," =1\+1",6,"'Price list'!B6 title: ""#N\/A"" is an error/,
      ),
      '',
    ]);
    await write(
      'list.rejects.csv',
      rejects.replace('abc', '2.50').replace('#N/A', 'Bowl').replace('#FORMULA!', '25'),
    );
    const again = await runCli(['catalog', 'sync', 'list.rejects.csv', '--yes'], { cwd, url });
    expect(again.exitCode, again.stderr).toBe(0);
    expect(sandbox.products.get('00007')?.priceCents).toBe(250);
    expect(sandbox.products.size).toBe(4);
  });

  it('of the whole input are said of the cell', async () => {
    const { url } = await serveSandbox();
    await write(
      'list.xlsx',
      await xlsxFile([
        ['productId', 'title', 'price'],
        ['a', 'A', 1],
      ]),
    );
    const { exitCode, stderr } = await runCli(['catalog', 'sync', 'list.xlsx'], { cwd, url });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'list.xlsx, Sheet1!C2, column "price": "1" is an amount, and nothing says in which currency.',
    );
  });

  it('are found by catalog check, and repaired into CSV', async () => {
    const rows = [
      ['productId', 'title', 'price', 'currency', 'sku'],
      ['a', 'Lamp', 1, 'EUR', "'0123"],
      ['b', 'Mug', 2, 'EUR', { v: '1.2345678901234599E+18' }],
    ];
    await write('list.xlsx', await xlsxFile(rows));
    const { stdout } = await runCli(
      ['catalog', 'check', 'list.xlsx', '--fix', 'fixed.csv', '--json'],
      { cwd },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [
        { kind: 'apostrophe', line: 2, cell: 'Sheet1!E2', repair: '0123' },
        { kind: 'lost-digits', line: 3, cell: 'Sheet1!E3', value: '1.23456789012346E+18' },
      ],
    });
    expect(await read('fixed.csv')).toContain('a,Lamp,1,EUR,0123\n');
  });
});

describe('--sheet', () => {
  const sheets = [
    { name: 'Read me', rows: [['Our prices']] },
    {
      name: 'Products',
      rows: [
        ['productId', 'title'],
        ['a', 'A'],
      ],
    },
    {
      name: 'Stock',
      rows: [
        ['productId', 'quantity'],
        ['a', 4],
      ],
    },
  ];

  beforeEach(async () => {
    await write('shop.xlsx', await xlsxFile(sheets));
  });

  it.each([['Products'], ['2']])('reads the sheet %s', async (sheet) => {
    const { sandbox, url } = await serveSandbox();
    const run = await runCli(['catalog', 'sync', 'shop.xlsx', '--sheet', sheet], { cwd, url });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(sandbox.products.get('a')).toMatchObject({ title: 'A' });
    const stock = await runCli(['catalog', 'stock', 'shop.xlsx', '--sheet', 'stock', '--yes'], {
      cwd,
      url,
    });
    expect(stock.exitCode, stock.stderr).toBe(0);
  });

  it('lists the names where there is none of that name', async () => {
    const { exitCode, stderr } = await runCli(
      ['catalog', 'check', 'shop.xlsx', '--sheet', 'Prices'],
      { cwd },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'shop.xlsx: there is no sheet "Prices". The sheets are: 1 "Read me", 2 "Products", 3 "Stock".',
    );
  });

  it('is refused where no file is a workbook', async () => {
    await write('shop.csv', 'productId,title\na,A\n');
    const { exitCode, stderr } = await runCli(['catalog', 'check', 'shop.csv', '--sheet', '2'], {
      cwd,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('shop.csv: there is no sheet "2": it is not a workbook.');
  });

  it('holds for a proposed mapping, whose columns stand below title lines', async () => {
    const rows = [
      ['Preisliste'],
      [],
      ['Artikelnummer', 'Bezeichnung', 'Preis', 'Bestand'],
      [{ v: '17', format: '00000' }, 'Lampe', 12.5, 3],
      [{ v: '18', format: '00000' }, 'Becher', '7,90', 0],
    ];
    await write('home.xlsx', await xlsxFile([...sheets, { name: 'Preise', rows }]));
    const mapped = await runCli(['map', 'home.xlsx', '--sheet', 'Preise', '--currency', 'EUR'], {
      cwd,
    });
    expect(mapped.exitCode, mapped.stderr).toBe(0);
    expect(JSON.parse(mapped.stdout)).toMatchObject({
      fields: { productId: 'Artikelnummer', title: 'Bezeichnung' },
    });
    const { sandbox, url } = await serveSandbox();
    const args = ['catalog', 'sync', 'home.xlsx', '--sheet', 'Preise', '--currency', 'EUR'];
    const synced = await runCli([...args, '--map', 'auto'], { cwd, url });
    expect(synced.exitCode, synced.stderr).toBe(0);
    expect(sandbox.products.get('00017')).toMatchObject({ title: 'Lampe', priceCents: 1250 });
    expect(sandbox.products.get('00018')).toMatchObject({ priceCents: 790 });

    await write(
      'comma.json',
      JSON.stringify({
        fields: {
          productId: 'Artikelnummer',
          title: 'Bezeichnung',
          price: { from: 'Preis', decimal: ',' },
        },
      }),
    );
    const comma = await runCli([...args, '--map', 'comma.json', '--full'], { cwd, url });
    expect(comma.exitCode, comma.stderr).toBe(0);
    expect(sandbox.products.get('00017')).toMatchObject({ priceCents: 1250 });
  });
});

describe('orders in a workbook', () => {
  it('are sent with dates, money and ids as they are typed', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(
      'orders.xlsx',
      await xlsxFile([
        [
          ...['orderId', 'orderedAt', 'email', 'status', 'currency', 'total'],
          ...['itemTitle', 'itemProductId', 'itemQuantity', 'itemPrice'],
        ],
        [
          ...[1001, { v: '45413.41541666667', format: 'yyyy-mm-dd hh:mm:ss' }, 'ada@example.com'],
          ...['placed', 'EUR', { v: '35.529999999999994' }, 'Lamp', 'lamp', 1, 35.53],
        ],
      ]),
    );
    const { exitCode, stderr } = await runCli(
      [
        'orders',
        'backfill',
        'orders.xlsx',
        '--timezone',
        'Europe/Berlin',
        '--totals',
        'none',
        '--yes',
      ],
      { cwd, url },
    );
    expect(exitCode, stderr).toBe(0);
    expect(sandbox.orders.get('1001')?.order).toMatchObject({
      totalCents: 3553,
      orderedAt: '2024-05-01T07:58:12Z',
    });
  });
});

describe('what cannot be read', () => {
  const cfb = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)]);

  it.each([
    [
      'an old workbook',
      cfb,
      'this is an old Excel workbook (.xls). Open it in a spreadsheet program and save it as .xlsx, .ods or CSV (UTF-8).',
    ],
    [
      'a protected workbook',
      Buffer.concat([cfb, Buffer.from('EncryptedPackage', 'utf16le'), cfb]),
      'the workbook is protected by a password. Open it in a spreadsheet program and save it without a password.',
    ],
    [
      'a workbook that is cut off',
      Buffer.from('PK\u0003\u0004and no more'),
      'the workbook is damaged or cut off (',
    ],
  ])('is refused: %s', async (_, bytes, message) => {
    await write('shop.xlsx', bytes);
    const { exitCode, stderr } = await runCli(['catalog', 'check', 'shop.xlsx'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`shop.xlsx: ${message}`);
  });
});
