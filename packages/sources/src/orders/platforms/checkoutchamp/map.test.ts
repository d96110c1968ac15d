import { describe, expect, it } from 'vitest';
import { allOf } from '../../../open-text.ts';
import { openOrdersText } from '../../open-text.ts';
import { order } from './fixtures/sample.ts';
import { mapCheckoutChampOrder } from './map.ts';

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
    ['CANCELLED', '', 'cancelled'],
  ])('that is %s %s is %s', (orderStatus, fulfillmentStatus, status) => {
    expect(map({ orderStatus, fulfillmentStatus })).toMatchObject({ order: { status } });
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
    expect(
      mapCheckoutChampOrder({ ...order, test: '1' }, { ...options, includeTests: true }),
    ).toMatchObject({ status: 'mapped' });
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
