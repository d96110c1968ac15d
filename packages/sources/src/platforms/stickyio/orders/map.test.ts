import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import { order } from './fixtures/sample.ts';
import { mapStickyIoOrder } from '../webhook/index.ts';

const options = { currency: 'USD', timezone: 'America/New_York' };
const map = (members: object) => mapStickyIoOrder({ ...order, ...members }, options);

describe('a sticky.io order', () => {
  it('is read whole', () => {
    expect(map({})).toEqual({
      status: 'mapped',
      order: {
        orderId: '10001',
        status: 'placed',
        totalCents: 3495,
        currency: 'USD',
        orderedAt: '2026-03-02T14:30:00Z',
        customer: { email: 'ann@x.example', externalId: '55', firstName: 'Ann', lastName: 'Dyk' },
        items: [{ productId: '7', title: 'Serum', quantity: 1, sku: 'SER', priceCents: 2995 }],
        properties: { campaignId: '3', billingCycle: 1, ancestorId: '9000', isRecurring: true },
      },
    });
  });

  it.each([
    [{ order_status: '8' }, { status: 'fulfilled' }],
    [{ order_status: '6' }, { status: 'refunded', refundAmountCents: 3495 }],
    [
      { order_status: '6', amount_refunded_to_date: '20.00' },
      { status: 'refunded', refundAmountCents: 2000 },
    ],
    [{ order_status: '6', is_void: '1' }, { status: 'cancelled' }],
    [
      { order_status: '2', amount_refunded_to_date: '5.00' },
      { status: 'placed', refundAmountCents: 500 },
    ],
  ])('with %j is %j', (members, expected) => {
    expect(map(members)).toMatchObject({ order: expected });
  });

  it('on hold, or charged back, keeps its status and says so', () => {
    expect(map({ on_hold: '1', is_chargeback: '1' })).toMatchObject({
      order: { status: 'placed', properties: { isOnHold: true, isChargeback: true } },
    });
    expect(map({ on_hold: '0' })).not.toHaveProperty('order.properties.isOnHold');
  });

  it.each([
    ['7', 'declined'],
    ['10', 'not paid yet'],
    ['11', 'not paid yet'],
  ])('with the status %s is no sale', (order_status, reason) => {
    expect(mapStickyIoOrder({ order_id: '1', order_status })).toEqual({
      status: 'skipped',
      reason,
    });
  });

  it('that waits for its payment is placed where such orders are included, and nobody has paid', async () => {
    const waiting = { ...order, order_status: '11' };
    const orders = await openOrdersText(JSON.stringify([waiting]), {
      ...options,
      includePending: true,
    });
    expect(await allOf(orders.records())).toMatchObject([
      { order: { status: 'placed' }, paid: false },
    ]);
    await orders.close();
    const without = await openOrdersText(JSON.stringify([waiting]), options);
    expect(without.counts.skipped).toEqual([
      { reason: 'not paid yet', orders: 1, option: 'includePending' },
    ]);
    await without.close();
  });

  it('with a test card is none', () => {
    expect(map({ is_test_cc: '1' })).toEqual({ status: 'skipped', reason: 'test' });
  });

  it('is rejected where its state or time is missing', () => {
    expect(map({ order_status: '99', time_stamp: '', acquisition_date: '' })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'order_status' }, { path: 'time_stamp' }],
    });
  });

  it.each([
    ['is not there', undefined, 'is required: this list was limited to some of the fields'],
    ['is a text', 'Serum', 'expected a list of objects'],
    ['has texts in it', ['Serum'], 'expected a list of objects'],
  ])('is rejected where products %s, and never sent as one without', (_, products, message) => {
    expect(map({ products })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'products', message }],
    });
  });

  it('may say that it has no products', () => {
    expect(map({ products: [] })).toMatchObject({ status: 'mapped', order: { items: [] } });
  });

  it('needs a currency', () => {
    expect(() => mapStickyIoOrder(order)).toThrow(/nothing says in which currency/);
  });
});

describe('a postback of sticky.io', () => {
  const postback = {
    order_id: '10003',
    order_status: '2',
    order_date_time: '2026-03-02 09:30:00',
    order_total: '34.95',
    currency_code: 'cad',
    customer_id: '55',
    email: 'ann@x.example',
    first_name: 'Ann',
    last_name: 'Dyk',
    product_id_csv: '7,8',
    product_names_csv: 'Serum,Cream &amp; more',
    product_skus_csv: 'SER,',
    product_prices_csv: '29.95,2.50',
    product_qtys_csv: '1,2',
    parent_order_id: '9001',
    ischargeback: '1',
  };

  it('has its lines in lists that are paired by position, and its currency', () => {
    expect(mapStickyIoOrder(postback, { timezone: 'America/New_York' })).toEqual({
      status: 'mapped',
      order: {
        orderId: '10003',
        status: 'placed',
        totalCents: 3495,
        currency: 'CAD',
        orderedAt: '2026-03-02T14:30:00Z',
        customer: { email: 'ann@x.example', externalId: '55', firstName: 'Ann', lastName: 'Dyk' },
        items: [
          { productId: '7', title: 'Serum', quantity: 1, sku: 'SER', priceCents: 2995 },
          { productId: '8', title: 'Cream & more', quantity: 2, priceCents: 250 },
        ],
        properties: { parentId: '9001', isChargeback: true },
      },
    });
  });

  it('is rejected where a comma in a name has shifted the lists, or its time is missing', () => {
    const faulty = {
      ...postback,
      product_names_csv: 'Serum, strong,Cream',
      order_date_time: '',
    };
    expect(mapStickyIoOrder(faulty, options)).toMatchObject({
      status: 'rejected',
      faults: [
        {
          path: 'product_names_csv',
          message: 'has 3 entries, and product_id_csv 2: a comma inside an entry shifts the others',
        },
        { path: 'order_date_time', message: 'is required' },
      ],
    });
  });

  it('is rejected where an entry cannot be read', () => {
    expect(mapStickyIoOrder({ ...postback, product_qtys_csv: '1,x' }, options)).toMatchObject({
      faults: [{ path: 'product_qtys_csv', message: 'expected a whole number, got "x"' }],
    });
  });

  it('of a test card or a declined one is none', () => {
    expect(mapStickyIoOrder({ ...postback, is_test_cc: '1' }, options)).toMatchObject({
      reason: 'test',
    });
    expect(mapStickyIoOrder({ ...postback, order_status: '7' }, options)).toMatchObject({
      reason: 'declined',
    });
  });
});

describe('an answer of sticky.io', () => {
  it('holds orders by their ids, with their lines', async () => {
    const data = { '10001': order, '10002': { ...order, order_id: '10002' } };
    const text = JSON.stringify({ response_code: '100', total_orders: '2', data }, null, 1);
    const orders = await openOrdersText(text, options);
    const records = await allOf(orders.records());
    expect(orders.source.name).toBe('stickyio');
    const lines = text.split('\n');
    const expected = ['"10001": {', '"10002": {'].map(
      (key) => lines.findIndex((line) => line.includes(key)) + 1,
    );
    expect(records.map(({ line }) => line)).toEqual(expected);
    await orders.close();
  });

  it('holds a single order bare', async () => {
    const orders = await openOrdersText(JSON.stringify(order, null, 1), options);
    expect(orders.counts.records).toBe(1);
    await orders.close();
  });
});
