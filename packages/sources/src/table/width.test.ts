import { describe, expect, it } from 'vitest';
import { orderSamples } from '../open/forms/orders.ts';
import { productSamples } from '../open/forms/products.ts';
import { openText } from '../open/open-text.ts';
import { allOf } from '../conformance/suite.ts';
import { layOut } from './header.ts';
import { Row } from './row.ts';
import { isShifted, misplacedIn } from './width.ts';

const header =
  'productId,title,price,imageUrl,url,inStock,variantId,variantTitle,inventoryQuantity';
const good = 'a,Tray,9.00,https://x.example/a.jpg,https://x.example/a,true,a1,S,4';

const noColumns = { fields: {}, required: [], anyOf: [], ignored: [] };

async function rowsOf(rows: readonly string[]): Promise<unknown> {
  const catalog = await openText(`${header}\n${rows.join('\n')}\n`, { currency: 'EUR' });
  await catalog.close();
  return catalog.counts;
}

const other = (id: string): string => good.replace('a,Tray', `${id},Bowl`);

describe('a row with more cells than columns', () => {
  it('is one reject, and what it would say of other columns is not believed', async () => {
    const shifted = 'c,Cup, blue,7.00,https://x.example/c.jpg,https://x.example/c,true,,,4';
    const catalog = await openText(`${header}\n${good}\n${other('b')}\n${shifted}\n`, {
      currency: 'EUR',
    });
    expect(catalog.counts).toMatchObject({ rows: 3, records: 3, rejected: 1 });
    const rejected = (await allOf(catalog.records())).filter(({ faults }) => faults.length > 0);
    expect(rejected).toMatchObject([
      { line: 4, faults: [{ line: 4, column: 'price', value: 'blue' }] },
    ]);
    expect(rejected[0]?.faults[0]?.message).toMatch(
      /^this row has 10 cells and the header 9 columns, so its values are shifted\. /,
    );
    await catalog.close();
  });

  it('rejects the whole record that it shares an id with, so that no part of it is lost', async () => {
    const part = 'b,Bowl,9.00,,,true,b2,L,4,more';
    expect(await rowsOf([good, other('b'), part])).toMatchObject({ records: 2, rejected: 1 });
  });

  it('ends the reading where it may be a part of any record, and where half of the rows are like it', async () => {
    const parts = [good, good.replace('a1,S', 'a2,M'), 'b, red,Bowl,9.00,,,true,b2,L,4'];
    const most = [good, `${other('b')},x`, `${other('c')},x`];
    for (const rows of [parts, most]) {
      await expect(rowsOf(rows)).rejects.toMatchObject({ code: 'shifted-rows' });
    }
  });

  it('is read where they are empty in every row and each value can stand where it stands', async () => {
    const other = good.replace('a,Tray', 'b,Bowl');
    for (const rows of [[`${good},`], [`${good},,,`, other], ['"1",Tray,,,,,,,,,', `${good},`]]) {
      expect(await rowsOf(rows)).toMatchObject({ rejected: 0 });
    }
    await expect(rowsOf([`${good},`, `${other},x`])).rejects.toMatchObject({
      code: 'shifted-rows',
    });
  });

  it.each(
    [...Object.entries(productSamples), ...Object.entries(orderSamples)].flatMap(
      ([platform, sample]) => ('rows' in sample ? [[platform, sample] as const] : []),
    ),
  )('is read in exports of %s', (_, { header: names, rows }) => {
    const layout = layOut('x.csv', names, noColumns, { map: {} });
    for (const row of rows) {
      expect(misplacedIn(row, names)).toBeUndefined();
      expect(isShifted(new Row([...row, ''], 2, layout))).toBe(false);
    }
  });

  it.each([
    ['a word for an address', 'a,Tray,,manual,,,,,,', 'imageUrl', 'manual'],
    [
      'an address for a price',
      'a,Tray,https://x.example/a.jpg,,,,,,,',
      'price',
      'https://x.example/a.jpg',
    ],
    ['a word for a price', 'a,Tray,oak,,,,,,,', 'price', 'oak'],
    ['a word for a number', 'a,Tray,,,,,,,many,', 'inventoryQuantity', 'many'],
  ])(
    'is refused where it holds %s, though the last cells are empty',
    async (_, row, column, value) => {
      await expect(rowsOf([`${good},`, row])).rejects.toMatchObject({
        code: 'shifted-rows',
        line: 3,
        column,
        value,
        message: expect.stringContaining(
          'this row has 10 cells and the header 9 columns',
        ) as string,
      });
    },
  );
});
