import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { grid } from './fixtures/sample.ts';

describe('an order of the Magento grid', () => {
  it('is read whole, and has no lines', async () => {
    expect(await readOrderRows(grid, [{}])).toMatchObject({ source: 'magento', warnings: [] });
    expect((await readOrderRows(grid, [{}])).made).toEqual([
      {
        orderId: '000000012',
        orderNumber: '000000012',
        status: 'fulfilled',
        totalCents: 3639,
        currency: 'USD',
        orderedAt: '2026-01-15T15:22:11Z',
        customer: { email: 'ida@x.example', firstName: 'Ida van', lastName: 'Holm' },
        properties: { shippingCents: 439, paymentMethod: 'checkmo' },
      },
    ]);
  });

  it.each([
    ['Processing', 'placed'],
    ['Canceled', 'cancelled'],
    ['Closed', 'refunded'],
  ])('with the status %s is %s', async (status, expected) => {
    const { made } = await readOrderRows(grid, [{ Status: status }]);
    expect(made).toMatchObject([{ status: expected }]);
  });

  it('that is not paid is left out, with the option that includes it', async () => {
    const rows = ['Pending', 'pending_payment', 'On Hold', 'Suspected Fraud'].map((status, at) => ({
      ID: String(at),
      Status: status,
    }));
    const { made, skipped } = await readOrderRows(grid, rows);
    expect(made).toEqual([]);
    expect(skipped).toEqual([{ reason: 'not paid yet', orders: 4, option: 'includePending' }]);
    expect((await readOrderRows(grid, rows, { includePending: true })).made).toHaveLength(4);
  });

  it('in another currency counts in the base currency, and so does its refund', async () => {
    const other = { 'Grand Total (Base)': '100.00', 'Grand Total (Purchased)': '80.00' };
    const { made } = await readOrderRows(grid, [
      { ...other, ID: '1', 'Total Refunded': '20.00' },
      { ...other, ID: '2', 'Total Refunded': '80.00' },
    ]);
    expect(made).toMatchObject([
      { status: 'fulfilled', totalCents: 10000, refundAmountCents: 2500 },
      { status: 'refunded', totalCents: 10000, refundAmountCents: 10000 },
    ]);
  });

  it('is rejected by column', async () => {
    const { made } = await readOrderRows(grid, [
      { ID: '1', Status: 'Packed' },
      { ID: '2', 'Purchase Date': '01/15/2026' },
      { ID: '3', 'Grand Total (Base)': '' },
      { ID: '4', 'Grand Total (Base)': '€36.39' },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^Status expected one of .*got "Packed"/)],
      [expect.stringMatching(/^Purchase Date .*dateFormat/)],
      [expect.stringMatching(/^Grand Total \(Base\) is required/)],
      [expect.stringMatching(/^Grand Total \(Base\) "€36.39" is not an amount in USD/)],
    ]);
  });

  it('cannot be read where the grid does not show the address, and says what to do', async () => {
    const text = 'ID,Purchase Point,Purchase Date,Bill-to Name,Status\n1,a,b,c,d';
    await expect(openOrdersText(text)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringContaining('Customer Email') as string,
    });
  });
});
