import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../faults/source-error.ts';
import { allOf } from '../conformance/suite.ts';
import { openOrders } from './orders.ts';
import { openOrdersText } from './open-text.ts';

const header = 'orderId,email,total,currency,orderedAt\n';
const row = (id: number | string, total = '5') =>
  `${String(id)},a@x.example,${total},USD,2026-03-02T09:30Z\n`;

describe('openOrders', () => {
  it('reads a record again by its number, skipping none', async () => {
    const orders = await openOrdersText(header + row('é1') + row(2, 'x') + row('ü3'));
    const records = await allOf(orders.records());
    for (const record of records.toReversed()) {
      expect(await orders.read(record.ordinal)).toEqual(record);
    }
    await expect(orders.read(3)).rejects.toThrow(RangeError);
    await expect(orders.read(-1)).rejects.toThrow(RangeError);
    await orders.close();
  });

  it('says whose a faulty record is, unless the address itself is in doubt', async () => {
    const cells = ['x', 'USD', '2026-03-02T09:30Z'].join(',');
    const orders = await openOrdersText(
      `${header}1, Ann@X.example ,${cells}\n2,ann,${cells}\n3,a@x.example,5\n` +
        `4,a@x.example,${cells}\n4,b@x.example,${cells}\n5,b@x.example,${cells.replace('x', '5')}\n`,
    );
    const records = await allOf(orders.records());
    expect(records.map(({ key, email }) => [key, email])).toEqual([
      ['1', 'ann@x.example'],
      ['2', undefined],
      ['3', undefined],
      ['4', undefined],
      ['5', undefined],
    ]);
    await orders.close();
  });

  it('knows a record that was put together only by its last number', async () => {
    const orders = await openOrdersText(header + row(1) + row(2) + row(1));
    const records = await allOf(orders.records());
    expect(records.map(({ ordinal }) => ordinal)).toEqual([1, 3]);
    await expect(orders.read(0)).rejects.toThrow(RangeError);
    expect((await orders.read(3)).key).toBe('1');
    await orders.close();
  });

  it('keeps its files to the user and removes them', async () => {
    const folder = await tempFolder();
    const orders = await openOrdersText(header + row(1), { tempFolder: folder });
    const [own = ''] = await readdir(folder);
    for (const file of await readdir(join(folder, own))) {
      expect((await stat(join(folder, own, file))).mode & 0o777).toBe(0o600);
    }
    await orders.read(0);
    await orders.close();
    await orders.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes an order that stands whole in two Shopify exports once, from the last', async () => {
    const folder = await tempFolder();
    const names = 'Name,Email,Created at,Total,Currency,Fulfillment Status,Lineitem name\n';
    const [march, april, cut] = ['march.csv', 'april.csv', 'cut.csv'].map((name) =>
      join(folder, name),
    );
    const line = '#1,a@x.example,2026-03-31 09:00:00 +0000,5,USD,';
    await writeFile(march ?? '', `${names}${line},Mug\n#1,,,,,,Tee\n`);
    await writeFile(april ?? '', `${names}${line}fulfilled,Mug\n#1,,,,,,Tee\n`);
    await writeFile(cut ?? '', `${names}#1,,,,,,Cap\n`);
    const read = async (files: (string | undefined)[]) => {
      const orders = await openOrders(files.map((file) => file ?? ''));
      const records = await allOf(orders.records());
      await orders.close();
      return [
        records.map(({ order }) => [order?.status, order?.items?.length]),
        orders.warnings.length,
      ];
    };
    expect(await read([march, april])).toEqual([[['fulfilled', 2]], 3]);
    expect(await read([march, cut])).toEqual([[['placed', 3]], 2]);
  });

  it.each([
    [{ timezone: 'Berlin' }, '"Berlin" is not a time zone'],
    [{ currency: 'Euro' }, '"Euro" is not a currency code'],
    [{ includePending: true }, 'includePending does not apply to a Sequenzy order file'],
    [{ idFrom: 'email' }, 'idFrom does not apply'],
    [{ from: 'myshop' }, '"myshop" is not a known format'],
    [{ from: 'shopify' }, 'this is not in the format Shopify order export: it lacks'],
  ])('refuses %j', async (options, message) => {
    const opening = openOrdersText(header + row(1), options);
    await expect(opening).rejects.toThrow(SourceError);
    await expect(opening).rejects.toThrow(message);
  });

  it.each([
    [
      'Sale Date,Item Name,Buyer,Quantity,Price,Transaction ID,Order ID\n1,2,3,4,5,6,7\n',
      'an Etsy list of orders or sold items',
    ],
    ['amazon-order-id\tpurchase-date\tasin\tsku\n1\t2\t3\t4\n', 'an Amazon order report'],
    ['Handle,Title,Variant Price\na,b,1\n', 'it holds products, not orders'],
  ])('says of a file that is known why it cannot be used', async (text, reason) => {
    const opening = openOrdersText(text);
    await expect(opening).rejects.toMatchObject({ code: 'unusable' });
    await expect(opening).rejects.toThrow(reason);
  });

  it('says what is missing in an unknown one', async () => {
    await expect(openOrdersText('orderId,email,total\n1,b@shop.example,2\n')).rejects.toThrow(
      /no column is recognised as orderedAt, and every order needs one/,
    );
  });
});
