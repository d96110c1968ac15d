import { describe, expect, it } from 'vitest';
import { openOrdersText, orderRecordsOf } from '../../../open/open-text.ts';
import type { OrdersOptions } from '../../../kinds/orders/orders.ts';
import { header, paid, rowOf, squarespaceSample } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;
const { options } = squarespaceSample;

function csv(rows: readonly Cells[]): string {
  return [header, ...rows.map(rowOf)].map((row) => `${row.join(',')}\n`).join('');
}

async function read(rows: readonly Cells[], given: OrdersOptions = options) {
  const records = await orderRecordsOf(csv(rows), given);
  return records.map(({ order, faults }) => order ?? faults.map(({ message }) => message));
}

describe('a Squarespace order', () => {
  it('is read whole, its variant from the column of its own', async () => {
    const line = { 'Lineitem quantity': '2', 'Lineitem name': 'Vase', 'Lineitem variant': 'Blue' };
    expect(await read([paid, { ...line, 'Lineitem price': '5' }])).toEqual([
      {
        orderId: '00042',
        orderNumber: '00042',
        status: 'fulfilled',
        totalCents: 3000,
        currency: 'USD',
        orderedAt: '2018-07-26T01:06:00Z',
        customer: { email: 'ann@x.example', firstName: 'Ann' },
        items: [
          {
            productId: 'lamp',
            title: 'Lamp',
            variantId: 'v1',
            variantTitle: 'Red / Small',
            quantity: 1,
            sku: 'SQ1',
            priceCents: 2000,
          },
          {
            productId: 'vase',
            title: 'Vase',
            variantTitle: 'Blue',
            quantity: 2,
            priceCents: 500,
          },
        ],
        properties: { shippingCents: 0 },
      },
    ]);
  });

  it('knows what went back', async () => {
    expect(await read([{ ...paid, 'Amount Refunded': '12.00' }])).toMatchObject([
      { status: 'fulfilled', refundAmountCents: 1200 },
    ]);
  });

  it('needs to be told zone and order of day and month', async () => {
    expect(await read([paid], {})).toEqual([
      [expect.stringContaining('does not say which number is the day')],
    ]);
    expect(await read([paid], { dateFormat: 'MDY' })).toEqual([
      [expect.stringContaining('has no offset')],
    ]);
  });

  it('whose delivery was cancelled is cancelled', async () => {
    expect(await read([{ ...paid, 'Fulfillment Status': 'CANCELED' }])).toMatchObject([
      { status: 'cancelled' },
    ]);
  });

  it('is recognised as its own', async () => {
    const orders = await openOrdersText(csv([paid]), options);
    expect(orders.source).toEqual({ name: 'squarespace', label: 'Squarespace order export' });
    await orders.close();
  });
});
