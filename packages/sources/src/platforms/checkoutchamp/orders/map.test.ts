import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import { order, webhook } from './fixtures/sample.ts';
import { mapCheckoutChampOrder } from '../webhook/index.ts';

const item = { productId: '11', name: 'Serum', qty: '1', price: '49.95' };
const options = { timezone: 'America/New_York' };
const map = (members: object, given = options) =>
  mapCheckoutChampOrder({ ...order, ...members }, given);

describe('a CheckoutChamp order', () => {
  const whole = {
    orderId: 'A1B2C3',
    status: 'placed',
    totalCents: 4995,
    currency: 'USD',
    orderedAt: '2026-03-02T14:30:00Z',
    customer: { email: 'ann@x.example', externalId: '77', firstName: 'Ann', lastName: 'Dyk' },
    items: [
      { productId: '11', title: 'Serum', quantity: 2, sku: 'S-1', priceCents: 1995 },
      { productId: '12', title: 'Shipping cover', quantity: 1, priceCents: 1005 },
    ],
    properties: {
      orderType: 'NEW_SALE',
      campaignId: '5',
      campaignName: 'Spring',
      affiliateId: 'F9',
    },
  };

  it('is read whole, its items by id or as a list', () => {
    expect(map({})).toEqual({ status: 'mapped', order: whole });
    expect(map({ items: Object.values(order.items) })).toEqual({ status: 'mapped', order: whole });
  });

  it.each([
    ['COMPLETE', 'SHIPPED', 'fulfilled'],
    ['COMPLETE', 'DELIVERED', 'fulfilled'],
    ['COMPLETE', 'HOLD', 'placed'],
    ['COMPLETE', 'Shipped', 'fulfilled'],
    ['CANCELLED', '', 'cancelled'],
  ])('that is %s %s is %s', (orderStatus, fulfillmentStatus, status) => {
    expect(map({ orderStatus, fulfillmentStatus })).toMatchObject({ order: { status } });
  });

  it.each([
    [['SHIPPED'], 'fulfilled'],
    [['SHIPPED', 'DELIVERED', 'CANCELLED'], 'fulfilled'],
    [['SHIPPED', 'HOLD'], 'placed'],
    [['CANCELLED'], 'placed'],
    [[], 'placed'],
  ])('whose fulfillments are %j is %s', (states, status) => {
    const fulfillments = states.map((one) => ({ fulfillmentId: 1, status: one }));
    expect(map({ fulfillments })).toMatchObject({ order: { status } });
  });

  it('that waits for a capture is not a sale yet', () => {
    expect(map({ orderStatus: 'PENDING', declineReason: 'Requires Capture' })).toEqual({
      status: 'skipped',
      reason: 'not paid yet',
    });
    expect(
      mapCheckoutChampOrder(
        { ...order, orderStatus: 'PENDING' },
        { ...options, includePending: true },
      ),
    ).toMatchObject({ order: { status: 'placed' }, paid: false });
    const delivered = { orderStatus: 'PENDING', fulfillmentStatus: 'SHIPPED' };
    expect(map(delivered)).toMatchObject({ order: { status: 'fulfilled' } });
  });

  it.each([
    { fulfillmentStatus: 'CANCELLED', recurringStatus: 'CANCELLED' },
    { fulfillments: [{ status: 'Canceled' }], items: [{ ...item, purchaseStatus: 'CANCELLED' }] },
  ])('that was cancelled in the CRM cancels one that was sent: %j', (members) => {
    expect(map({ orderStatus: 'DECLINED', ...members })).toMatchObject({
      status: 'skipped',
      reason: 'cancelled, never sent',
      orderIfKnown: { orderId: 'A1B2C3', status: 'cancelled', totalCents: 4995 },
      cancelled: true,
    });
  });

  it.each([
    {},
    { fulfillmentStatus: 'CANCELLED' },
    { recurringStatus: 'CANCELLED' },
    { fulfillmentStatus: 'CANCELLED', recurringStatus: 'ACTIVE' },
    {
      fulfillments: [{ status: 'CANCELLED' }, { status: 'SHIPPED' }],
      recurringStatus: 'CANCELLED',
    },
  ])('that was declined cancels nothing: %j', (members) => {
    expect(map({ orderStatus: 'DECLINED', ...members })).toEqual({
      status: 'skipped',
      reason: 'declined',
    });
  });

  it('that was refunded was refunded in full', () => {
    expect(map({ orderStatus: 'REFUNDED' })).toMatchObject({
      order: { status: 'refunded', refundAmountCents: 4995 },
    });
  });

  it.each(['PARTIAL', 'DECLINED'])(
    'that is %s is no sale, whatever else is missing',
    (orderStatus) => {
      expect(mapCheckoutChampOrder({ orderId: '1', orderStatus })).toEqual({
        status: 'skipped',
        reason: orderStatus.toLowerCase(),
      });
    },
  );

  it('that is a test is none', () => {
    expect(map({ test: 1 })).toEqual({ status: 'skipped', reason: 'test' });
    expect(map({ cardType: 'TESTCARD' })).toEqual({ status: 'skipped', reason: 'test' });
    expect(map({ cardType: '', cardLast4: '0000' })).toMatchObject({ reason: 'test' });
    expect(map({ cardType: 'VISA', cardLast4: '0000' })).toMatchObject({ status: 'mapped' });
    expect(
      mapCheckoutChampOrder({ ...order, test: '1' }, { ...options, includeTests: true }),
    ).toMatchObject({ status: 'mapped' });
  });

  it.each([
    [{ totalAmount: '26.00', totalPrice: '31.00' }, 3095],
    [{ totalAmount: undefined, totalPrice: '31.00', totalShipping: '4.95' }, 3100],
    [{ totalAmount: undefined, orderTotal: '26.00', totalShipping: '4.95' }, 3095],
    [{ baseShipping: '' }, 4995],
  ])('has the shipping added to what lacks it, where that is said: %j', (members, totalCents) => {
    const withShipping = { ...options, totalIs: 'totalAmount+shipping' } as const;
    const shipping = 'totalShipping' in members ? {} : { baseShipping: '4.95' };
    expect(
      mapCheckoutChampOrder({ ...order, ...shipping, ...members }, withShipping),
    ).toMatchObject({ order: { totalCents } });
    expect(() => mapCheckoutChampOrder(order, { ...options, totalIs: 'half' as never })).toThrow(
      '"half" is not a sum',
    );
  });

  it('is rejected where its symbol is of another currency than the given one', () => {
    const inEuros = { ...options, currency: 'EUR' };
    const without = { ...order, currencyCode: undefined };
    const rejected = { status: 'rejected', faults: [{ path: 'currencySymbol' }] };
    for (const currencySymbol of ['$', 'CA$', '&pound;']) {
      expect(mapCheckoutChampOrder({ ...without, currencySymbol }, inEuros)).toMatchObject(
        rejected,
      );
    }
    for (const currencySymbol of ['€', '', 'points']) {
      const mapped = mapCheckoutChampOrder({ ...without, currencySymbol }, inEuros);
      expect(mapped).toMatchObject({ status: 'mapped', order: { currency: 'EUR' } });
    }
    const named = { ...order, currencySymbol: '€' };
    expect(mapCheckoutChampOrder(named, options)).toMatchObject({ status: 'mapped' });
  });

  it('takes no symbol for a currency, and guesses none', () => {
    expect(map({ currencyCode: '$' })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'currencyCode' }],
    });
    expect(() => map({ currencyCode: undefined })).toThrow(/nothing says in which currency/);
  });

  it.each([
    ['is not there', undefined, 'is required: this list was limited to some of the fields'],
    ['is a text', 'Serum', 'expected a list of objects'],
    ['has texts in it', ['Serum'], 'expected a list of objects'],
  ])('is rejected where items %s, and never sent as one without', (_, items, message) => {
    expect(map({ items })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'items', message }],
    });
  });

  it('may say that it has no items', () => {
    expect(map({ items: [] })).toMatchObject({ status: 'mapped', order: { items: [] } });
  });

  it('is rejected where its state, amount or time cannot be right', () => {
    expect(
      map({ orderStatus: 'LOST', totalAmount: '-49.95', dateCreated: 'yesterday' }),
    ).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'orderStatus' }, { path: 'totalAmount' }, { path: 'dateCreated' }],
    });
    expect(mapCheckoutChampOrder(order)).toMatchObject({ faults: [{ path: 'dateCreated' }] });
  });
});

