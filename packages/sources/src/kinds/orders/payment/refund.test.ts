import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { order as rest } from '../fixtures/shopify-rest.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import type { OrdersOptions } from '../orders.ts';
import { mapShopifyOrder } from '../../../platforms/shopify/webhook/index.ts';

const unknown = expect.stringContaining('1 order was refunded in part') as unknown;
const above = expect.stringContaining('1 order has a refund above the total') as unknown;

/** The one order of an input, or its faults, and what is to be said of money. */
async function read(input: object | string, options: OrdersOptions = {}) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const orders = await openOrdersText(text, { timezone: 'UTC', ...options });
  const [record] = await allOf(orders.records());
  const warnings = orders.warnings.filter((sentence) => /refund|amount/.test(sentence));
  await orders.close();
  const { order, faults } = record ?? {};
  if (order === undefined) return { faults: faults?.map(({ path, message }) => [path, message]) };
  const { status, totalCents, refundAmountCents: refund, currency } = order;
  return { status, totalCents, refund, currency, warnings };
}

const set = (shop: string, buyer: string) => ({
  shop_money: { amount: shop, currency_code: 'USD' },
  presentment_money: { amount: buyer, currency_code: 'JPY' },
});
const refund = (amount: string, members: object = { currency: 'JPY' }) => ({
  transactions: [{ kind: 'refund', status: 'success', amount, ...members }],
});
const soldInYen = {
  ...rest,
  currency: 'USD',
  presentment_currency: 'JPY',
  financial_status: 'partially_refunded',
  fulfillment_status: 'fulfilled',
  total_price: '100.00',
  total_price_set: set('100.00', '15000'),
};

describe('a refund of Shopify that the buyer got in another currency', () => {
  const usd = { status: 'fulfilled', totalCents: 10000, currency: 'USD' };

  it('is converted by the two totals of the order', async () => {
    expect(await read({ ...soldInYen, refunds: [refund('6000')] })).toEqual({
      ...usd,
      refund: 4000,
      warnings: [],
    });
    const inBoth = [refund('6000'), refund('10.00', { currency: 'USD' })];
    expect(await read({ ...soldInYen, refunds: inBoth })).toMatchObject({ refund: 5000 });
  });

  it('is all of the order where it is all that was paid', async () => {
    const odd = { ...soldInYen, total_price: '99.99', total_price_set: set('99.99', '14777') };
    const parts = ['4925', '4926', '4926'].map((amount) => refund(amount));
    expect(await read({ ...odd, refunds: parts })).toMatchObject({
      status: 'refunded',
      refund: 9999,
    });
  });

  it('is rounded once, half to even, whatever its parts', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 5 }), (shop, parts) => {
        const back = parts.reduce((sum, part) => sum + part, 0);
        const paid = back + 1;
        const total = (shop / 100).toFixed(2);
        const mapping = mapShopifyOrder({
          ...soldInYen,
          total_price: total,
          total_price_set: set(total, String(paid)),
          refunds: parts.map((part) => refund(String(part))),
        });
        const exact = (BigInt(back) * BigInt(shop) * 2n) / BigInt(paid);
        const isHalf =
          (BigInt(back) * BigInt(shop) * 2n) % BigInt(paid) === 0n && exact % 2n === 1n;
        const up = exact % 2n === 1n && !(isHalf && (exact / 2n) % 2n === 0n) ? 1n : 0n;
        const cents = Number(exact / 2n + up);
        const order = mapping.status === 'mapped' ? mapping.order : undefined;
        expect(order?.refundAmountCents ?? 0).toBe(cents);
      }),
    );
  });

  it.each<[string, object]>([
    ['the order names its total in one currency', { total_price_set: undefined }],
    ['it is in a third one', { refunds: [refund('5.00', { currency: 'EUR' })] }],
    ['it may be in either', { refunds: [refund('60.00', {})] }],
    ['its total in yen is nothing', { total_price_set: set('100.00', '0') }],
    ['the list of refunds was left out', { refunds: undefined }],
  ])('is left out with a warning where %s', async (_, members) => {
    const order = { ...soldInYen, refunds: [refund('6000')], ...members };
    expect(await read(order)).toEqual({ ...usd, refund: undefined, warnings: [unknown] });
  });

  it('is the total where the platform says that everything went back', async () => {
    const order = { ...soldInYen, financial_status: 'refunded', refunds: [refund('15000')] };
    expect(await read({ ...order, total_price_set: undefined })).toEqual({
      ...usd,
      status: 'refunded',
      refund: 10000,
      warnings: [],
    });
  });
});

