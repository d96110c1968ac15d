import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import { readOrderRows } from '../../../open/read-order-rows.ts';
import { activity, refund } from './fixtures/sample.ts';

const id = 'Transaction ID';

describe('a PayPal payment', () => {
  it('is an order, at the time that its three cells say', async () => {
    const { made, source } = await readOrderRows(activity, [{}]);
    expect(source).toBe('paypal');
    expect(made).toEqual([
      {
        orderId: '1AB23456CD',
        orderNumber: 'INV-7',
        status: 'placed',
        totalCents: 103640,
        currency: 'USD',
        orderedAt: '2026-01-15T18:22:33Z',
        customer: { email: 'ida@x.example', firstName: 'Ida van', lastName: 'Holm' },
        items: [
          {
            productId: 'b',
            title: 'Bowl',
            variantId: 'b1',
            variantTitle: 'Blue',
            quantity: 2,
            sku: 'BOWL-B',
          },
        ],
        properties: { shippingCents: 400, taxCents: 240 },
      },
    ]);
  });

  it.each([
    ['PDT', '2026-01-15T17:22:33Z'],
    ['America/Los_Angeles', '2026-01-15T18:22:33Z'],
    ['GMT+01:00', '2026-01-15T09:22:33Z'],
    ['XYZ', '2026-01-15T01:22:33Z'],
    ['', '2026-01-15T01:22:33Z'],
  ])('in the zone %s is at %s', async (TimeZone, expected) => {
    const { made } = await readOrderRows(activity, [{ TimeZone }], { timezone: 'Asia/Tokyo' });
    expect(made).toMatchObject([{ orderedAt: expected }]);
  });

  it('needs to be told which number is the day, and a zone that is not known', async () => {
    const { catalog } = activity.options;
    const table = { ...activity, options: { ...(catalog && { catalog }) } };
    expect((await readOrderRows(table, [{}])).made).toEqual([
      [expect.stringContaining('pass dateFormat')],
    ]);
    expect((await readOrderRows(activity, [{ TimeZone: 'XYZ' }])).made).toEqual([
      [expect.stringContaining('timezone')],
    ]);
  });

  it('knows what went back, wherever that stands and however often', async () => {
    const rest = { ...refund, [id]: '9', Gross: '-1,000.00' };
    const part = (await readOrderRows(activity, [refund, {}, refund])).made;
    expect(part).toMatchObject([{ status: 'placed', refundAmountCents: 3640 }]);
    const whole = (await readOrderRows(activity, [{}, refund, rest])).made;
    expect(whole).toMatchObject([{ status: 'refunded', refundAmountCents: 103640 }]);
    const pending = (await readOrderRows(activity, [{}, { ...refund, Status: 'Pending' }])).made;
    expect(pending[0]).not.toHaveProperty('refundAmountCents');
    const said = (await readOrderRows(activity, [{ Status: 'Refunded' }])).made;
    expect(said).toMatchObject([{ status: 'refunded', refundAmountCents: 103640 }]);
    const other = await readOrderRows(activity, [{}, { ...refund, Currency: 'EUR' }]);
    expect(other.made[0]).not.toHaveProperty('refundAmountCents');
    expect(other.warnings.join()).toContain('refunded in part');
  });

  it('that was pending in an older file is the later one, whatever comes first', async () => {
    const older = { Status: 'Pending' };
    const both = [
      await readOrderRows(activity, [older, {}]),
      await readOrderRows(activity, [{}, older]),
    ];
    for (const { made } of both) expect(made).toMatchObject([{ status: 'placed' }]);
  });

  it('has the items of its cart as lines', async () => {
    const cart = { Type: 'Shopping Cart Item', 'Reference Txn ID': '1AB23456CD', [id]: '' };
    const { made } = await readOrderRows(activity, [
      {},
      { ...cart, Gross: '20.00', Quantity: '2' },
      { ...cart, Gross: '10.00', Quantity: '1', 'Item Title': 'Spoon', 'Item ID': '' },
    ]);
    expect(made).toMatchObject([
      {
        items: [
          { productId: 'b', quantity: 2, priceCents: 1000 },
          { productId: 'spoon', quantity: 1, priceCents: 1000 },
        ],
      },
    ]);
  });

  it('is not what was paid out, moved, held or lost, and these are counted', async () => {
    const { made, skipped } = await readOrderRows(activity, [
      { [id]: '1', Type: 'General Payment', Gross: '-60.00' },
      { [id]: '2', Type: 'General Withdrawal - Bank Account', Gross: '-60.00' },
      { [id]: '3', Type: 'General Currency Conversion', Gross: '60.00' },
      { [id]: '4', Type: 'General Authorization', Gross: '60.00', Status: 'Pending' },
      { [id]: '5', Type: 'Payment Hold', Gross: '60.00' },
      { [id]: '6', Type: 'Mass Pay Payment', Gross: '60.00' },
      { [id]: '7', Status: 'Denied' },
      { [id]: '8', Status: 'Pending' },
      { ...refund, 'Reference Txn ID': 'elsewhere' },
      { [id]: '9', 'From Email Address': '' },
    ]);
    expect(made).toEqual([]);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { reason: 'not a sale', orders: 6 },
        { reason: 'failed', orders: 1 },
        { reason: 'not paid yet', orders: 1, option: 'includePending' },
        { reason: 'refund without its payment', orders: 1 },
        { reason: 'no e-mail', orders: 1 },
      ]),
    );
  });

  it('is not guessed: income of another type and states that are not known are refused', async () => {
    const { made } = await readOrderRows(activity, [
      { [id]: '1', Type: 'Mystery', Gross: '5.00' },
      { [id]: '2', Status: 'Baked' },
    ]);
    expect(made).toEqual([
      [expect.stringMatching(/^Type nobody can tell whether "Mystery"/)],
      [expect.stringMatching(/^Status .*got "Baked"/)],
    ]);
  });

  it('does not stand in a statement, which says what to do', async () => {
    const header = 'Date,Time,Time Zone,Description,Currency,Gross,Fee,Net,Balance,Transaction ID';
    await expect(openOrdersText(`${header}\n`)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringContaining('Activity download') as string,
    });
  });
});
