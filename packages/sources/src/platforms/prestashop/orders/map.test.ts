import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { query } from './fixtures/sample.ts';

describe('a PrestaShop order', () => {
  it('is read whole, with the ids of products and combinations', async () => {
    const { made, source } = await readOrderRows(query, [
      {},
      { product_id: '8', product_attribute_id: '0', product_reference: '', product_name: 'Spoon' },
    ]);
    expect(source).toBe('prestashop');
    expect(made).toEqual([
      {
        orderId: '41',
        orderNumber: 'KHWLILZLL',
        status: 'fulfilled',
        totalCents: 3450,
        currency: 'EUR',
        orderedAt: '2026-01-15T09:22:33Z',
        customer: {
          email: 'ida@x.example',
          externalId: '9',
          firstName: 'Ida',
          lastName: 'Holm',
        },
        items: [
          {
            productId: '7',
            title: 'Bowl - Color : Blue',
            quantity: 2,
            variantId: '31',
            sku: 'BOWL-B',
            priceCents: 1000,
          },
          { productId: '8', title: 'Spoon', quantity: 2, priceCents: 1000 },
        ],
        properties: { shippingCents: 450, paymentMethod: 'Bank transfer' },
      },
    ]);
  });

  it.each([
    ['Payment accepted', 'placed'],
    ['3', 'placed'],
    ['5', 'fulfilled'],
    ['Canceled', 'cancelled'],
    ['Refunded', 'refunded'],
  ])('in the state %s is %s', async (order_state, expected) => {
    const { made } = await readOrderRows(query, [{ order_state }]);
    expect(made).toMatchObject([{ status: expected }]);
  });

  it('that is not paid is left out; a state that means two things or is unknown is refused', async () => {
    const { made, skipped } = await readOrderRows(query, [
      { id_order: '1', order_state: 'Awaiting bank wire payment' },
      { id_order: '2', order_state: '1' },
      { id_order: '3', order_state: 'Payment error' },
      { id_order: '4', order_state: '11' },
      { id_order: '5', order_state: 'Packed' },
    ]);
    expect(skipped).toEqual([
      { reason: 'not paid yet', orders: 2, option: 'includePending' },
      { reason: 'payment error', orders: 1 },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^order_state .*got "11"/)],
      [expect.stringMatching(/^order_state .*got "Packed"/)],
    ]);
  });

  it('does not stand whole in the list of the panel, which says what to do', async () => {
    const text = 'ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date\n';
    await expect(openOrdersText(text)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringContaining('SQL Manager') as string,
    });
  });
});
