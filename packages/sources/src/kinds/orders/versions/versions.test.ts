import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrders } from '../../../open/orders.ts';
import type { OrdersOptions } from '../orders.ts';

const options = { timezone: 'UTC', currency: 'USD' };

/** Every order of the files (status, refund, total, lines) and what is said of them. */
async function read(texts: readonly string[], given: OrdersOptions = options) {
  const folder = await tempFolder();
  const files = texts.map((_, at) => join(folder, `${String(at)}.txt`));
  for (const [at, file] of files.entries()) await writeFile(file, texts[at] ?? '');
  const orders = await openOrders(files, given);
  const records = await allOf(orders.records());
  await orders.close();
  return {
    orders: records.map(({ order, faults }) => [
      order?.orderId,
      order?.status ?? 'placed',
      order?.refundAmountCents ?? 0,
      order?.totalCents,
      order?.items?.map(({ title, quantity }) => `${String(quantity)} ${title}`).join(', '),
      ...faults.map(({ message }) => message),
    ]),
    counts: [orders.counts.orders, orders.counts.items, orders.counts.records],
    warnings: orders.warnings.filter((one) => /in the input|more than once/.test(one)),
  };
}

const shopify =
  'Name,Email,Financial Status,Fulfillment Status,Total,Created at,Lineitem quantity,Lineitem name,Refunded Amount,Cancelled at,Id\n';
const row = (id: number, financial: string, fulfillment: string, refund = '', more = '') =>
  `#${String(id)},a@x.example,${financial},${fulfillment},50.00,2026-10-01 10:00:00 +0000,1,Tee,${refund},${more},90${String(id)}\n`;
const line = (id: number, name: string) => `#${String(id)},,,,,,1,${name},,,\n`;

const generic =
  'orderId,email,orderedAt,total,status,refundAmount,itemProductId,itemTitle,itemQuantity,itemPrice\n';
const item = (id: string, total: string, title: string, more = 'placed,') =>
  `${id},bo@x.example,2026-09-02T10:00:00Z,${total},${more},${title},${title},2,1.00\n`;

const differ = expect.stringContaining(
  'in different versions; the version with the later state',
) as string;
const once = expect.stringContaining('more than once; each was counted once') as string;

