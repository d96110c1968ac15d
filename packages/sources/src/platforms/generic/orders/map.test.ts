import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText, orderRecordsOf } from '../../../open/open-text.ts';
import type { OrdersOptions } from '../../../kinds/orders/orders.ts';

const header = 'orderId,email,total,currency,orderedAt';
const when = '2026-03-02T09:30:00Z';

async function read(text: string, options: OrdersOptions = {}) {
  const records = await orderRecordsOf(text, options);
  return records.map(({ order, faults }) => order ?? faults.map(sentence));
}

function sentence({ path, line, message }: { path: string; line: number; message: string }) {
  return `${path}:${String(line)} ${message}`;
}

describe('a generic order table', () => {
  it('reads every field, by either spelling', async () => {
    const text =
      'order_id,Order Number,status,total_cents,currency,ordered-at,email,external_id,firstName,lastName,refundAmount,' +
      'itemProductId,itemTitle,itemQuantity,itemPrice,itemVariantId,itemSku,itemVariantTitle,attributes.VIP level,properties.channel,' +
      'customerOrdersCount,customerTotalSpentCents\n' +
      `7,#7,Fulfilled,3000,eur,2026-03-02 10:30 +0100,Ann@x.example,c-1,Ann,Dyk,5.50,mug,Mug,2,12.50,mug-l,M-L,Large,gold,web,3,9900\n`;
    expect(await read(text)).toEqual([
      {
        orderId: '7',
        orderNumber: '#7',
        status: 'fulfilled',
        totalCents: 3000,
        currency: 'EUR',
        orderedAt: '2026-03-02T09:30:00Z',
        customer: {
          email: 'Ann@x.example',
          externalId: 'c-1',
          firstName: 'Ann',
          lastName: 'Dyk',
          attributes: { 'VIP level': 'gold' },
        },
        items: [
          {
            productId: 'mug',
            title: 'Mug',
            quantity: 2,
            variantId: 'mug-l',
            sku: 'M-L',
            variantTitle: 'Large',
            priceCents: 1250,
          },
        ],
        refundAmountCents: 550,
        customerTotals: { ordersCount: 3, totalSpentCents: 9900 },
        properties: { channel: 'web' },
      },
    ]);
  });

  it('puts the lines of an order together wherever they stand, and keeps two of the same', async () => {
    const orders = await openOrdersText(
      `${header},itemProductId,itemTitle,itemQuantity\n` +
        `1,a@x.example,20,USD,${when},mug,Mug,1\n` +
        `2,b@x.example,5,USD,${when},tee,Tee,1\n` +
        '1,,,,,mug,Mug,1\n' +
        '1,,20,USD,,cap,Cap,3\n',
    );
    const [two, one] = await allOf(orders.records());
    expect([two?.key, one?.key]).toEqual(['2', '1']);
    expect(one?.order?.items?.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['mug', 1],
      ['mug', 1],
      ['cap', 3],
    ]);
    expect(orders.counts).toEqual({
      rows: 4,
      orders: 2,
      items: 4,
      records: 2,
      rejected: 0,
      skipped: [],
    });
    expect(one && (await orders.original(one))).toMatchObject({
      rows: [{ line: 2 }, { line: 4 }, { line: 5 }],
    });
    await orders.close();
  });

  it('names both lines where the rows of one order disagree', async () => {
    const text =
      `${header},attributes.vip\n` + `1,a@x.example,20,USD,${when},yes\n` + `1,,21,USD,,no\n`;
    expect(await read(text)).toEqual([
      [
        'total:3 "21" differs from "20" on line 2 of the same order',
        'attributes.vip:3 "no" differs from "yes" on line 2 of the same order',
      ],
    ]);
  });

  it('takes an e-mail address in another case for the same customer', async () => {
    const rows = `1,Ann@x.example,20,USD,${when}\n1,ann@X.example,20,USD,${when}\n`;
    expect(await read(`${header}\n${rows}1,bo@x.example,20,USD,${when}\n`)).toEqual([
      ['email:4 "bo@x.example" differs from "Ann@x.example" on line 2 of the same order'],
    ]);
    expect(await read(`${header}\n${rows}`)).toMatchObject([
      { customer: { email: 'Ann@x.example' } },
    ]);
  });

  it('refuses what cannot be read exactly, with its column', async () => {
    const text =
      `${header},status,itemProductId,itemTitle,itemQuantity,itemPrice\n` +
      `4.05E+12,a@x.example,20,USD,${when},placed,,,,\n` +
      `2,a@x.example,"1,234",USD,${when},paid,mug,Mug,,1.999\n` +
      `3,nobody,-5,USD,2026-03-02 09:30,placed,mug,Mug,0,1\n` +
      `4,,5,US,,placed,,Mug,1,1\n`;
    expect(await read(text)).toEqual([
      [expect.stringContaining('orderId:2 "4.05E+12" is what a spreadsheet made')],
      [
        'itemQuantity:3 is required',
        'itemPrice:3 "1.999" is ambiguous (1999 or 1.999): write 1999, or at most 2 decimals for USD (or pass decimal for the whole input)',
        'status:3 expected one of placed, cancelled, fulfilled, refunded, got "paid"',
        'total:3 "1,234" is ambiguous (1234 or 1.234): write 1234, or at most 2 decimals for USD (or pass decimal for the whole input)',
      ],
      ['total:4 "-5" is negative: expected 0 or more', expect.stringContaining('has no offset')],
      [
        'currency:5 expected an ISO 4217 code such as USD, got "US"',
        'orderedAt:5 is required',
        'email:5 is required',
      ],
    ]);
  });

  it('keeps the column and line of what only the API refuses', async () => {
    const text = `${header},itemProductId,itemTitle,itemQuantity\n1,nobody,5,USD,${when},mug,Mug,0\n`;
    const [faults] = await read(text);
    expect(faults).toEqual([
      'email:2 expected an e-mail address, got "nobody"',
      'itemQuantity:2 expected 1 or more, got 0',
    ]);
  });

  it('finds an order without a currency at fault where others have one', async () => {
    const text = `${header}\n1,a@x.example,20,,${when}\n2,b@x.example,5,JPY,${when}\n`;
    expect(await read(text)).toEqual([
      ['currency:2 is required, because amounts are given'],
      expect.objectContaining({ totalCents: 5 }),
    ]);
  });

  it('asks for a currency where the file has no column for it', async () => {
    const text = `orderId,email,total,orderedAt\n1,a@x.example,20,${when}\n`;
    await expect(read(text)).rejects.toMatchObject({ code: 'missing-currency', line: 2 });
    expect(await read(text, { currency: 'usd' })).toEqual([
      expect.objectContaining({ totalCents: 2000, currency: 'USD' }),
    ]);
  });

  it('reads local times in the zone, and counts those that existed twice', async () => {
    const text =
      `${header}\n` +
      '1,a@x.example,20,USD,27.10.2024 02:30\n' +
      '2,a@x.example,20,USD,31.3.2024 02:30\n' +
      '3,a@x.example,20,USD,1.7.2024\n';
    const orders = await openOrdersText(text, { timezone: 'Europe/Berlin', dateFormat: 'DMY' });
    const records = await allOf(orders.records());
    expect(records.map(({ order, faults }) => order?.orderedAt ?? faults.map(sentence))).toEqual([
      '2024-10-27T00:30:00Z',
      ['orderedAt:3 "31.3.2024 02:30" is a time that the clocks of Europe/Berlin left out'],
      '2024-06-30T22:00:00Z',
    ]);
    expect(orders.warnings).toEqual([
      '1 time existed twice, because clocks were put back; the earlier one was taken.',
    ]);
    await orders.close();
  });

  it('reads decimal commas where it is told', async () => {
    const text = `${header}\n1,a@x.example,"1.234,50",EUR,${when}\n`;
    expect(await read(text, { decimal: ',' })).toEqual([
      expect.objectContaining({ totalCents: 123_450 }),
    ]);
  });

  it('says which lifetime totals the columns say, and hands both or none to the API', async () => {
    const text = `${header},customerOrdersCount,customerTotalSpent\n1,a@x.example,20,USD,${when},3,\n`;
    const orders = await openOrdersText(text);
    const [record] = await allOf(orders.records());
    expect(orders.hasTotals).toBe(true);
    expect(record?.customerTotals).toEqual({ ordersCount: 3 });
    expect(record?.order).not.toHaveProperty('customerTotals');
    await orders.close();
  });

  it('maps columns of other names, also into families', async () => {
    const text = `Bestellung,Mail,total,currency,Datum,Stufe\n1,a@x.example,20,EUR,${when},gold\n`;
    const map = {
      Bestellung: 'orderId',
      Mail: 'email',
      Datum: 'ordered_at',
      Stufe: 'attributes.level',
    };
    expect(await read(text, { map })).toEqual([
      expect.objectContaining({
        orderId: '1',
        customer: { email: 'a@x.example', attributes: { level: 'gold' } },
      }),
    ]);
    await expect(read(text, { map: { ...map, Stufe: 'colour' } })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });
});

