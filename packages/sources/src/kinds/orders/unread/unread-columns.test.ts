import { describe, expect, it } from 'vitest';
import { openOrdersText } from '../../../open/open-text.ts';
import type { OrdersOptions } from '../orders.ts';

const columns = 'orderId,email,orderedAt,total,currency';

/** A table with one more column, and these values in it. */
const table = (heading: string, values: readonly string[]): string =>
  [
    `${columns},"${heading}"`,
    ...values.map((value, at) => `o${String(at)},a@x.example,2026-03-02T09:30Z,5,EUR,"${value}"`),
    '',
  ].join('\n');

async function warningsOf(text: string, options?: OrdersOptions): Promise<readonly string[]> {
  const orders = await openOrdersText(text, options);
  await orders.close();
  return orders.warnings;
}

describe('a column that is not read', () => {
  it.each([
    ['order_state', 'Completed, Completed, Declined', 4],
    ['order_state', 'Paid, Shipped', 3],
    ['order_state', 'paid, ', 3],
    ['Zahlungsstatus', 'fehlgeschlagen', 2],
    ['Status der Zahlung', 'nicht bezahlt', 2],
    ['payment_status', 'not paid', 2],
    ['state', 'NY, CA, Cancelled', 4],
    ['cancelled_at', ', , 2026-03-01', 4],
    ['is_paid', 'yes, no', 3],
    ['is_test', '0, 1', 3],
    ['test_mode', 'yes', 2],
    ['refunded_amount', '0, 0.00, 5.00', 4],
    ['Rückerstattung', 'ja', 2],
    ['Währung', 'EUR, USD', 3],
    ['payment_currency', 'USD', 2],
  ])('stops the run where %s holds %s', async (heading, values, line) => {
    await expect(openOrdersText(table(heading, values.split(', ')))).rejects.toMatchObject({
      code: 'unread-column',
      file: 'stdin',
      line,
      column: heading,
      advice: expect.arrayContaining([
        { option: 'ignoreColumns', value: `"${heading}"` },
      ]) as string[],
    });
  });

  it('is not to be mapped to the currency of the order where it is that of a refund', async () => {
    await expect(openOrdersText(table('Refund currency', ['USD']))).rejects.toMatchObject({
      advice: [
        'Write the refunds in the currency of their orders, or leave it out with ',
        { option: 'ignoreColumns', value: '"Refund currency"' },
        '.',
      ],
    });
  });

  it.each([
    ['order_state', 'paid, Paid, PAID'],
    ['Bestellstatus', 'Abgeschlossen, abgeschlossen'],
    ['payment_status', 'not refunded'],
    ['status_note', ', '],
    ['state', 'NY, CA'],
    ['cancelled_at', ', 0000-00-00, no, n/a, -'],
    ['is_paid', 'yes, 2026-03-02'],
    ['is_test', ', 0, no, false, live'],
    ['refunded_amount', ', 0, "0,00", 0.00 EUR, none'.replaceAll('"', '')],
    ['Währung', 'EUR, eur, €, '],
    ['paid_at', '2026-03-01, 2026-03-02'],
  ])('does not stop it where %s holds %s', async (heading, values) => {
    expect(await warningsOf(table(heading, values.split(', ')))).toHaveLength(1);
  });

  it('is looked at to the end of the last file, and names the value', async () => {
    const late = [...Array.from({ length: 3000 }, () => 'complete'), 'Declined'];
    await expect(openOrdersText(table('orderState', late))).rejects.toThrow(
      'stdin, line 3002, column "orderState": this column is not read, but its heading suggests a status, and it holds "complete", "Declined". Map it with map and {"orderState": "status"} (it takes placed, cancelled, fulfilled and refunded), or leave it out with ignoreColumns: "orderState".',
    );
  });

  it('counts once an order whose other rows leave it empty', async () => {
    const lines = `${columns},itemProductId,itemTitle,orderState\no1,a@x.example,2026-03-02T09:30Z,5,EUR,t,Tee,paid\n`;
    expect(await warningsOf(`${lines}o1,,,,,c,Cup,\n`)).toHaveLength(1);
  });

  it('is left out by its heading, however that is written, and by nothing that is not there', async () => {
    const text = table('Order State', ['paid', 'Declined']);
    expect(await warningsOf(text, { ignoreColumns: ['order_state'] })).toEqual([]);
    await expect(openOrdersText(text, { ignoreColumns: ['order_stat'] })).rejects.toThrow(
      'ignoreColumns: there is no column "order_stat". The nearest name is "Order State".',
    );
  });

  it('is left out even where its name is known', async () => {
    const orders = await openOrdersText(table('status', ['done']), { ignoreColumns: ['status'] });
    expect(orders.counts).toMatchObject({ orders: 1, rejected: 0 });
    await orders.close();
  });

  it('names the others, and is not shown where it holds an address', async () => {
    const text = `${columns},is_test,refund\no1,a@x.example,2026-03-02T09:30Z,5,EUR,a@x.example,b\n`;
    const opening = openOrdersText(text);
    await expect(opening).rejects.toThrow(
      'and it holds "…". Map it with map and {"is_test": "test"}',
    );
    await expect(opening).rejects.toThrow('Decide on "refund" as well.');
  });

  it('stops exports of a platform, too', async () => {
    const names = 'Name,Email,Created at,Total,Currency,Lineitem name,Order State';
    const line = '#1,a@x.example,2026-03-31 09:00:00 +0000,5,USD,Tee,';
    await expect(openOrdersText(`${names}\n${line}Declined\n`)).rejects.toThrow(
      '{"Order State": "financialStatus"}',
    );
  });

  it('may be mapped: a test order is then skipped', async () => {
    const text = table('Prueba', ['yes', 'no']);
    const orders = await openOrdersText(text, { map: { Prueba: 'test' } });
    expect(orders.counts.skipped).toMatchObject([{ reason: 'test', orders: 1 }]);
    await orders.close();
  });
});