describe('an order in several files', () => {
  it.each([
    [
      'refunded after placed',
      [row(1, 'paid', ''), row(1, 'refunded', 'fulfilled', '50.00')],
      'refunded',
      5000,
    ],
    [
      'cancelled after fulfilled',
      [row(1, 'paid', 'fulfilled'), row(1, 'paid', '', '', '2026-10-02 10:00:00 +0000')],
      'cancelled',
      0,
    ],
    ['fulfilled after placed', [row(1, 'paid', ''), row(1, 'paid', 'fulfilled')], 'fulfilled', 0],
    [
      'the larger refund',
      [row(1, 'paid', '', '10.00'), row(1, 'paid', '', '20.00'), row(1, 'paid', '')],
      'placed',
      2000,
    ],
    ['paid after pending', [row(1, 'pending', ''), row(1, 'paid', '')], 'placed', 0],
  ])(
    'of Shopify has the later state, whatever the order of the files: %s',
    async (_, rows, status, refund) => {
      const texts = rows.map((one) => shopify + one);
      for (const files of [texts, texts.toReversed()]) {
        const { orders, warnings } = await read(files);
        expect(orders).toEqual([['901', status, refund, 5000, '1 Tee']]);
        expect(warnings).toEqual([differ]);
      }
    },
  );

  it('is one order with each line once where one file was put behind another', async () => {
    const old = `${shopify}${row(1, 'paid', '')}${line(1, 'Cap')}${row(2, 'paid', '')}`;
    const again = await read([old + old]);
    expect(again.orders).toEqual([
      ['901', 'placed', 0, 5000, '1 Tee, 1 Cap'],
      ['902', 'placed', 0, 5000, '1 Tee'],
    ]);
    expect(again.counts).toEqual([2, 3, 2]);
    const later = `${shopify}${row(1, 'refunded', '', '50.00')}`;
    expect((await read([old + later])).orders.at(-1)).toEqual([
      '901',
      'refunded',
      5000,
      5000,
      '1 Tee',
    ]);
  });

  it('keeps the lines of its version, also where those are fewer, and those of one that is cut', async () => {
    const old = `${shopify}${row(1, 'paid', '')}${line(1, 'Cap')}`;
    const later = `${shopify}${row(1, 'refunded', '', '50.00')}`;
    expect((await read([old, later])).orders).toEqual([['901', 'refunded', 5000, 5000, '1 Tee']]);
    expect((await read([later, old])).orders).toEqual([['901', 'refunded', 5000, 5000, '1 Tee']]);
    const { orders, warnings } = await read([old, shopify + line(1, 'Mug')]);
    expect(orders).toEqual([['901', 'placed', 0, 5000, '1 Tee, 1 Cap, 1 Mug']]);
    expect(warnings).toEqual([]);
  });

  it('of rows of one’s own has each line as often as one file has it', async () => {
    const both = `${generic}${item('o2', '2.00', 'tee')}`;
    for (const other of [`${both}${item('o3', '2.00', 'cap')}`, both.replaceAll('bo@', 'BO@')]) {
      const { orders, counts, warnings } = await read([both, other]);
      expect(orders.at(-1)).toEqual(['o2', 'placed', 0, 200, '2 tee']);
      expect(counts[0]).toBe(orders.length);
      expect(warnings).toEqual([once]);
    }
  });

  it.each([
    ['pieces', '4.00', ['tee'], ['cap'], '2 tee, 2 cap'],
    ['pieces of the same line, as the total says', '4.00', ['tee'], ['tee'], '2 tee, 2 tee'],
    ['a piece of the other', '9.00', ['tee', 'cap'], ['cap'], '2 tee, 2 cap'],
    ['the same line twice in both', '9.00', ['tee', 'tee'], ['tee', 'tee'], '2 tee, 2 tee'],
  ])('may stand in them as %s', async (_, total, first, second, lines) => {
    const [one = '', other = ''] = [first, second].map((titles) =>
      titles.map((title) => item('o2', total, title)).join(''),
    );
    const { orders } = await read([generic + one, generic + other + item('o3', '2.00', 'hat')]);
    expect(orders.at(-1)).toEqual(['o2', 'placed', 0, total === '4.00' ? 400 : 900, lines]);
  });

  it('has its lines once where one of the files has a column more, or none for lines', async () => {
    const row = 'o2,bo@x.example,2026-09-02T10:00:00Z,9.00';
    const head = 'orderId,email,orderedAt,total';
    const bare = `${head},itemProductId,itemTitle,itemQuantity\n${row},tee,Tee,2\n`;
    const more = `${head},itemProductId,itemTitle,itemQuantity,itemSku\n${row},tee,Tee,2,T-1\n`;
    const none = `${head}\n${row}\n`;
    for (const files of [
      [bare, more],
      [more, bare],
      [none, bare],
      [none, more, bare],
    ]) {
      expect((await read(files)).orders).toEqual([['o2', 'placed', 0, 900, '2 Tee']]);
    }
  });

  it('of rows of one’s own has the later state, the larger refund, then the larger total', async () => {
    const texts = [
      generic + item('o2', '2.00', 'tee', 'placed,'),
      generic + item('o2', '2.00', 'tee', 'cancelled,'),
      generic + item('o2', '2.00', 'tee', 'refunded,2.00'),
    ];
    for (const files of [texts, texts.toReversed()]) {
      const { orders, warnings } = await read(files);
      expect(orders).toEqual([['o2', 'refunded', 200, 200, '2 tee']]);
      expect(warnings).toEqual([differ]);
    }
    const edited = [generic + item('o2', '2.00', 'tee'), generic + item('o2', '4.00', 'tee')];
    expect((await read(edited)).orders).toEqual((await read(edited.toReversed())).orders);
  });

  it('is rejected as long as one of its versions is faulty', async () => {
    const texts = [
      generic + item('o2', '2.00', 'tee'),
      generic + item('o2', '2.00', 'tee', 'gone,'),
    ];
    for (const files of [texts, texts.toReversed()]) {
      const { orders } = await read(files);
      expect(orders).toEqual([
        [undefined, 'placed', 0, undefined, undefined, expect.stringContaining('"gone"')],
      ]);
    }
  });
});

