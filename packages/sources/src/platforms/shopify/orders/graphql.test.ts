import { describe, expect, it } from 'vitest';
import { allOf } from '../../../conformance/suite.ts';
import { openOrdersText } from '../../../open/open-text.ts';
import { mapShopifyOrder } from '../webhook/index.ts';

const gid = (kind: string, id: number): string => `gid://shopify/${kind}/${String(id)}`;
const yen = { amount: '6000', currencyCode: 'JPY' };
const dollars = { amount: '40.00', currencyCode: 'USD' };
const line = {
  id: gid('LineItem', 1),
  title: 'Lamp',
  quantity: 2,
  originalUnitPriceSet: { shopMoney: { amount: '50.0', currencyCode: 'USD' } },
  variant: { id: gid('ProductVariant', 8), title: 'Red', product: { id: gid('Product', 7) } },
};
const order = {
  id: gid('Order', 1),
  name: '#1001',
  email: 'ann@x.example',
  createdAt: '2026-03-02T09:30:00Z',
  displayFinancialStatus: 'PARTIALLY_REFUNDED',
  displayFulfillmentStatus: 'FULFILLED',
  totalPriceSet: {
    shopMoney: { amount: '100.00', currencyCode: 'USD' },
    presentmentMoney: { amount: '15000', currencyCode: 'JPY' },
  },
  lineItems: { nodes: [line] },
};
const refund = {
  id: gid('OrderTransaction', 3),
  kind: 'REFUND',
  status: 'SUCCESS',
  amountSet: { shopMoney: dollars, presentmentMoney: yen },
};
const refunded = { refunds: [{ transactions: { edges: [{ node: refund }] } }] };

describe('an answer of GraphQL', () => {
  it.each([0, 2])('is refused where errors stand beside its data (indent %i)', async (indent) => {
    const errors = [{ message: 'Access denied for refunds field.', path: ['orders'] }];
    for (const data of [{ orders: { nodes: [order] } }, { order }, { order: null }]) {
      const answer = JSON.stringify({ data, errors }, null, indent);
      await expect(openOrdersText(answer)).rejects.toThrow('Access denied for refunds field.');
    }
    const orders = await openOrdersText(JSON.stringify({ data: { order }, errors: [] }));
    expect(orders.counts.records).toBe(1);
    await orders.close();
  });

  it('is read from several in one file, one a line', async () => {
    const page = (id: number, hasNextPage: boolean): string =>
      JSON.stringify({
        data: {
          orders: { nodes: [{ ...order, id: gid('Order', id) }], pageInfo: { hasNextPage } },
        },
      });
    const orders = await openOrdersText(`${page(1, true)}\n${page(2, false)}\n`);
    const records = await allOf(orders.records());
    expect(records.map(({ key, line: at }) => [key, at])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
    expect(orders.warnings.join()).not.toContain('pages');
    await orders.close();
  });

  it.each([
    ['edges', { data: { orders: { edges: [{ cursor: 'x', node: { ...order, ...refunded } }] } } }],
    ['nodes', { orders: { nodes: [{ ...order, ...refunded }] } }],
    ['a list', [{ ...order, ...refunded }]],
    ['one order', { data: { order: { ...order, ...refunded } } }],
    [
      'lines as edges',
      {
        data: {
          orders: { nodes: [{ ...order, ...refunded, lineItems: { edges: [{ node: line }] } }] },
        },
      },
    ],
  ])('is read as %s, with the refund in the currency of the shop', async (_, answer) => {
    for (const text of [JSON.stringify(answer), JSON.stringify(answer, null, 2)]) {
      const orders = await openOrdersText(text);
      const records = await allOf(orders.records());
      expect(records.map((record) => record.order)).toMatchObject([
        {
          orderId: '1',
          status: 'fulfilled',
          totalCents: 10000,
          refundAmountCents: 4000,
          currency: 'USD',
          items: [{ productId: '7', variantId: '8', quantity: 2, priceCents: 5000 }],
        },
      ]);
      await orders.close();
    }
  });

  it('says of a rejected order what stood in its edge, and that can be read again', async () => {
    const edges = [{ node: { ...order, createdAt: null } }, { node: order }];
    const orders = await openOrdersText(JSON.stringify({ data: { orders: { edges } } }));
    const [bad] = await allOf(orders.records());
    if (bad === undefined) throw new Error('none is read');
    const original = await orders.original(bad);
    await orders.close();
    const text = original.kind === 'document' ? original.text : '';
    const again = text
      .replace('null', '"2026-03-02T09:30:00Z"')
      .replace(/\}$/, ',"sequenzy_line":1}');
    const records = await openOrdersText(`${again}\n`);
    expect(await allOf(records.records())).toMatchObject([{ order: { orderId: '1' } }]);
    await records.close();
  });

  it('that has further pages says so: of its orders, and of the lines of one', async () => {
    const lineItems = { nodes: [line], pageInfo: { hasNextPage: true } };
    expect(mapShopifyOrder({ ...order, lineItems })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'lineItems', message: expect.stringContaining('more pages') as string }],
    });
    const pageInfo = { hasNextPage: true };
    const text = JSON.stringify({ data: { orders: { nodes: [order], pageInfo } } });
    const orders = await openOrdersText(text);
    expect(orders.warnings).toContainEqual(expect.stringContaining('more orders follow'));
    await orders.close();
  });

  it('without lines was limited to some of its fields', () => {
    expect(mapShopifyOrder({ ...order, lineItems: undefined })).toMatchObject({
      status: 'rejected',
      faults: [{ path: 'lineItems' }],
    });
  });
});

describe('money that went back', () => {
  const cents = (members: object): number | undefined => {
    const mapping = mapShopifyOrder({ ...order, ...members });
    return mapping.status === 'mapped' ? mapping.order.refundAmountCents : undefined;
  };
  const only = (transaction: object) => ({ transactions: [{ ...refund, ...transaction }] });

  it('is read once, where refunds and their order both name it', () => {
    expect(cents({ ...refunded, transactions: [refund] })).toBe(4000);
    expect(cents({ refunds: [], transactions: [refund] })).toBe(4000);
  });

  it('is converted by the totals where only the currency of the buyer is given', () => {
    expect(cents(only({ amountSet: { presentmentMoney: yen } }))).toBe(4000);
  });

  it.each([
    [{ amountSet: { presentmentMoney: { amount: '5', currencyCode: 'GBP' } } }],
    [{ amountSet: undefined }],
  ])('is left out where nobody knows how much it is: %j', (transaction) => {
    expect(cents(only(transaction))).toBeUndefined();
  });

  it('without a set is in the only currency there is, or left out', () => {
    const amount = { amountSet: undefined, amount: '40.00' };
    expect(cents(only(amount))).toBe(4000);
    expect(cents({ ...only(amount), presentmentCurrencyCode: 'JPY' })).toBeUndefined();
  });

  it('did not, where the transaction failed or is a payment', () => {
    expect(cents(only({ status: 'FAILURE' }))).toBeUndefined();
    expect(cents(only({ kind: 'SALE' }))).toBeUndefined();
  });
});
