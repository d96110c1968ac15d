import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText, orderRecordsOf } from '../../../open/open-text.ts';
import { mapShopifyOrder } from '../webhook/index.ts';

/** In the shape of the REST API, invented. */
const rest = {
  id: 5001,
  name: '#1001',
  email: 'ann@x.example',
  created_at: '2026-03-02T10:30:00+01:00',
  cancelled_at: null,
  currency: 'EUR',
  financial_status: 'paid',
  fulfillment_status: null,
  total_price: '30.00',
  total_tax: '4.79',
  total_discounts: '3.00',
  discount_codes: [{ code: 'TEN', amount: '3.00' }],
  source_name: 'web',
  tags: 'vip, new',
  test: false,
  customer: { id: 77, first_name: 'Ann', last_name: 'Dyk', orders_count: 3, total_spent: '90.00' },
  line_items: [
    {
      product_id: 1,
      variant_id: 2,
      title: 'Lamp',
      variant_title: 'Red',
      sku: 'L-R',
      quantity: 1,
      price: '20.00',
    },
    {
      product_id: null,
      variant_id: null,
      title: 'Engraving',
      variant_title: null,
      quantity: 2,
      price: '5.00',
    },
    { product_id: 3, title: 'Removed', quantity: 0, price: '5.00' },
  ],
  refunds: [],
};

describe('an order of the REST API', () => {
  it('is read whole, with the totals of its customer', () => {
    expect(mapShopifyOrder({ order: rest })).toEqual({
      status: 'mapped',
      order: {
        orderId: '5001',
        orderNumber: '1001',
        status: 'placed',
        totalCents: 3000,
        currency: 'EUR',
        orderedAt: '2026-03-02T09:30:00Z',
        customer: { email: 'ann@x.example', externalId: '77', firstName: 'Ann', lastName: 'Dyk' },
        items: [
          {
            productId: '1',
            title: 'Lamp',
            variantId: '2',
            variantTitle: 'Red',
            quantity: 1,
            sku: 'L-R',
            priceCents: 2000,
          },
          { productId: 'engraving', title: 'Engraving', quantity: 2, priceCents: 500 },
        ],
        customerTotals: { ordersCount: 3, totalSpentCents: 9000 },
        properties: {
          discountCode: 'TEN',
          discountCents: 300,
          taxCents: 479,
          source: 'web',
          tags: ['vip', 'new'],
        },
      },
      customerTotals: { ordersCount: 3, totalSpentCents: 9000 },
    });
  });

  it('sums up what went back, as far as it did', () => {
    const transactions = [
      { kind: 'refund', status: 'success', amount: '10.00' },
      { kind: 'refund', status: 'failure', amount: '20.00' },
      { kind: 'sale', status: 'success', amount: '30.00' },
    ];
    const refunds = [{ transactions }, { transactions: transactions.slice(0, 1) }];
    expect(
      mapShopifyOrder({ ...rest, financial_status: 'partially_refunded', refunds }),
    ).toMatchObject({
      order: { status: 'placed', refundAmountCents: 2000 },
    });
  });

  it('takes the amount of a refund in the currency of the shop, where a set has both', () => {
    const shop_money = { amount: '10.00', currency_code: 'EUR' };
    const presentment_money = { amount: '1600', currency_code: 'JPY' };
    const amount_set = { shop_money, presentment_money };
    const refund = {
      kind: 'refund',
      status: 'success',
      amount: '1600',
      currency: 'JPY',
      amount_set,
    };
    expect(mapShopifyOrder({ ...rest, refunds: [{ transactions: [refund] }] })).toMatchObject({
      order: { refundAmountCents: 1000 },
    });
  });

  it.each([
    [{ test: true }, 'test'],
    [{ financial_status: 'authorized' }, 'not paid yet'],
    [{ email: '', customer: null }, 'no e-mail'],
  ])('with %j is left out', (members, reason) => {
    expect(mapShopifyOrder({ ...rest, ...members })).toEqual({ status: 'skipped', reason });
  });

  it('without lines was limited to some of its fields, and is rejected', () => {
    expect(mapShopifyOrder({ ...rest, line_items: undefined })).toMatchObject({
      faults: [{ path: 'line_items' }],
    });
  });

  it('is read from a list', async () => {
    const records = await orderRecordsOf(JSON.stringify({ orders: [rest, { ...rest, id: 5002 }] }));
    expect(records.map(({ key }) => key)).toEqual(['5001', '5002']);
  });
});

