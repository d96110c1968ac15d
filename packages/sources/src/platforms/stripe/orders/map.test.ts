import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { payments } from './fixtures/sample.ts';

describe('a Stripe payment', () => {
  it('is an order without lines, in its own currency and at its time in UTC', async () => {
    const read = await readOrderRows(payments, [{}], { timezone: 'Asia/Tokyo' });
    expect(read).toMatchObject({ source: 'stripe', warnings: [] });
    expect(read.made).toEqual([
      {
        orderId: 'ch_1Aa',
        orderNumber: 'ch_1Aa',
        status: 'placed',
        totalCents: 3640,
        currency: 'USD',
        orderedAt: '2026-01-15T10:22:11Z',
        customer: {
          email: 'ida@x.example',
          externalId: 'cus_9',
          firstName: 'Ida',
          lastName: 'Holm',
        },
        properties: { description: 'Order 77' },
      },
    ]);
  });

  it('knows what went back, and a currency without decimals', async () => {
    const { made } = await readOrderRows(payments, [
      { id: '1', 'Amount Refunded': '6.40' },
      { id: '2', Status: 'Refunded', 'Amount Refunded': '36.40' },
      { id: '3', 'Amount Refunded': '36.40' },
      { id: '4', Amount: '1500', 'Amount Refunded': '500', Currency: 'jpy' },
    ]);
    expect(made).toMatchObject([
      { status: 'placed', refundAmountCents: 640 },
      { status: 'refunded', refundAmountCents: 3640 },
      { status: 'refunded', refundAmountCents: 3640 },
      { status: 'placed', totalCents: 1500, refundAmountCents: 500, currency: 'JPY' },
    ]);
  });

  it('that came to nothing, is a test, not captured or of nobody is left out and counted', async () => {
    const { made, skipped } = await readOrderRows(payments, [
      { id: '1', Status: 'Failed', Captured: 'false' },
      { id: '2', Status: 'canceled' },
      { id: '3', Status: 'requires_payment_method' },
      { id: '4', Captured: 'FALSE' },
      { id: '5', Status: 'Pending' },
      { id: '6', Mode: 'Test' },
      { id: '7', 'Customer Email': '' },
    ]);
    expect(made).toEqual([]);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { reason: 'failed', orders: 1 },
        { reason: 'never paid', orders: 1 },
        { reason: 'incomplete', orders: 1 },
        { reason: 'not paid yet', orders: 2, option: 'includePending' },
        { reason: 'test', orders: 1, option: 'includeTests' },
        { reason: 'no e-mail', orders: 1 },
      ]),
    );
  });

  it('with another status or amount is rejected by column', async () => {
    const { made } = await readOrderRows(payments, [
      { id: '1', Status: 'Needs response' },
      { id: '2', Amount: '12,345' },
      { id: '3', Currency: '' },
      { id: '4', Currency: 'dollars' },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^Status .*got "Needs response"/)],
      [expect.stringMatching(/^Amount "12,345" is ambiguous/)],
      [expect.stringMatching(/^Currency is required/)],
      [expect.stringMatching(/^Currency expected an ISO 4217 code/)],
    ]);
  });

  it('reads the older heading of its time, and refuses a file without addresses', async () => {
    const older = (name: string): string =>
      name === 'Created date (UTC)' ? 'Created (UTC)' : name;
    const header = payments.header.map(older);
    const row = { ...payments.row, 'Created (UTC)': '2026-01-15 10:22' };
    expect((await readOrderRows({ header, row, options: {} }, [{}])).made).toMatchObject([
      { orderedAt: '2026-01-15T10:22:00Z' },
    ]);
    await expect(
      openOrdersText('id,Amount,Amount Refunded,Currency,Status\n'),
    ).rejects.toMatchObject({ code: 'unusable' });
  });
});