describe('generic order documents', () => {
  const order = {
    orderId: 7,
    total: '12.50',
    currency: 'eur',
    orderedAt: '2026-03-02T10:30:00+01:00',
    customer: { email: 'a@x.example', attributes: { vip: true } },
    items: [{ productId: 12, title: 'Mug', quantity: 1, price: 12.5 }],
    customerTotals: { ordersCount: 1, totalSpent: 12.5 },
    properties: { source: 'web' },
  };
  const asSent = {
    orderId: '7',
    totalCents: 1250,
    currency: 'EUR',
    orderedAt: '2026-03-02T09:30:00Z',
    customer: { email: 'a@x.example', attributes: { vip: true } },
    items: [{ productId: '12', title: 'Mug', quantity: 1, priceCents: 1250 }],
    customerTotals: { ordersCount: 1, totalSpentCents: 1250 },
    properties: { source: 'web' },
  };

  it.each([
    ['an array', JSON.stringify([order])],
    ['an envelope', JSON.stringify({ orders: [order] })],
    ['an envelope of one', JSON.stringify({ order })],
    ['lines', `${JSON.stringify(order)}\n`],
    ['a lone object', JSON.stringify(order, null, 2)],
  ])('are read from %s', async (_, text) => {
    expect(await read(text)).toEqual([asSent]);
  });

  it('are faulty by path', async () => {
    const faulty = {
      ...order,
      total: 1.005,
      orderedAt: '2026-02-30T00:00Z',
      customer: { email: 'a' },
      items: [{ productId: 2.5, title: 'Mug', quantity: 1 }],
    };
    expect(await read(JSON.stringify([faulty, 3]))).toEqual([
      [
        'items[0].productId:1 expected an id, got 2.5',
        'total:1 "1.005" has more decimals than EUR has (2)',
        'orderedAt:1 "2026-02-30T00:00Z" is a time that does not exist',
      ],
      ['expected an object'].map((message) => `:1 ${message}`),
    ]);
  });

  it('are checked against the API, and unknown keys are named once', async () => {
    const orders = await openOrdersText(
      JSON.stringify([{ ...order, note: 'x', customer: { email: 'a', age: 3 } }]),
    );
    const [record] = await allOf(orders.records());
    expect(record?.faults.map(sentence)).toEqual([
      'customer.email:1 expected an e-mail address, got "a"',
    ]);
    expect(orders.warnings).toEqual(['Unknown columns ignored: note, age.']);
    await orders.close();
  });
});