describe('an order in several JSON documents', () => {
  const document = (more: object) => ({
    orderId: 'o2',
    customer: { email: 'a@x.example' },
    orderedAt: '2026-09-02T10:00Z',
    total: '2.00',
    items: [],
    ...more,
  });
  const json = (more: object) => JSON.stringify([document(more)]);

  it.each([
    [[{ status: 'refunded' }, { status: 'placed' }], 'refunded'],
    [
      [
        { status: 'placed', updated_at: '2026-09-03T10:00Z' },
        { status: 'cancelled', updated_at: '2026-09-02T10:00Z' },
      ],
      'placed',
    ],
    [
      [{ status: 'fulfilled', updatedAt: '2026-09-03T10:00Z' }, { status: 'cancelled' }],
      'cancelled',
    ],
  ])('has the later state: %j', async (versions, status) => {
    const texts = versions.map(json);
    const together = JSON.stringify(versions.map(document));
    for (const files of [texts, texts.toReversed(), [together]]) {
      const { orders, counts, warnings } = await read(files);
      expect(orders).toEqual([['o2', status, 0, 200, '']]);
      expect(counts).toEqual([1, 0, 1]);
      expect(warnings).toEqual([differ]);
    }
  });

  it('that says the same is taken once', async () => {
    const { counts, warnings } = await read([
      json({}),
      JSON.stringify([document({}), document({ orderId: 'o3' })]),
    ]);
    expect(counts).toEqual([2, 0, 2]);
    expect(warnings).toEqual([once]);
  });

  it('of a bulk operation has its lines once', async () => {
    const id = 'gid://shopify/Order/1';
    const order = (state: string) => ({
      id,
      name: '#1',
      email: 'a@x.example',
      createdAt: '2024-01-01T00:00:00Z',
      displayFinancialStatus: 'PAID',
      displayFulfillmentStatus: state,
      totalPriceSet: { shopMoney: { amount: '5', currencyCode: 'USD' } },
    });
    const tee = { id: 'gid://shopify/LineItem/2', __parentId: id, title: 'Tee', quantity: 1 };
    const text = (state: string) => `${JSON.stringify(order(state))}\n${JSON.stringify(tee)}\n`;
    for (const files of [
      ['UNFULFILLED', 'FULFILLED'],
      ['FULFILLED', 'UNFULFILLED'],
    ]) {
      expect((await read(files.map(text))).orders).toEqual([['1', 'fulfilled', 0, 500, '1 Tee']]);
    }
  });

  it.each<[string, object, number, number]>([
    ['left out where it failed later', { status: 'failed' }, 0, 0],
    ['left out where it is in the trash later', { status: 'trash' }, 0, 0],
    ['rejected where its later version is faulty', { status: 'nonsense' }, 1, 1],
    [
      'rejected where its later version has no address that is one',
      { billing: { email: 'x' } },
      1,
      1,
    ],
    [
      'sent where it was left out before',
      { status: 'pending', date_modified_gmt: '2026-01-01T10:00:00' },
      1,
      0,
    ],
  ])('is %s', async (_, more, records, rejected) => {
    const order = {
      id: 55,
      status: 'processing',
      currency: 'EUR',
      total: '30.00',
      date_created: '2026-01-02T10:00:00',
      date_created_gmt: '2026-01-02T10:00:00',
      date_modified_gmt: '2026-01-02T10:00:00',
      billing: { email: 'a@x.example' },
      line_items: [],
    };
    const later = { ...order, date_modified_gmt: '2026-02-02T10:00:00', ...more };
    const folder = await tempFolder();
    const [one, other] = [join(folder, 'a.json'), join(folder, 'b.json')];
    await writeFile(one, JSON.stringify([order]));
    await writeFile(other, JSON.stringify([later]));
    for (const files of [
      [one, other],
      [other, one],
    ]) {
      const orders = await openOrders(files, options);
      expect(orders.counts).toMatchObject({ orders: 1, records, rejected });
      expect(await allOf(orders.records())).toHaveLength(records);
      await orders.close();
    }
  });

  it('that was sold and then cancelled in the CRM is cancelled, although nobody knows it', async () => {
    const sale = {
      orderId: '10',
      clientOrderId: 'B9',
      orderStatus: 'COMPLETE',
      orderTotal: '1.00',
      dateCreated: '2026-05-04',
      timeCreated: '14:22:33',
      emailAddress: 'a@x.example',
      product1_name: 'Tray',
      product1_sku: 'T',
    };
    const state = { fulfillmentStatus: 'CANCELLED', recurringStatus: 'CANCELLED' };
    const text = JSON.stringify([{ ...sale, orderStatus: 'DECLINED', ...state }, sale]);
    const folder = await tempFolder();
    await writeFile(join(folder, 'o.json'), text);
    const orders = await openOrders([join(folder, 'o.json')], options);
    const [record, ...others] = await allOf(orders.records());
    await orders.close();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ order: { status: 'cancelled' }, formerId: '10' });
    expect(record).not.toHaveProperty('onlyIfKnown');
  });
});

it('reads a file once that is given twice, by a link or as a copy, and says so', async () => {
  const folder = await tempFolder();
  const [own, link, copy] = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name));
  const text = generic + item('o2', '2.00', 'tee');
  await writeFile(own ?? '', text);
  await symlink('a.csv', link ?? '');
  await writeFile(copy ?? '', text);
  const orders = await openOrders([own, link, own, copy].map(String), options);
  await orders.close();
  expect(orders.files).toEqual([own]);
  expect(orders.counts).toMatchObject({ rows: 1, orders: 1, items: 1 });
  expect(orders.warnings).toEqual([
    `${String(link)} and ${String(own)} are the same file; it was read once.`,
    `${String(own)} is given twice; it was read once.`,
    `${String(copy)} holds the same as ${String(own)}; it was read once.`,
  ]);
});
