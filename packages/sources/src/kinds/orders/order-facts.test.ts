import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../open/open-text.ts';
import { allOf } from '../../conformance/suite.ts';
import { order as rest } from './fixtures/shopify-rest.ts';
import { mapShopifyOrder } from '../../platforms/shopify/webhook/index.ts';
import { mapStickyIoOrder } from '../../platforms/stickyio/webhook/index.ts';
import { mapWooCommerceOrder } from '../../platforms/woocommerce/webhook/index.ts';

const woocommerce = {
  id: 7,
  status: 'processing',
  currency: 'EUR',
  total: '20.00',
  date_created_gmt: '2026-03-02T09:30:00',
  billing: { email: 'ann@x.example' },
  line_items: [],
};
const stickyio = {
  order_id: '7',
  order_status: '2',
  order_total: '20.00',
  time_stamp: '2026-03-02 09:30:00',
  email_address: 'ann@x.example',
  products: [],
};

describe('what a platform says of the payment', () => {
  it.each<[string, object, object]>([
    ['paid', {}, { order: { status: 'placed' } }],
    ['voided', { financial_status: 'voided' }, { order: { status: 'cancelled' }, paid: false }],
    ['expired', { financial_status: 'expired' }, { order: { status: 'cancelled' }, paid: false }],
    ['pending', { financial_status: 'pending' }, { order: { status: 'placed' }, paid: false }],
    ['authorized', { financial_status: 'authorized' }, { paid: false }],
    [
      'pending and cancelled',
      { financial_status: 'pending', cancelled_at: '2026-03-03T10:00:00Z' },
      { order: { status: 'cancelled' }, paid: false },
    ],
    [
      'paid and cancelled',
      { cancelled_at: '2026-03-03T10:00:00Z' },
      { order: { status: 'cancelled' } },
    ],
    [
      'refunded and cancelled',
      { financial_status: 'refunded', cancelled_at: '2026-03-03T10:00:00Z' },
      { order: { status: 'refunded' }, cancelled: true },
    ],
    [
      'pending and delivered, as cash on delivery stays',
      { financial_status: 'pending', fulfillment_status: 'fulfilled' },
      { order: { status: 'fulfilled' } },
    ],
  ])('is read of a Shopify order that is %s', (_, members, expected) => {
    const mapping = mapShopifyOrder({ ...rest, ...members }, { includePending: true });
    expect(mapping).toMatchObject(expected);
    expect('paid' in mapping).toBe('paid' in expected);
  });

  it.each<[string, object, boolean]>([
    ['processing', {}, false],
    ['pending', { status: 'pending' }, true],
    ['on hold, its money on the way', { status: 'on-hold', date_paid: null }, false],
    ['cancelled before it was paid', { status: 'cancelled', date_paid_gmt: null }, true],
    [
      'cancelled after it was paid',
      { status: 'cancelled', date_paid_gmt: '2026-03-02T09:31:00' },
      false,
    ],
    ['cancelled, and no more is said', { status: 'cancelled' }, false],
  ])('is read of a WooCommerce order that is %s', (_, members, isUnpaid) => {
    const mapping = mapWooCommerceOrder({ ...woocommerce, ...members }, { includePending: true });
    expect(mapping).toMatchObject({ status: 'mapped', ...(isUnpaid && { paid: false }) });
    expect('paid' in mapping).toBe(isUnpaid);
  });

  it('is read of a sticky.io order that was voided', () => {
    const options = { timezone: 'UTC', currency: 'USD' };
    const voided = { ...stickyio, order_status: '6', is_void: '1' };
    expect(mapStickyIoOrder(voided, options)).toMatchObject({ paid: false });
    expect(mapStickyIoOrder(stickyio, options)).not.toHaveProperty('paid');
  });

  it('is on the records of a file, with the rule by which the platform adds up', async () => {
    const text =
      'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem name\n' +
      '#1,a@x.example,voided,,EUR,5,2026-03-02 09:30:00 +0000,Mug\n' +
      '#2,a@x.example,voided,2026-03-02 09:31:00 +0000,EUR,5,2026-03-02 09:30:00 +0000,Mug\n';
    const orders = await openOrdersText(text);
    const records = await allOf(orders.records());
    expect(records.map(({ paid }) => paid)).toEqual([false, undefined]);
    expect((await orders.read(0)).paid).toBe(false);
    expect(orders.totalsRule).toBe('shopify');
    await orders.close();
  });
});
