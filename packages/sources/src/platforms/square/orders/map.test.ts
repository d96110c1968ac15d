import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { orderRows } from './fixtures/sample.ts';

describe('a Square order', () => {
  it('is read whole, its products by SKU and by name', async () => {
    const spoon = { 'Item Name': 'Spoon', 'Item SKU': '', 'Item Variation': '' };
    expect((await readOrderRows(orderRows, [{}, spoon])).made).toEqual([
      {
        orderId: 'Q1X7',
        orderNumber: 'Q1X7',
        status: 'fulfilled',
        totalCents: 3640,
        currency: 'USD',
        orderedAt: '2026-01-15T06:00:00Z',
        customer: { email: 'ida@x.example', firstName: 'Ida van', lastName: 'Holm' },
        items: [
          {
            productId: 'b',
            title: 'Bowl',
            variantId: 'b1',
            variantTitle: 'Blue',
            quantity: 2,
            sku: 'BOWL-B',
            priceCents: 1000,
          },
          { productId: 's', title: 'Spoon', quantity: 2, priceCents: 1000 },
        ],
        properties: { shippingCents: 400, taxCents: 240 },
      },
    ]);
  });

  it.each([
    ['New', 'placed'],
    ['IN_PROGRESS', 'placed'],
    ['Picked up', 'fulfilled'],
    ['Canceled', 'cancelled'],
  ])('with the state %s is %s', async (state, expected) => {
    const { made } = await readOrderRows(orderRows, [{ 'Fulfillment Status': state }]);
    expect(made).toMatchObject([{ status: expected }]);
  });

  it('knows what went back, and leaves out and counts those without an address of a person', async () => {
    const { made, skipped } = await readOrderRows(orderRows, [
      { Order: '1', 'Order Refunded Amount': '10.00' },
      { Order: '2', 'Order Refunded Amount': '36.40' },
      { Order: '3', 'Recipient Email': '' },
      { Order: '4', 'Recipient Email': 'point-of-sale-integration@doordash.com' },
    ]);
    expect(made).toMatchObject([
      { status: 'fulfilled', refundAmountCents: 1000 },
      { status: 'refunded', refundAmountCents: 3640 },
    ]);
    expect(skipped).toEqual([
      { reason: 'no e-mail', orders: 1 },
      { reason: 'masked e-mail', orders: 1 },
    ]);
  });

  it('is rejected by column', async () => {
    const { made } = await readOrderRows(orderRows, [
      { Order: '1', 'Fulfillment Status': 'Failed' },
      { Order: '2', 'Fulfillment Status': '' },
      { Order: '3', 'Item Quantity': 'two' },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^Fulfillment Status .*got "Failed"/)],
      [expect.stringMatching(/^Fulfillment Status is required/)],
      [expect.stringMatching(/^Item Name expected a whole number as the quantity/)],
    ]);
  });

  it.each([
    'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Total Collected,Transaction ID,Payment ID',
    'Date,Time,Time Zone,Category,Item,Qty,Gross Sales,Net Sales,Transaction ID,Payment ID',
  ])('does not stand in a list without addresses, which says what to do: %s', async (header) => {
    await expect(openOrdersText(`${header}\n`)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(/no e-mail address.*Export the orders instead/) as string,
    });
  });
});
