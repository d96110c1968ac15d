import { describe, expect, it } from 'vitest';
import { orderSamples } from '../open/forms/orders.ts';
import { productSamples } from '../open/forms/products.ts';
import { openText } from '../open/open-text.ts';
import { layOut } from './header.ts';
import { misplacedIn, refuseShifted } from './width.ts';

const header =
  'productId,title,price,imageUrl,url,inStock,variantId,variantTitle,inventoryQuantity';
const good = 'a,Tray,9.00,https://x.example/a.jpg,https://x.example/a,true,a1,S,4';

const noColumns = { fields: {}, required: [], anyOf: [], ignored: [] };

async function rowsOf(rows: readonly string[]): Promise<unknown> {
  const catalog = await openText(`${header}\n${rows.join('\n')}\n`, { currency: 'EUR' });
  await catalog.close();
  return catalog.counts;
}

describe('a row with more cells than columns', () => {
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
      refuseShifted([...row, ''], 2, layout);
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
