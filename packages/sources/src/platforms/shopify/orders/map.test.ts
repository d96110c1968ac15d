import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText, orderRecordsOf } from '../../../open/open-text.ts';
import type { OrdersOptions } from '../../../kinds/orders/orders.ts';
import { header, paid, rowOf, shopifySample } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

function csv(rows: readonly Cells[], names = header): string {
  const lines = [names, ...rows.map((cells) => rowOf(cells, names))];
  return lines.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

async function read(rows: readonly Cells[], options: OrdersOptions = {}, names = header) {
  const records = await orderRecordsOf(csv(rows, names), options);
  return records.map(({ order, faults }) => order ?? faults.map(sentence));
}

function sentence({ path, line, message }: { path: string; line: number; message: string }) {
  return `${path}:${String(line)} ${message}`;
}

const { catalog = [] } = shopifySample.options;

describe('a Shopify order', () => {
  it('is read whole, its products found by SKU and by title', async () => {
    const rows = [
      {
        ...paid,
        'Discount Code': 'TEN',
        'Discount Amount': '3.00',
        Shipping: '4.90',
        Taxes: '4.79',
        Source: 'web',
        Tags: 'vip, wholesale',
        'Billing Name': 'Ann van Dyk',
        Notes: 'Ring "twice",\nplease',
      },
      {
        Name: '#1001',
        'Lineitem quantity': '2',
        'Lineitem name': 'Lamp - Blue',
        'Lineitem price': '5',
      },
      {
        Name: '#1001',
        'Lineitem quantity': '1',
        'Lineitem name': 'Été – Sac',
        'Lineitem price': '5',
      },
    ];
    expect(await read(rows, { catalog })).toEqual([
      {
        orderId: '5001',
        orderNumber: '1001',
        status: 'placed',
        totalCents: 3000,
        currency: 'EUR',
        orderedAt: '2026-03-02T08:30:00Z',
        customer: { email: 'ann@x.example', firstName: 'Ann van', lastName: 'Dyk' },
        items: [
          {
            productId: 'lamp',
            title: 'Lamp',
            variantId: 'lamp-red',
            variantTitle: 'Red',
            quantity: 1,
            sku: 'L-R',
            priceCents: 2000,
          },
          {
            productId: 'lamp',
            title: 'Lamp',
            variantId: 'lamp-blue',
            variantTitle: 'Blue',
            quantity: 2,
            priceCents: 500,
          },
          { productId: 'ete-sac', title: 'Été – Sac', quantity: 1, priceCents: 500 },
        ],
        properties: {
          discountCode: 'TEN',
          discountCents: 300,
          shippingCents: 490,
          taxCents: 479,
          source: 'web',
          tags: ['vip', 'wholesale'],
        },
      },
    ]);
  });

  it('counts lines whose product is not known', async () => {
    const orders = await openOrdersText(csv([paid]));
    expect(orders.warnings).toEqual([
      '1 order line names a product that could not be looked up; its productId was made from the title. Give the products with catalog.',
    ]);
    await orders.close();
  });

  it('takes a name that two products share for none', async () => {
    const twins = [
      { productId: 'a', title: 'Lamp', variants: [{ variantId: '1', title: 'X', sku: 'L-R' }] },
      { productId: 'b', title: 'Lamp', variants: [{ variantId: '2', title: 'X', sku: 'L-R' }] },
    ];
    const [order] = await read([paid], { catalog: twins });
    expect(order).toMatchObject({ items: [{ productId: 'lamp-red' }] });
  });

  const states: [Cells, string, number?][] = [
    [{}, 'placed'],
    [{ 'Financial Status': '' }, 'placed'],
    [{ 'Financial Status': 'Partially Paid' }, 'placed'],
    [{ 'Fulfillment Status': 'fulfilled' }, 'fulfilled'],
    [{ 'Fulfillment Status': 'partial' }, 'placed'],
    [{ 'Fulfillment Status': 'restocked' }, 'placed'],
    [{ 'Financial Status': 'partially_refunded', 'Refunded Amount': '10' }, 'placed', 1000],
    [{ 'Fulfillment Status': 'fulfilled', 'Refunded Amount': '0.00' }, 'fulfilled'],
    [{ 'Financial Status': 'refunded', 'Refunded Amount': '30.00' }, 'refunded', 3000],
    [{ 'Financial Status': 'refunded' }, 'refunded', 3000],
    [{ 'Refunded Amount': '30' }, 'refunded', 3000],
    [{ 'Cancelled at': '2026-03-03 10:00:00 +0100' }, 'cancelled'],
    [{ 'Financial Status': 'voided' }, 'cancelled'],
    [{ 'Financial Status': 'expired' }, 'cancelled'],
    [
      { 'Financial Status': 'refunded', 'Cancelled at': '2026-03-03', 'Refunded Amount': '30' },
      'refunded',
      3000,
    ],
  ];
  it.each(states)('with %j is %s', async (cells, status, refundAmountCents) => {
    const [order] = await read([{ ...paid, ...cells }]);
    expect(order).toMatchObject({ status });
    expect(Object.entries(order ?? {}).find(([key]) => key === 'refundAmountCents')?.[1]).toBe(
      refundAmountCents,
    );
  });

  it('that is not paid is skipped and counted, or placed where that is wanted', async () => {
    const rows = ['pending', 'authorized'].map((status, index) => ({
      ...paid,
      Name: `#${String(index)}`,
      Id: String(index),
      'Financial Status': status,
    }));
    const orders = await openOrdersText(csv(rows));
    expect(orders.counts).toMatchObject({
      orders: 2,
      records: 0,
      skipped: [{ reason: 'not paid yet', orders: 2, option: 'includePending' }],
    });
    expect(orders.warnings).toEqual([
      '2 of 2 orders (100 %) are left out: 2 not paid yet (includePending includes them).',
    ]);
    await orders.close();
    expect(await read(rows, { includePending: true })).toMatchObject([
      { status: 'placed' },
      { status: 'placed' },
    ]);
  });

  it('that tries the shop out is a test', async () => {
    const names = [...header, 'Payment Method'];
    const rows = [{ ...paid, 'Payment Method': '(for testing) Bogus Gateway' }];
    const orders = await openOrdersText(csv(rows, names));
    expect(orders.counts.skipped).toMatchObject([{ reason: 'test', option: 'includeTests' }]);
    await orders.close();
    expect(await read(rows, { includeTests: true }, names)).toMatchObject([
      { orderId: paid['Id'] },
    ]);
  });

  it('of a state nobody knows is faulty', async () => {
    expect(await read([{ ...paid, 'Financial Status': 'bezahlt' }])).toEqual([
      [expect.stringContaining('Financial Status:2 expected one of paid,')],
    ]);
  });

  it('without an e-mail address is skipped and counted', async () => {
    const orders = await openOrdersText(
      csv([
        { ...paid, Email: '' },
        { ...paid, Name: '#2', Id: '2' },
      ]),
    );
    expect(orders.counts).toEqual({
      rows: 2,
      orders: 2,
      items: 2,
      records: 1,
      rejected: 0,
      skipped: [{ reason: 'no e-mail', orders: 1 }],
    });
    await orders.close();
  });

  it('with a negative total is rejected, and a free one is kept', async () => {
    const free = { ...paid, Name: '#2', Id: '2', Total: '0.00' };
    expect(await read([{ ...paid, Total: '-5.00' }, free])).toMatchObject([
      ['Total:2 "-5.00" is negative: expected 0 or more'],
      { totalCents: 0, status: 'placed' },
    ]);
  });
});

describe('further rows of a Shopify order', () => {
  const line = { 'Lineitem quantity': '1', 'Lineitem name': 'Bowl', 'Lineitem price': '5' };
  const itemsOf = async (rows: readonly Cells[]) => {
    const records = await orderRecordsOf(csv(rows));
    return records.map(({ order, faults }) => order?.items?.length ?? faults.map(sentence));
  };

  it.each([
    ['carry the name only', { Name: '#1001' }],
    ['repeat some cells', { Name: '#1001', Email: paid['Email'] ?? '', Currency: 'EUR' }],
    ['repeat the whole order', paid],
    ['have no name', {}],
  ])('may %s', async (_, cells) => {
    const [order] = await read([paid, { ...cells, ...line }, { ...paid, Name: '#2', Id: '2' }]);
    expect(order).toMatchObject({ totalCents: 3000, items: [{}, { title: 'Bowl' }] });
  });

  it('are lines even when they are the same as others', async () => {
    expect(await itemsOf([paid, { Name: '#1001', ...line }, { Name: '#1001', ...line }])).toEqual([
      3,
    ]);
  });

  it('may stand elsewhere, also where the currency stands on the first only', async () => {
    const rows = [{ ...paid }, { ...paid, Name: '#2', Id: '2' }, { Name: '#1001', ...line }];
    expect(await itemsOf(rows)).toEqual([1, 2]);
    expect(
      await itemsOf([{ Name: '#1001', ...line }, { ...paid, Name: '#2', Id: '2' }, paid]),
    ).toEqual([1, 2]);
  });

  it('may write the e-mail address in another case', async () => {
    const shouted = { ...paid, Email: paid['Email']?.toUpperCase() ?? '' };
    expect(await itemsOf([paid, { ...shouted, 'Lineitem name': 'Cap' }])).toEqual([2]);
    expect(await itemsOf([paid, { ...paid, Email: 'bo@x.example' }])).toEqual([
      [expect.stringContaining('Email:3 "bo@x.example" differs from')],
    ]);
  });

  it('that say something else are faulty with both lines', async () => {
    expect(await itemsOf([paid, { ...paid, Total: '31' }])).toEqual([
      ['Total:3 "31" differs from "30.00" on line 2 of the same order'],
    ]);
  });

  it('that order nothing are left out', async () => {
    const orders = await openOrdersText(
      csv([paid, { Name: '#1001', ...line, 'Lineitem quantity': '0' }]),
      {
        catalog,
      },
    );
    const [record] = await allOf(orders.records());
    expect(record?.order?.items).toHaveLength(1);
    expect(orders.warnings).toEqual(['1 order line with a quantity of 0 was left out.']);
    await orders.close();
  });
});

describe('a Shopify order file', () => {
  it('is read with the newer spelling', async () => {
    const names = header.map((name) =>
      name === 'Cancelled at' ? 'Canceled at' : name === 'Lineitem sku' ? 'Lineitem SKU' : name,
    );
    const cells = { ...paid, 'Canceled at': '2026-03-03', 'Lineitem SKU': 'L-B' };
    expect(await read([cells], { catalog }, names)).toMatchObject([
      { status: 'cancelled', items: [{ variantId: 'lamp-blue' }] },
    ]);
  });

  it('is read with few columns: the name is the id, a line is one piece', async () => {
    const names = ['Name', 'Email', 'Created at', 'Total', 'Lineitem name'];
    expect(await read([paid], { currency: 'USD' }, names)).toEqual([
      {
        orderId: '#1001',
        orderNumber: '1001',
        status: 'placed',
        totalCents: 3000,
        currency: 'USD',
        orderedAt: '2026-03-02T08:30:00Z',
        customer: { email: 'ann@x.example' },
        items: [{ productId: 'lamp-red', title: 'Lamp - Red', quantity: 1 }],
      },
    ]);
    await expect(read([paid], {}, names)).rejects.toMatchObject({ code: 'missing-currency' });
  });
});