describe('an amount of Shopify’s bulk export', () => {
  const money = (amount: string, currencyCode = 'USD') => ({ shopMoney: { amount, currencyCode } });
  const order = {
    id: 'gid://shopify/Order/1',
    email: 'ann@x.example',
    createdAt: '2026-03-02T09:30:00Z',
    displayFinancialStatus: 'PARTIALLY_REFUNDED',
    totalPriceSet: {
      ...money('100.0'),
      presentmentMoney: { amount: '15000', currencyCode: 'JPY' },
    },
    totalRefundedSet: money('6000', 'JPY'),
    lineItems: { nodes: [{ title: 'Lamp', quantity: 1 }] },
  };

  it('is read in the currency that it names', async () => {
    expect(await read(order)).toMatchObject({ refund: 4000, currency: 'USD', warnings: [] });
    // The order's currency is what its total is in, whatever else is called so.
    expect(await read({ ...order, currencyCode: 'JPY' })).toMatchObject({ currency: 'USD' });
    const { shopMoney: presentmentMoney } = order.totalRefundedSet;
    const buyers = { ...order, totalRefundedSet: { presentmentMoney } };
    expect(await read(buyers)).toMatchObject({ refund: 4000, warnings: [] });
    const other = { ...order, totalRefundedSet: money('5.0', 'EUR') };
    expect(await read(other)).toMatchObject({ refund: undefined, warnings: [unknown] });
  });

  it('is taken from the refunds where the order does not say it', async () => {
    const { totalRefundedSet, ...bare } = order;
    expect(totalRefundedSet).toBeDefined();
    const refunds = [
      { totalRefundedSet: money('10.0') },
      { totalRefundedSet: money('6000', 'JPY') },
    ];
    expect(await read({ ...bare, refunds })).toMatchObject({ refund: 5000 });
    expect(await read({ ...bare, refunds: { nodes: refunds } })).toMatchObject({ refund: 5000 });
    const beside = { id: 'gid://shopify/Refund/2', ...refunds[0], __parentId: order.id };
    const lines = [bare, beside].map((document) => `${JSON.stringify(document)}\n`).join('');
    expect(await read(lines)).toMatchObject({ refund: 1000 });
    expect(await read(bare)).toMatchObject({ refund: undefined, warnings: [unknown] });
  });

  it('is left out where it is in another currency than the order', async () => {
    const line = {
      id: 'gid://shopify/LineItem/3',
      title: 'Lamp',
      quantity: 1,
      originalUnitPriceSet: money('50.0', 'EUR'),
      __parentId: order.id,
    };
    const customer = { numberOfOrders: '2', amountSpent: { amount: '90.0', currencyCode: 'EUR' } };
    const text = `${JSON.stringify({ ...order, customer })}\n${JSON.stringify(line)}\n`;
    const orders = await openOrdersText(text);
    const [record] = await allOf(orders.records());
    expect(record?.order?.items).toEqual([
      { productId: 'lamp', title: 'Lamp', quantity: 1 },
      { productId: 'lamp', title: 'Lamp', quantity: 1 },
    ]);
    expect(record?.customerTotals).toEqual({ ordersCount: 2 });
    expect(orders.warnings).toContainEqual(expect.stringContaining('2 amounts are in another'));
    await orders.close();
  });
});

