import { describe, expect, it } from 'vitest';
import type { CheckoutChampOptions } from './options.ts';
import { createCheckoutChampSandbox } from './checkoutchamp-sandbox.ts';

const login = { loginId: 'sandbox', password: 'sandbox-password' };

function setUp(options: CheckoutChampOptions = {}) {
  const sandbox = createCheckoutChampSandbox(options);
  const ask = async (path: string, form: Record<string, string> = {}) => {
    const body = new URLSearchParams({ ...login, ...form });
    const reply = await sandbox.fetch(`https://x.example${path}`, { method: 'POST', body });
    return { status: reply.status, body: (await reply.json()) as Reply };
  };
  const orders = (form: Record<string, string>) => ask('/order/query/', form);
  return { sandbox, ask, orders };
}

interface Reply {
  readonly result: string;
  readonly message: {
    readonly totalResults: number;
    readonly data: Record<string, unknown>[];
  };
}

function order(number: number, at: string) {
  return {
    orderId: number.toString(16).toUpperCase().padStart(10, '0'),
    actualOrderId: number,
    at,
    customerId: number,
    email: `c${String(number)}@shop.example`,
    items: [{ productId: 11, name: 'Serum', cents: 1995, quantity: 2 }],
    shippingCents: 495,
    taxCents: 100,
    discountCents: 50,
  };
}

const march = { startDate: '03/01/2026', endDate: '03/01/2026' };

describe('the CheckoutChamp sandbox', () => {
  it('says failures with status 200: a wrong login, an address that is not let in, nothing found, no dates', async () => {
    const { sandbox, ask, orders } = setUp();
    const wrong = await ask('/order/query/', { ...march, password: 'other' });
    expect(wrong).toMatchObject({ status: 200, body: { message: 'Invalid login credentials' } });
    expect((await orders(march)).body).toEqual({
      result: 'ERROR',
      message: 'No orders matching those parameters could be found',
    });
    expect((await orders({})).body).toMatchObject({
      message: { startDate: 'must be a date as MM/DD/YYYY' },
    });
    sandbox.allow(['198.51.100.1']);
    expect((await orders(march)).body.message).toBe('IP must be whitelisted - 203.0.113.7');
  });

  it('counts days by the account, ignores times of the query, and writes times without a zone', async () => {
    const { sandbox, orders } = setUp();
    sandbox.seedOrders([order(1, '2026-03-02T04:59:59Z'), order(2, '2026-03-02T05:00:00Z')]);
    const { body } = await orders({ ...march, startDate: '03/01/2026 23:00:00' });
    expect(body.message.data).toMatchObject([
      { orderId: '0000000001', actualOrderId: 1, dateCreated: '2026-03-01 23:59:59' },
    ]);
  });

  it.each([
    ['totalAmount', '45.35'],
    ['totalAmount+shipping', '40.40'],
  ] as const)('of %s writes the total, and what it is made of', async (totalIs, totalAmount) => {
    const { sandbox, orders } = setUp({ totalIs });
    sandbox.seedOrders([order(1, '2026-03-01T12:00:00Z')]);
    const amounts = { price: '39.90', baseShipping: '4.95', salesTax: '1.00' };
    expect((await orders(march)).body.message.data).toMatchObject([
      { totalAmount, ...amounts, totalDiscount: '0.50' },
    ]);
  });

  it('shows pages by number, 200 rows at most, and nothing behind the last one', async () => {
    const { sandbox, orders } = setUp();
    sandbox.seedOrders(
      Array.from({ length: 201 }, (_, at) => order(at + 1, '2026-03-01T12:00:00Z')),
    );
    const page = async (form: object) => (await orders({ ...march, ...form })).body.message;
    expect((await page({})).data).toHaveLength(25);
    const first = await page({ resultsPerPage: '500' });
    expect([first.totalResults, first.data.length]).toEqual([201, 200]);
    expect((await page({ resultsPerPage: '200', page: '2' })).data).toHaveLength(1);
    expect(await page({ resultsPerPage: '200', page: '3' })).toMatch(/^No orders matching/);
  });

  it('moves rows between pages and miscounts, as often as it is told', async () => {
    const { sandbox, orders } = setUp();
    sandbox.seedOrders(Array.from({ length: 3 }, (_, at) => order(at + 1, '2026-03-01T12:00:00Z')));
    const page = async (number: number) =>
      (await orders({ ...march, resultsPerPage: '2', page: String(number) })).body.message;
    sandbox.trouble.movedRows = 1;
    expect((await page(2)).data).toMatchObject([{ actualOrderId: 1 }]);
    expect((await page(2)).data).toMatchObject([{ actualOrderId: 3 }]);
    sandbox.trouble.wrongTotals = 1;
    expect([(await page(1)).totalResults, (await page(1)).totalResults]).toEqual([4, 3]);
  });

  it('turns an order REFUNDED when all of it went back, and restates the sale of a chargeback', async () => {
    const { sandbox, ask, orders } = setUp();
    sandbox.seedOrders([order(1, '2026-03-01T12:00:00Z'), order(2, '2026-03-01T12:00:00Z')]);
    sandbox.refund('0000000001', 1000, '2026-03-05T12:00:00Z');
    const updated = { ...march, endDate: '03/31/2026', dateRangeType: 'dateUpdated' };
    const first = { orderStatus: 'COMPLETE', dateUpdated: '2026-03-05 07:00:00' };
    expect((await orders(updated)).body.message.data[1]).toMatchObject(first);
    sandbox.refund('0000000001', 3535, '2026-03-06T12:00:00Z');
    expect((await orders(updated)).body.message.data[1]).toMatchObject({ orderStatus: 'REFUNDED' });
    sandbox.chargeback('0000000002', 4535, '2026-03-20T12:00:00Z');
    const sales = await ask('/transactions/query/', { ...march, txnType: 'SALE' });
    expect(sales.body.message.data).toMatchObject([
      { orderId: '0000000001', isChargedback: 0 },
      {
        orderId: '0000000002',
        isChargedback: 1,
        chargebackAmount: '45.35',
        chargebackDate: '2026-03-20',
      },
    ]);
    const later = { startDate: '03/02/2026', endDate: '03/31/2026', responseType: 'SUCCESS' };
    const refunds = (await ask('/transactions/query/', later)).body.message.data;
    expect(refunds.map(({ totalAmount }) => totalAmount)).toEqual(['10.00', '35.35']);
  });

  it('lists campaigns with their products by id', async () => {
    const { sandbox, ask } = setUp();
    const product = { productId: 11, campaignProductId: 71, name: 'Serum', cents: 1995 };
    sandbox.seedCampaigns([{ campaignId: 5, name: 'Spring', products: [product] }]);
    const { body } = await ask('/campaign/query/');
    expect(body.message.data).toMatchObject({
      5: { products: [{ productId: 11, productName: '(11) Serum', productPrice: '19.95' }] },
    });
  });

  it('forgets everything, its troubles too', async () => {
    const { sandbox, orders } = setUp();
    sandbox.seedOrders([order(1, '2026-03-01T12:00:00Z')]);
    sandbox.trouble.wrongTotals = 5;
    sandbox.reset();
    expect((await orders(march)).body.result).toBe('ERROR');
    expect(sandbox.trouble).toEqual({ wrongTotals: 0, movedRows: 0 });
  });
});