describe('a key of a JSON record that is not read', () => {
  const record = (more: object) => ({
    orderId: JSON.stringify(more),
    customer: { email: 'a@x.example' },
    orderedAt: '2026-03-02T09:30Z',
    total: '5',
    currency: 'EUR',
    items: [],
    ...more,
  });
  const json = (...all: object[]): string => JSON.stringify(all.map(record), null, 1);

  it.each([
    ['order_state', [{ order_state: 'paid' }, { order_state: 'declined' }]],
    ['payment.status', [{ payment: { status: 'failed' } }]],
    ['refunds.amount', [{ refunds: [] }, { refunds: [{ amount: 5 }] }]],
    ['customer.is_test', [{ customer: { email: 'a@x.example', is_test: true } }]],
    ['items.returned', [{ items: [{ productId: 'p', title: 'P', quantity: 1, returned: 1 }] }]],
  ])('stops the run: %s', async (column, records) => {
    await expect(openOrdersText(json(...records))).rejects.toMatchObject({
      code: 'unread-column',
      column,
    });
    expect(await warningsOf(json(...records), { ignoreColumns: [column] })).toHaveLength(
      column.includes('.') ? 1 : 0,
    );
  });

  it('does not stop it where it says nothing', async () => {
    expect(
      await warningsOf(
        json({ order_state: 'paid', refunds: [], cancelledAt: null, livemode: true }),
      ),
    ).toHaveLength(1);
  });

  it('may be `test`, and then has to say yes or no', async () => {
    const orders = await openOrdersText(json({ test: true }, { test: false }, { test: 'perhaps' }));
    expect(orders.counts).toMatchObject({
      rejected: 1,
      records: 2,
      skipped: [{ reason: 'test', orders: 1 }],
    });
    await orders.close();
  });
});