describe('a bulk export', () => {
  const gid = (kind: string, id: number): string => `gid://shopify/${kind}/${String(id)}`;
  const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
  const parent = (id: number) => ({
    id: gid('Order', id),
    name: `#${String(id)}`,
    email: 'ann@x.example',
    createdAt: '2026-03-02T09:30:00Z',
    cancelledAt: null,
    displayFinancialStatus: 'PARTIALLY_REFUNDED',
    displayFulfillmentStatus: 'FULFILLED',
    totalPriceSet: { ...money('30.0'), presentmentMoney: { amount: '33.0', currencyCode: 'USD' } },
    totalRefundedSet: money('5.0'),
    customer: {
      id: gid('Customer', 77),
      firstName: 'Ann',
      numberOfOrders: '3',
      amountSpent: { amount: '90.0' },
    },
    tags: ['vip'],
  });
  const line = (id: number, order: number, members: object = {}) => ({
    id: gid('LineItem', id),
    title: 'Lamp',
    variantTitle: 'Red',
    quantity: 2,
    currentQuantity: 1,
    originalUnitPriceSet: money('15.0'),
    product: { id: gid('Product', 1) },
    variant: { id: gid('ProductVariant', 2) },
    ...members,
    __parentId: gid('Order', order),
  });
  const text = (documents: readonly object[]): string =>
    documents.map((document) => `${JSON.stringify(document)}\n`).join('');

  it('is put together by parent, two levels deep, its ids as REST has them', async () => {
    const orders = await openOrdersText(
      text([
        parent(1),
        parent(2),
        line(11, 1),
        line(21, 2, { product: null, variant: null, sku: 'X' }),
        { allocatedAmountSet: money('1.0'), __parentId: gid('LineItem', 11) },
        { id: gid('Refund', 5), __parentId: gid('Order', 1) },
        { id: gid('RefundLineItem', 6), quantity: 1, __parentId: gid('Refund', 5) },
        line(12, 1),
      ]),
    );
    const records = await allOf(orders.records());
    expect(orders.counts).toMatchObject({ rows: 8, orders: 2, items: 3, records: 2, skipped: [] });
    const one = records.find(({ key }) => key === '1');
    const item = {
      productId: '1',
      title: 'Lamp',
      variantId: '2',
      variantTitle: 'Red',
      quantity: 2,
      priceCents: 1500,
    };
    expect(one?.order).toEqual({
      orderId: '1',
      orderNumber: '1',
      status: 'fulfilled',
      refundAmountCents: 500,
      totalCents: 3000,
      currency: 'EUR',
      orderedAt: '2026-03-02T09:30:00Z',
      customer: { email: 'ann@x.example', externalId: '77', firstName: 'Ann' },
      items: [item, item],
      customerTotals: { ordersCount: 3, totalSpentCents: 9000 },
      properties: { tags: ['vip'] },
    });
    const two = records.find(({ key }) => key === '2');
    expect(two?.order?.items).toEqual([
      {
        productId: 'lamp',
        title: 'Lamp',
        variantTitle: 'Red',
        quantity: 2,
        sku: 'X',
        priceCents: 1500,
      },
    ]);
    expect(orders.warnings).toEqual([expect.stringContaining('1 order line names a product')]);
    await orders.close();
  });

  it('is refused as soon as a line cannot be read, which can be a part of any order', async () => {
    const whole = text([parent(1), line(11, 1), line(12, 1)]);
    const damaged = whole.replace('"quantity":2', '"quantity":,');
    await expect(openOrdersText(damaged)).rejects.toMatchObject({
      code: 'damaged',
      line: 2,
      message: expect.stringContaining('may be a part of any other record') as string,
    });
  });

  it('names a line whose order is not in it', async () => {
    const records = await orderRecordsOf(text([parent(1), line(11, 1), line(21, 2)]));
    expect(records.map(({ faults }) => faults.map(({ path, line }) => [path, line]))).toEqual([
      [['__parentId', 3]],
      [],
    ]);
  });
});