describe('a CheckoutChamp webhook', () => {
  const mapWebhook = (members: object = {}) =>
    mapCheckoutChampOrder({ ...webhook, ...members }, options);

  it('has the id, the lines and the time of the same order in the query', () => {
    const query = map({ clientOrderId: 'A1B2C3', actualOrderId: 4711, orderType: undefined });
    const mapped = mapWebhook();
    expect(mapped).toMatchObject({ status: 'mapped', formerId: '4711' });
    expect(query).toMatchObject({ status: 'mapped', formerId: '4711' });
    if (query.status !== 'mapped' || mapped.status !== 'mapped') return;
    const { properties, ...order } = query.order;
    expect(properties).toMatchObject({ campaignId: '5' });
    expect(mapped.order).toEqual(order);
  });

  it.each([
    [{ totalPrice: '60.00' }, 6000],
    [{ totalPrice: '' }, 4995],
    [{ totalAmount: '1.00', totalPrice: '60.00' }, 100],
  ])('has its total in %j', (members, totalCents) => {
    expect(mapWebhook(members)).toMatchObject({ order: { totalCents } });
  });

  it.each([
    [{ dateCreated: '2026-03-02 10:00:00' }, '2026-03-02T15:00:00Z'],
    [{ dateCreated: '03/02/2026' }, '2026-03-02T14:30:00Z'],
  ])('has its time in %j', (members, orderedAt) => {
    const given = { ...options, dateFormat: 'MDY' } as const;
    expect(mapCheckoutChampOrder({ ...webhook, ...members }, given)).toMatchObject({
      order: { orderedAt },
    });
  });

  it.each([
    [{ dateCreated: '' }, 'dateCreated'],
    [{ product2_qty: 'x' }, 'product2.qty'],
    [{ orderTotal: '' }, 'totalCents'],
    [{ clientOrderId: '', orderId: '' }, 'orderId'],
  ])('is rejected with %j', (members, path) => {
    expect(mapWebhook(members)).toMatchObject({ status: 'rejected', faults: [{ path }] });
  });

  it('with the name and the quantity of a product alone has a line with an id made of the name', async () => {
    const { product1_name, ...bare } = Object.fromEntries(
      Object.entries(webhook).filter(
        ([key]) => !/^product\d_(sku|crmId|externalId|campaignProductId)/.test(key),
      ),
    );
    const text = JSON.stringify({ ...bare, product1_name });
    const orders = await openOrdersText(text, options);
    const [record] = await allOf(orders.records());
    expect(record?.order?.items?.[0]).toMatchObject({ productId: 'serum', title: 'Serum' });
    expect(orders.warnings).toContain(
      '2 order lines have neither a product id nor a SKU; the productId was made from the title.',
    );
    await orders.close();
  });

  it('without any product is rejected, and never sent as an order without lines', () => {
    const bare = Object.entries(webhook).filter(([key]) => !key.startsWith('product'));
    expect(mapCheckoutChampOrder(Object.fromEntries(bare), options)).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'items' }],
    });
  });

  it.each([
    ['alone', JSON.stringify(webhook, null, 1)],
    [
      'one a line',
      `${JSON.stringify(webhook)}\n${JSON.stringify({ ...webhook, clientOrderId: 'B2' })}\n`,
    ],
    ['in a list', JSON.stringify([webhook])],
    ['cut to what an order needs', JSON.stringify({ ...pickedFrom(webhook), product1_sku: 'S' })],
  ])('in a file is one of CheckoutChamp: %s', async (_, text) => {
    const orders = await openOrdersText(text, options);
    expect(orders.source.name).toBe('checkoutchamp');
    const [record] = await allOf(orders.records());
    expect(record).toMatchObject({ key: 'A1B2C3', formerId: '4711', faults: [] });
    await orders.close();
  });
});

