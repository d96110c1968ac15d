import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import type { OrdersOptions } from '../../../kinds/orders/orders.ts';
import { checkOrderConformance } from '../../../open/conformance.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import { listOrderSources } from '../../../open/order-registry.ts';
import { pluginHeader, pluginOrder, pluginRow, pluginSample } from './fixtures/sample.ts';
import { woocommerce } from './index.ts';

type Cells = Readonly<Record<string, string>>;

async function read(rows: readonly Cells[], more: OrdersOptions = {}) {
  const text = [pluginHeader, ...rows.map((cells) => pluginRow({ ...pluginOrder, ...cells }))]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  const orders = await openOrdersText(text, { ...pluginSample.options, ...more });
  const records = await allOf(orders.records());
  const read = records.map(
    ({ order, faults }) =>
      order ?? faults.map(({ column, message }) => `${column ?? ''} ${message}`),
  );
  const { skipped } = orders.counts;
  await orders.close();
  return { read, skipped, warnings: orders.warnings };
}

describe('an order of a WooCommerce plug-in with products in columns', () => {
  it('is read like every other table', async () => {
    expect(await checkOrderConformance(woocommerce, pluginSample, listOrderSources())).toEqual([]);
  });

  it('is read whole, its lines in columns with commas, colons and bars in their names', async () => {
    expect((await read([{}])).read).toEqual([
      {
        orderId: '801',
        orderNumber: 'W-801',
        status: 'fulfilled',
        totalCents: 3490,
        currency: 'EUR',
        orderedAt: '2026-03-02T09:30:00Z',
        customer: {
          email: 'ann@x.example',
          externalId: '26',
          firstName: 'Ann',
          lastName: 'van Dyk',
        },
        items: [
          {
            productId: '22',
            title: 'Café, "large": no. 3',
            quantity: 3,
            variantId: '23',
            sku: 'C-B',
            priceCents: 667,
          },
          { productId: '12', title: 'Mug | Lid', quantity: 1, priceCents: 1000 },
        ],
        properties: {
          discountCode: 'ten',
          discountCents: 200,
          shippingCents: 490,
          taxCents: 557,
          paymentMethod: 'bacs',
        },
      },
    ]);
  });

  it('knows what went back', async () => {
    const refunds = 'amount:3.00|reason:Late; broken|date:2026-03-04 10:00:00';
    const { read: orders } = await read([
      { order_id: '1', refund_items: `${refunds};amount:4.50|reason:|date:2026-03-05 10:00:00` },
      { order_id: '2', status: 'refunded', refund_items: 'amount:34.90' },
      { order_id: '3', status: 'wc-cancelled', shipping_total: '4.13223' },
    ]);
    expect(orders).toMatchObject([
      { status: 'fulfilled', refundAmountCents: 750 },
      { status: 'refunded', refundAmountCents: 3490 },
      { status: 'cancelled' },
    ]);
    expect(orders[2]).not.toHaveProperty('properties.shippingCents');
  });

  it('that is not paid or no sale is left out, with the option that includes it', async () => {
    const rows = ['on-hold', 'pending', 'failed'].map((status) => ({ order_id: status, status }));
    const { read: orders, skipped } = await read(rows);
    expect(orders).toEqual([]);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { reason: 'not paid yet', orders: 2, option: 'includePending' },
        { reason: 'failed', orders: 1 },
      ]),
    );
    expect((await read(rows, { includePending: true })).read).toMatchObject([
      { orderId: 'on-hold', status: 'placed' },
      { orderId: 'pending', status: 'placed' },
    ]);
  });

  it('names a deleted product by its title, and counts that', async () => {
    const line = 'name:Old Lamp|product_id:0|sku:|quantity:1|total:10.00|sub_total:10.00';
    const { read: orders, warnings } = await read([{ line_item_1: line, line_item_2: '' }]);
    expect(orders).toMatchObject([{ items: [{ productId: 'old-lamp', title: 'Old Lamp' }] }]);
    expect(warnings.join()).toContain('1 order line names a product that could not be looked up');
  });

  it('of a guest has no customer id, and is rejected by column', async () => {
    const { read: orders } = await read([
      { order_id: '1', customer_id: '0' },
      { order_id: '2', status: 'shipped' },
      { order_id: '3', line_item_2: 'Tee x2' },
      { order_id: '4', refund_items: 'amount:ten' },
    ]);
    expect(orders[0]).not.toHaveProperty('customer.externalId');
    expect(orders.slice(1)).toEqual([
      [expect.stringMatching(/^status .*got "shipped"/)],
      expect.arrayContaining([expect.stringMatching(/^line_item_2 expected a whole number/)]),
      [expect.stringMatching(/^refund_items "ten"/)],
    ]);
  });
});

describe('an order of a WooCommerce plug-in with a row for each product', () => {
  const options = { currency: 'EUR', timezone: 'Europe/Copenhagen' };
  const header =
    'Order Number,Order Status,Order Date,Email (Billing),Order Refund Amount,Order Total Amount,Item Name,Quantity,Item Cost,Coupon Code';
  const readRows = async (rows: readonly string[], more: OrdersOptions = {}) => {
    const orders = await openOrdersText([header, ...rows].join('\n'), { ...options, ...more });
    const records = await allOf(orders.records());
    const { skipped } = orders.counts;
    await orders.close();
    const made = records.map(({ order, faults }) => order ?? faults.map((one) => one.message));
    return { made, skipped, source: orders.source.name };
  };
  const row = (status: string, line = 'Cup,1,10', id = '1') =>
    `${id},${status},2026-01-15 10:22,a@x.example,0,30,${line},`;

  it.each([
    ['Completed', 'fulfilled'],
    ['Processing', 'placed'],
    ['Cancelled', 'cancelled'],
    ['wc-refunded', 'refunded'],
  ])('with the status %s is %s', async (status, expected) => {
    const { made, source } = await readRows([row(status)]);
    expect(source).toBe('woocommerce');
    expect(made).toMatchObject([{ status: expected, totalCents: 3000 }]);
  });

  it('is left out where the panel calls it not paid or no sale', async () => {
    const rows = ['Pending payment', 'On hold', 'Failed', 'Draft'].map((status, at) =>
      row(status, undefined, String(at)),
    );
    const { made, skipped } = await readRows(rows);
    expect(made).toEqual([]);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { reason: 'not paid yet', orders: 2, option: 'includePending' },
        { reason: 'failed', orders: 1 },
        { reason: 'checkout-draft', orders: 1 },
      ]),
    );
  });

  it('is one order with several lines, whether its own cells stand on every row or on the first', async () => {
    const rows = [
      row('Completed'),
      row('Completed', 'Pot,2,10'),
      '2,Completed,2026-01-16 10:22,a@x.example,0,30,Cup,2,10,A',
      '2,,,,,,Pot,1,10,B',
    ];
    const { made } = await readRows(rows);
    expect(made).toMatchObject([
      {
        items: [
          { title: 'Cup', quantity: 1 },
          { title: 'Pot', quantity: 2 },
        ],
      },
      { properties: { discountCode: 'A' }, items: [{ quantity: 2 }, { title: 'Pot' }] },
    ]);
  });

  it('is rejected where a plug-in has added a status', async () => {
    expect((await readRows([row('Packed')])).made).toEqual([
      [expect.stringContaining('got "packed"')],
    ]);
  });
});
