import { describe, expect, it } from 'vitest';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { sales } from './fixtures/sample.ts';

describe('a Gumroad sale', () => {
  it('is read whole, in US dollars and at its time in UTC', async () => {
    const read = await readOrderRows(sales, [{}], { timezone: 'Asia/Tokyo', currency: 'EUR' });
    expect(read.source).toBe('gumroad');
    expect(read.made).toEqual([
      {
        orderId: 'kL3==',
        orderNumber: '512345678',
        status: 'placed',
        totalCents: 2550,
        currency: 'USD',
        orderedAt: '2026-01-15T10:22:33Z',
        customer: { email: 'ida@x.example', firstName: 'Ida', lastName: 'Holm' },
        items: [
          {
            productId: 'guide',
            title: 'Field Guide, 2nd edition',
            variantTitle: '(PDF)',
            quantity: 2,
            priceCents: 1200,
          },
        ],
        properties: { taxCents: 150, shippingCents: 0, paymentMethod: 'Card' },
      },
    ]);
  });

  it('knows what went back', async () => {
    const { made } = await readOrderRows(sales, [
      { 'Purchase ID': '1', 'Refunded?': '1', 'Partial Refund ($)': '5.5' },
      { 'Purchase ID': '2', 'Refunded?': '1', 'Fully Refunded?': '1' },
      { 'Purchase ID': '3', 'Fully Refunded?': 'true' },
      { 'Purchase ID': '4', 'Disputed?': '1' },
    ]);
    expect(made).toMatchObject([
      { status: 'placed', refundAmountCents: 550 },
      { status: 'refunded', refundAmountCents: 2550 },
      { status: 'refunded' },
      { status: 'placed' },
    ]);
  });

  it('that is not paid yet and the row of sums are left out', async () => {
    const none = Object.fromEntries(sales.header.map((name) => [name, '']));
    const { made, skipped } = await readOrderRows(sales, [
      { 'Purchase ID': '1', 'Free trial purchase?': '1' },
      { 'Purchase ID': '2', 'Pre-order authorization?': '1' },
      { ...none, 'Purchase ID': 'Totals', 'Sale Price ($)': '51.0' },
    ]);
    expect(made).toEqual([]);
    expect(skipped).toEqual([
      { reason: 'not paid yet', orders: 2, option: 'includePending' },
      { reason: 'totals', orders: 1 },
    ]);
  });

  it('has a day and a time apart in old files', async () => {
    const { made } = await readOrderRows(sales, [
      { 'Purchase ID': '1', 'Purchase Time (UTC timezone)': '10:00' },
      { 'Purchase ID': '2', 'Purchase Time (UTC timezone)': '' },
      { 'Purchase ID': '3', 'Purchase Time (UTC timezone)': 'noon' },
    ]);
    expect(made).toMatchObject([
      { orderedAt: '2026-01-15T10:00:00Z' },
      { orderedAt: '2026-01-15T00:00:00Z' },
      [expect.stringContaining('is not a time such as')],
    ]);
  });
});
