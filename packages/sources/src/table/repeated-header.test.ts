import { describe, expect, it } from 'vitest';
import { inChunks, openText } from '../open/open-text.ts';
import { openOrders } from '../open/orders.ts';
import { repeatsHeader } from './header.ts';
import { allOf } from '../conformance/suite.ts';

describe('a header in the middle of a table', () => {
  it('is no product, and a warning says where it is', async () => {
    const catalog = await openText(
      'productId,title\na,A\nproductId,title\nb,B\n\uFEFFproductId , title\nc,C\n',
    );
    const records = await allOf(catalog.records());
    expect(records.map(({ key, line }) => [key, line])).toEqual([
      ['a', 2],
      ['b', 4],
      ['c', 6],
    ]);
    expect(catalog.counts).toMatchObject({ rows: 3, products: 3, rejected: 0 });
    expect(catalog.warnings).toEqual([
      'Line 3 of stdin and 1 more line are the header again, as where one file was put behind another; they were passed over.',
    ]);
    await catalog.close();
  });

  it('parts the rows of a product, which are put together without it', async () => {
    const rows = 'productId,title,variantId,variantTitle,variantPrice\na,A,1,S,5\n';
    const catalog = await openText(
      `${rows}productId,title,variantId,variantTitle,variantPrice\na,,2,M,6\n`,
      {
        currency: 'EUR',
      },
    );
    const [a] = await allOf(catalog.records());
    expect(a).toMatchObject({ key: 'a', product: { variants: [{}, {}] } });
    expect(a && (await catalog.original(a))).toMatchObject({ rows: [{ line: 2 }, { line: 4 }] });
    expect(catalog.warnings[0]).toBe(
      'Line 3 of stdin is the header again, as where one file was put behind another; it was passed over.',
    );
    await catalog.close();
  });

  it('is nothing to which rows without an id of their own belong', async () => {
    const header = 'Product URL,Title,Price,On Sale,Stock,Option Name 1,Option Value 1';
    const text = [header, 'a,A,1,No,1,Size,S', header, ',,2,No,1,Size,M'].join('\n');
    const catalog = await openText(text, { currency: 'EUR' });
    expect(catalog.counts).toMatchObject({ rows: 2, products: 2, rejected: 1 });
    await catalog.close();
  });

  it('is no order either', async () => {
    const header = 'orderId,email,total,currency,orderedAt,itemProductId,itemTitle,itemQuantity';
    const row = ',a@example.com,1,EUR,2024-01-01T00:00:00Z,p,P,1';
    const text = [header, `1${row}`, header, `2${row}`].join('\n');
    const orders = await openOrders(['-'], { stdin: inChunks(text) });
    expect(orders.counts).toMatchObject({ rows: 2, orders: 2, rejected: 0 });
    await orders.close();
  });

  it('is told from a row only where more than one column says so', () => {
    const layout = { names: ['title', ''], width: 1 };
    expect(repeatsHeader(['title', ''], layout)).toBe(false);
    expect(repeatsHeader(['id', 'title', ''], { names: ['id', 'title', ''], width: 2 })).toBe(true);
    expect(repeatsHeader(['id', 'title', 'x'], { names: ['id', 'title'], width: 2 })).toBe(false);
    expect(repeatsHeader(['id', 'Title'], { names: ['id', 'title'], width: 2 })).toBe(false);
  });
});