describe('a refund above the total', () => {
  const woocommerce = {
    id: 7,
    status: 'completed',
    currency: 'EUR',
    total: '20.00',
    date_created: '2026-03-02T09:30:00',
    billing: { email: 'ann@x.example' },
    line_items: [],
    refunds: [{ id: 1, total: '-20.01' }],
  };
  const stickyio = {
    order_id: '7',
    order_status: '8',
    order_total: '20.00',
    amount_refunded_to_date: '3000.00',
    time_stamp: '2026-03-02 09:30:00',
    email_address: 'ann@x.example',
    products: [],
  };
  const csv =
    'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Refunded Amount,Created at,Lineitem name\n' +
    '#1,a@x.example,paid,fulfilled,USD,20.00,2000,2026-03-02 09:30:00 +0000,Mug\n';
  const inCents = { ...rest, refunds: [refund('3000', { currency: 'EUR' })] };

  it.each<[string, object | string, string]>([
    ['Shopify’s API', { ...inCents, fulfillment_status: 'fulfilled' }, 'fulfilled'],
    ['Shopify’s export', csv, 'fulfilled'],
    ['WooCommerce', woocommerce, 'fulfilled'],
    ['sticky.io', stickyio, 'fulfilled'],
  ])('turns no order of %s into a refunded one', async (_, input, status) => {
    expect(await read(input, { currency: 'USD' })).toMatchObject({
      status,
      refund: undefined,
      warnings: [above],
    });
  });

  it('is the total where the platform says that everything went back', async () => {
    const orders = [
      { ...inCents, financial_status: 'refunded' },
      { ...woocommerce, status: 'refunded' },
      { ...stickyio, order_status: '6' },
    ];
    for (const order of orders) {
      const { totalCents, ...others } = await read(order, { currency: 'USD' });
      expect(others).toMatchObject({ status: 'refunded', refund: totalCents, warnings: [above] });
    }
  });

  it('is a fault in a file of one’s own', async () => {
    const order = {
      orderId: '1',
      total: 20,
      currency: 'EUR',
      orderedAt: '2026-03-02T09:30Z',
      customer: { email: 'ann@x.example' },
    };
    const fault = ['refundAmount', 'is above the total of the order'];
    expect(await read({ ...order, refundAmount: 20.01 })).toEqual({ faults: [fault] });
    expect(await read({ ...order, refundAmount: 20 })).toMatchObject({ refund: 2000 });
    const header = 'orderId,email,orderedAt,currency,total,';
    const row = '1,ann@x.example,2026-03-02T09:30Z,EUR,20,';
    expect(await read(`${header}refundAmount\n${row}21\n`)).toEqual({ faults: [fault] });
    expect(await read(`${header}refundAmountCents\n${row}2001\n`)).toEqual({
      faults: [['refundAmountCents', 'is above the total of the order']],
    });
  });
});

describe('an amount of a JSON file of one’s own', () => {
  const order = {
    orderId: '1',
    orderedAt: '2026-03-02T09:30Z',
    customer: { email: 'ann@x.example' },
    total: { amount: '20.00', currency: 'EUR' },
  };

  it('may name its currency, which is then the order’s', async () => {
    const eur = { totalCents: 2000, currency: 'EUR' };
    expect(await read(order, { currency: 'USD' })).toMatchObject(eur);
    expect(await read({ ...order, currency: 'EUR' })).toMatchObject(eur);
    const refundAmount = { value: '5', currencyCode: 'EUR' };
    expect(await read({ ...order, refundAmount })).toMatchObject({ ...eur, refund: 500 });
  });

  it.each<[string, object, string]>([
    ['the order in another', { currency: 'USD' }, 'total'],
    ['a refund in another', { refundAmount: { amount: 5, currency: 'JPY' } }, 'refundAmount'],
    [
      'a price in another',
      {
        items: [{ productId: 'p', title: 'P', quantity: 1, price: { amount: 5, currency: 'USD' } }],
      },
      'items[0].price',
    ],
  ])('is a fault with %s', async (_, members, path) => {
    expect(await read({ ...order, ...members })).toMatchObject({
      faults: [[path, expect.stringMatching(/^is in [A-Z]{3}, and the order in [A-Z]{3}$/)]],
    });
  });
});
