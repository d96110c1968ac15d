import { describe, expect, it } from 'vitest';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { orderRows } from './fixtures/sample.ts';

describe('an Ecwid order', () => {
  it('is read whole', async () => {
    const { made, source } = await readOrderRows(orderRows, [
      {},
      { item_product_id: '', item_sku: '', item_name: 'Spoon', item_quantity: '1' },
    ]);
    expect(source).toBe('ecwid');
    expect(made).toEqual([
      {
        orderId: 'EBJFT',
        orderNumber: 'EBJFT',
        status: 'fulfilled',
        totalCents: 3250,
        currency: 'EUR',
        orderedAt: '2026-01-15T05:26:28Z',
        customer: { email: 'ida@x.example', firstName: 'Ida van', lastName: 'Holm' },
        items: [
          { productId: '101', title: 'Bowl', quantity: 2, sku: 'BOWL-B', priceCents: 1000 },
          { productId: 'spoon', title: 'Spoon', quantity: 1, priceCents: 1000 },
        ],
        properties: {
          discountCode: 'SPRING',
          discountCents: 200,
          shippingCents: 450,
          taxCents: 0,
          paymentMethod: 'Card',
        },
      },
    ]);
  });

  it.each([
    ['PAID', 'AWAITING_PROCESSING', 'placed'],
    ['Paid', 'Out for delivery', 'placed'],
    ['Paid', 'Returned', 'fulfilled'],
    ['Paid', 'Will Not Deliver', 'cancelled'],
    ['Awaiting Payment', 'Delivered', 'fulfilled'],
    ['Cancelled', 'Awaiting Processing', 'cancelled'],
    ['Refunded', 'Shipped', 'refunded'],
    ['Partially Refunded', 'Shipped', 'fulfilled'],
  ])('that is %s and %s is %s', async (payment_status, fulfillment_status, expected) => {
    const { made } = await readOrderRows(orderRows, [{ payment_status, fulfillment_status }]);
    expect(made).toMatchObject([{ status: expected }]);
  });

  it('that is not paid or a cart is left out', async () => {
    const { made, skipped } = await readOrderRows(orderRows, [
      { order_number: '1', payment_status: 'AWAITING_PAYMENT', fulfillment_status: 'Processing' },
      { order_number: '2', payment_status: 'Incomplete', fulfillment_status: '' },
    ]);
    expect(made).toEqual([]);
    expect(skipped).toEqual([
      { reason: 'not paid yet', orders: 1, option: 'includePending' },
      { reason: 'incomplete', orders: 1 },
    ]);
  });

  it('with a status of its own is rejected by column', async () => {
    const { made } = await readOrderRows(orderRows, [
      { order_number: '1', payment_status: 'Invoiced' },
      { order_number: '2', fulfillment_status: 'Packed' },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^payment_status .*got "Invoiced"/)],
      [expect.stringMatching(/^fulfillment_status .*got "Packed"/)],
    ]);
  });
});
