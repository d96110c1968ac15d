import { describe, expect, it } from 'vitest';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { sales } from './fixtures/sample.ts';

describe('a Payhip sale', () => {
  it('is read whole', async () => {
    const { made, source } = await readOrderRows(sales, [{}]);
    expect(source).toBe('payhip');
    expect(made).toEqual([
      {
        orderId: 'PH1',
        orderNumber: 'PH1',
        status: 'placed',
        totalCents: 900,
        currency: 'GBP',
        orderedAt: '2026-01-15T10:22:33Z',
        customer: { email: 'ida@x.example' },
        items: [{ productId: 'p1', title: 'Meal Plan', quantity: 1 }],
        properties: { discountCode: 'SPRING' },
      },
    ]);
  });

  it('has the state that its column says, and no other', async () => {
    const header = [...sales.header, 'Status', 'Amount Refunded'];
    const { made } = await readOrderRows({ ...sales, header }, [
      { 'Transaction ID': '1', Status: 'Paid' },
      { 'Transaction ID': '2', Status: 'Refunded', 'Amount Refunded': '9.00' },
      { 'Transaction ID': '3', Status: 'Paid', 'Amount Refunded': '4.00' },
      { 'Transaction ID': '4', Status: 'Lost' },
      { 'Transaction ID': '5' },
    ]);
    expect(made).toMatchObject([
      { status: 'placed' },
      { status: 'refunded', refundAmountCents: 900 },
      { status: 'placed', refundAmountCents: 400 },
      [expect.stringMatching(/^Status .*got "Lost"/)],
      [expect.stringMatching(/^Status is required/)],
    ]);
  });
});
