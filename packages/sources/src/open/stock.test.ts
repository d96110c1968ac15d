import { expect, it } from 'vitest';
import { allOf } from '../conformance/suite.ts';
import { openStock } from './stock.ts';

async function read(text: string, map: Record<string, string> = {}) {
  const feed = await openStock(['-'], { stdin: inOnePiece(text), map });
  try {
    const records = await allOf(feed.records());
    const originals = await Promise.all(records.map((record) => feed.original(record)));
    return { records, originals, warnings: feed.warnings, counts: feed.counts };
  } finally {
    await feed.close();
  }
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

it.each([
  ['sku,quantity\nT-S,5\n'],
  ['SKU;Qty\nT-S;5\n'],
  ['variant_sku\tinventory_quantity\nT-S\t5\n'],
  ['{"sku":"T-S","quantity":5}\n{"sku":"T-M","quantity":"0"}\n'],
  ['[{"sku":"T-S","qty":5,"in_stock":null}]'],
  ['{"stock":[{"sku":"T-S","quantity":5}]}'],
])('reads %j', async (text) => {
  const { records } = await read(text);
  expect(records[0]).toMatchObject({ key: 'T-S', level: { sku: 'T-S', quantity: 5 }, faults: [] });
});

it('each row is a record of its own, with its line and what stood there', async () => {
  const { records, originals, counts } = await read('productId,inStock,shelf\na,yes,1\n\na,no,2\n');
  expect(records.map(({ level, line }) => ({ level, line }))).toEqual([
    { level: { productId: 'a', inStock: true }, line: 2 },
    { level: { productId: 'a', inStock: false }, line: 4 },
  ]);
  expect(originals[1]).toMatchObject({ rows: [{ line: 4, cells: ['a', 'no', '2'] }] });
  expect(counts).toEqual({ rows: 2, rejected: 0 });
});

it.each([
  ['sku,quantity\nT-S,"1,5"\n', /whole number/],
  ['sku,quantity\nT-S,\n', /quantity or inStock is required/],
  ['sku,quantity\n,5\n', /productId, a variantId or a sku is required/],
  ['sku,quantity\n4.05E+12,5\n', /last digits are gone/],
  ['sku,inStock\nT-S,maybe\n', /expected true/],
  ['[{"sku":"T-S","quantity":1.5}]', /whole number/],
  ['[{"sku":4.1e30,"quantity":1}]', /last digits are gone/],
])('rejects %j', async (text, message) => {
  const { records, counts } = await read(text);
  expect(records[0]?.level).toBeUndefined();
  expect(records[0]?.faults[0]?.message).toMatch(message);
  expect(counts.rejected).toBe(1);
});

it('takes map, and refuses a file that says nothing about stock', async () => {
  const { records, warnings } = await read('Artikel,Bestand,Ort\nT-S,5,A\n', {
    Artikel: 'sku',
    Bestand: 'quantity',
  });
  expect(records[0]?.level).toEqual({ sku: 'T-S', quantity: 5 });
  expect(warnings).toEqual(['Unknown column ignored: Ort.']);
  await expect(read('sku,title\nT-S,Tee\n')).rejects.toThrow(
    /missing: one of quantity, inStock\)\. Name the columns with map\.$/,
  );
});

it('says of a Shopify inventory export why its levels are not taken', async () => {
  const header = 'Handle,Title,SKU,Location,Available (not editable),On hand (current)\n';
  const rows = 'tee,Tee,T,Berlin,5,5\ntee,Tee,T,Paris,not stocked,not stocked\n';
  await expect(read(header + rows)).rejects.toMatchObject({
    code: 'unusable',
    message: expect.stringMatching(/once for every location.*Add up .*Available/) as string,
  });
});
