import { describe, expect, it } from 'vitest';
import type { OrdersOptions } from '../../../kinds/orders/orders.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import { allOf } from '../../../conformance/suite.ts';
import { bigcommerceSample, completed, header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

async function read(rows: readonly Cells[], more: OrdersOptions = {}) {
  const text = [header, ...rows.map((cells) => rowOf({ ...completed, ...cells }))]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  const orders = await openOrdersText(text, { ...bigcommerceSample.options, ...more });
  const records = await allOf(orders.records());
  const read = records.map(({ order, faults }) => order ?? faults.map(({ message }) => message));
  const { skipped } = orders.counts;
  await orders.close();
  return { read, skipped, warnings: orders.warnings };
}

describe('a BigCommerce order', () => {
  it('is read whole: month first, products in one cell with commas and colons in their names', async () => {
    expect((await read([{}])).read).toEqual([
      {
        orderId: '310',
        orderNumber: '310',
        status: 'fulfilled',
        totalCents: 4000,
        currency: 'USD',
        orderedAt: '2025-03-04T06:00:00Z',
        customer: {
          email: 'ann@x.example',
          externalId: '41',
          firstName: 'Ann van',
          lastName: 'Dyk',
        },
        items: [
          {
            productId: '7',
            title: 'Cup, the "small": 3 sizes',
            variantTitle: 'Colour: Red, Size: S',
            quantity: 2,
            sku: 'CUP-R',
            priceCents: 1000,
          },
          { productId: '8', title: 'Pot | Lid', quantity: 1, priceCents: 1600 },
        ],
        properties: { shippingCents: 400, taxCents: 300, paymentMethod: 'Card' },
      },
    ]);
  });

  it.each([
    ['Shipped', 'fulfilled'],
    ['Partially Shipped', 'placed'],
    ['Awaiting Fulfillment', 'placed'],
    ['Disputed', 'placed'],
    ['Cancelled', 'cancelled'],
    ['Canceled', 'cancelled'],
  ])('with the status %s is %s', async (status, expected) => {
    expect((await read([{ 'Order Status': status }])).read).toMatchObject([{ status: expected }]);
  });

  it('knows what went back', async () => {
    const partly = { 'Order Status': 'Partially Refunded' };
    const { read: orders, warnings } = await read([
      { ...partly, 'Order ID': '1', 'Refund Amount': '12.50' },
      { ...partly, 'Order ID': '2', 'Refund Amount': '0.00' },
      { 'Order ID': '3', 'Order Status': 'Refunded' },
    ]);
    expect(orders).toMatchObject([
      { status: 'fulfilled', refundAmountCents: 1250 },
      { status: 'fulfilled' },
      { status: 'refunded', refundAmountCents: 4000 },
    ]);
    expect(orders[1]).not.toHaveProperty('refundAmountCents');
    expect(warnings.join()).toContain('1 order was refunded in part');
  });

  it('that is no sale, a test or not paid is left out, with the option that includes it', async () => {
    const rows = [
      ...['Declined', 'Incomplete', 'Pending', 'Awaiting Payment', 'Manual Verification Required'],
    ].map((status, at) => ({ 'Order ID': String(at), 'Order Status': status }));
    const test = { 'Order ID': '9', 'Payment Method': 'Test Payment Gateway' };
    const { read: orders, skipped } = await read([...rows, test]);
    expect(orders).toEqual([]);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { reason: 'declined', orders: 1 },
        { reason: 'incomplete', orders: 1 },
        { reason: 'not paid yet', orders: 3, option: 'includePending' },
        { reason: 'test', orders: 1, option: 'includeTests' },
      ]),
    );
    expect((await read(rows, { includePending: true })).read).toHaveLength(3);
  });

  it('is in its own currency, and refuses prices in another', async () => {
    const cells = { 'Order Currency Code': 'EUR', 'Order Total (inc tax)': '1.50' };
    const products = (price: string) =>
      `Product ID: 1, Product Qty: 1, Product Name: A, Product Unit Price: ${price}`;
    const { read: orders } = await read([
      { ...cells, 'Order ID': '1', 'Product Details': products('€1.5000') },
      { ...cells, 'Order ID': '2', 'Product Details': products('$1.50') },
    ]);
    expect(orders).toMatchObject([
      { currency: 'EUR', totalCents: 150, items: [{ priceCents: 150 }] },
      ['"$1.50" is not an amount in EUR'],
    ]);
  });

  it('finds products without an id in the catalog, or counts those it named', async () => {
    const cells = {
      'Product Details':
        'Product Name: Cup, Product SKU: C1, Product Qty: 1, Product Name: Jug, Product Qty: 2',
    };
    const catalog = [
      { productId: 'c', title: 'Cup', variants: [{ variantId: 'v', title: 'Cup', sku: 'C1' }] },
    ];
    const { read: orders, warnings } = await read([cells], { catalog });
    expect(orders).toMatchObject([
      {
        items: [
          { productId: 'c', variantId: 'v' },
          { productId: 'jug', quantity: 2 },
        ],
      },
    ]);
    expect(warnings.join()).toContain('1 order line names no product of the catalog');
  });

  it('is rejected by column', async () => {
    const { read: orders } = await read([
      { 'Order ID': '1', 'Order Status': 'Packed' },
      { 'Order ID': '2', 'Order Date': '25/03/2025' },
      { 'Order ID': '3', 'Product Details': 'Cup x2' },
      { 'Order ID': '4', 'Product Details': 'Product Name: Cup, Product Qty: two' },
    ]);
    expect(orders).toEqual([
      [expect.stringContaining('got "Packed"')],
      [expect.stringContaining('pass dateFormat: DMY')],
      [expect.stringContaining('expected products such as')],
      [expect.stringContaining('got "two"')],
    ]);
    const day = await read([{ 'Order Date': '25/03/2025' }], { dateFormat: 'DMY' });
    expect(day.read).toMatchObject([{ orderedAt: '2025-03-25T05:00:00Z' }]);
  });

  it('is one order where each product has a row, also where they do not stand together', async () => {
    const text =
      'Order ID,Customer Email,Order Date,Order Status,Order Total (inc tax),Order Currency Code,Product ID,Product Name,Product Qty,Product Unit Price\n' +
      '1,a@x.example,02/14/2026,Shipped,34.00,USD,7,Cup,2,$10.0000\n' +
      '2,b@x.example,02/14/2026,Shipped,1.00,USD,7,Cup,1,1\n' +
      '1,a@x.example,02/14/2026,Shipped,34.00,USD,8,Pot,1,$14.0000\n';
    const orders = await openOrdersText(text, bigcommerceSample.options);
    const records = await allOf(orders.records());
    await orders.close();
    const found = records.find(({ key }) => key === '1')?.order;
    expect(found).toMatchObject({
      totalCents: 3400,
      items: [
        { productId: '7', quantity: 2, priceCents: 1000 },
        { productId: '8', quantity: 1, priceCents: 1400 },
      ],
    });
  });
});
