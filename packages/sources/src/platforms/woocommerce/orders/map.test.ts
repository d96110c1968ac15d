import { describe, expect, it } from 'vitest';
import { order } from './fixtures/sample.ts';
import { mapWooCommerceOrder } from '../webhook/index.ts';

describe('a WooCommerce order', () => {
  it('is read whole: UTC without its Z, entities decoded, prices by piece', () => {
    expect(mapWooCommerceOrder(order)).toEqual({
      status: 'mapped',
      order: {
        orderId: '901',
        orderNumber: '901',
        status: 'placed',
        totalCents: 3490,
        currency: 'EUR',
        orderedAt: '2026-03-02T09:30:00Z',
        customer: {
          email: 'ann@x.example',
          externalId: '26',
          firstName: 'Ann',
          lastName: 'van Dyk',
        },
        items: [
          {
            productId: '22',
            title: 'Café – Colour: Black',
            quantity: 3,
            variantId: '23',
            sku: 'C-B',
            priceCents: 667,
          },
          { productId: '12', title: 'Mug', quantity: 1, priceCents: 1000 },
        ],
        properties: {
          discountCode: 'ten',
          discountCents: 200,
          shippingCents: 490,
          taxCents: 557,
          source: 'checkout',
          paymentMethod: 'bacs',
        },
      },
    });
  });

  it.each([
    ['completed', 'fulfilled'],
    ['processing', 'placed'],
    ['on-hold', 'placed'],
    ['wc-cancelled', 'cancelled'],
  ])('with the status %s is %s', (status, expected) => {
    expect(mapWooCommerceOrder({ ...order, status })).toMatchObject({
      order: { status: expected },
    });
  });

  it.each(['failed', 'trash', 'checkout-draft'])('with the status %s is none', (status) => {
    expect(mapWooCommerceOrder({ ...order, status })).toEqual({
      status: 'skipped',
      reason: status,
    });
  });

  it('that is not paid counts where that is wanted', () => {
    const pending = { ...order, status: 'pending' };
    expect(mapWooCommerceOrder(pending)).toEqual({ status: 'skipped', reason: 'not paid yet' });
    expect(mapWooCommerceOrder(pending, { includePending: true })).toMatchObject({
      order: { status: 'placed' },
    });
  });

  it('keeps its status when a part went back', () => {
    const refunds = [{ total: '-10.00' }, { total: '-9.00' }];
    expect(mapWooCommerceOrder({ ...order, status: 'completed', refunds })).toMatchObject({
      order: { status: 'fulfilled', refundAmountCents: 1900 },
    });
    expect(
      mapWooCommerceOrder({ ...order, status: 'completed', refunds: [{ total: '-34.90' }] }),
    ).toMatchObject({ order: { status: 'refunded', refundAmountCents: 3490 } });
    const foreign = [{ total: '-20', currency: 'JPY' }];
    const mapping = mapWooCommerceOrder({ ...order, status: 'completed', refunds: foreign });
    expect(mapping).toMatchObject({ order: { status: 'fulfilled' } });
    expect(mapping).not.toHaveProperty('order.refundAmountCents');
    expect(mapWooCommerceOrder({ ...order, status: 'refunded' })).toMatchObject({
      order: { status: 'refunded', refundAmountCents: 3490 },
    });
  });

  it('of a guest has no customer id, and one without e-mail is none', () => {
    const guest = mapWooCommerceOrder({ ...order, customer_id: 0 });
    expect(guest).not.toHaveProperty('order.customer.externalId');
    expect(mapWooCommerceOrder({ ...order, billing: { email: '' } })).toEqual({
      status: 'skipped',
      reason: 'no e-mail',
    });
  });

  it('without the time in UTC needs the zone of the site', () => {
    const local = { ...order, date_created_gmt: null };
    expect(mapWooCommerceOrder(local)).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'date_created' }],
    });
    expect(mapWooCommerceOrder(local, { timezone: 'Europe/Berlin' })).toMatchObject({
      order: { orderedAt: '2026-03-02T09:30:00Z' },
    });
  });

  it.each([
    ['is not there', undefined, 'is required: this list was limited to some of the fields'],
    ['is a text', 'Serum', 'expected a list of objects'],
  ])('is rejected where line_items %s, and never sent as one without', (_, line_items, message) => {
    expect(mapWooCommerceOrder({ ...order, line_items })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'line_items', message }],
    });
  });

  it('is rejected by path', () => {
    const faulty = { ...order, status: 'shipped', total: '1.234.5', line_items: [{ quantity: 1 }] };
    expect(mapWooCommerceOrder(faulty)).toEqual({
      status: 'rejected',
      faults: [
        { path: 'total', message: '"1.234.5" is not an amount such as 19.99' },
        { path: 'status', message: expect.stringContaining('got "shipped"') as string },
      ],
    });
    expect(mapWooCommerceOrder(3)).toMatchObject({ status: 'rejected' });
  });
});