function pickedFrom(fields: typeof webhook): object {
  const { orderId, clientOrderId, orderStatus, orderTotal, currencyCode } = fields;
  const { dateCreated, timeCreated, emailAddress, product1_name } = fields;
  return {
    orderId,
    clientOrderId,
    orderStatus,
    orderTotal,
    currencyCode,
    dateCreated,
    timeCreated,
    emailAddress,
    product1_name,
  };
}

describe('an answer of the order query', () => {
  const answer = (data: unknown) =>
    JSON.stringify({ result: 'SUCCESS', message: { totalResults: 2, data, page: 1 } }, null, 1);

  it.each([
    ['a list', [order, { ...order, orderId: '2', orderStatus: 'DECLINED' }]],
    ['an object by id', { a: order, b: { ...order, orderId: '2', orderStatus: 'DECLINED' } }],
  ])('holds orders as %s', async (_, data) => {
    const orders = await openOrdersText(answer(data), options);
    expect(orders.source.name).toBe('checkoutchamp');
    expect(orders.counts).toMatchObject({
      rows: 2,
      orders: 2,
      records: 1,
      skipped: [{ reason: 'declined', orders: 1 }],
    });
    const [record] = await allOf(orders.records());
    const original = record && (await orders.original(record));
    expect(JSON.parse(original?.kind === 'document' ? original.text : '')).toEqual(order);
    await orders.close();
  });

  it('may say that there are none', async () => {
    const none = { result: 'ERROR', message: 'No orders matching those parameters could be found' };
    const orders = await openOrdersText(JSON.stringify(none), options);
    expect(orders.counts).toMatchObject({ rows: 0, orders: 0 });
    await orders.close();
    await expect(
      openOrdersText(JSON.stringify({ ...none, message: 'Invalid login' }), options),
    ).rejects.toMatchObject({ code: 'unusable' });
  });
});
