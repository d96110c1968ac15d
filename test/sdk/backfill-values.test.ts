import { Readable } from 'node:stream';
import { type Order } from 'sequenzy-commerce';
import {
  SequenzyPartialHistoryError,
  type BackfillOptions,
  backfill,
  verifyTotals,
} from 'sequenzy-commerce/backfill';
import { describe, expect, it } from 'vitest';
import { computed, day, order, pushed, setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';
import { wrongValues } from './wrong-values.ts';

describe('the values of every customer', () => {
  it("equal the shop's after a backfill, however the history is shuffled", async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = makeHistory({ orders: 1500, customers: 200 });
    const result = await clock.run(backfill(sequenzy, history, computed));
    expect(result).toMatchObject({
      status: 'completed',
      records: { read: 1500, accepted: 1500 },
      requests: { sent: 1500, retried: 0, rateLimited: 0 },
      customers: 200,
    });
    expect(sandbox.subscribers.size).toBe(200);
    expect(wrongValues(sandbox, history)).toEqual([]);
  });

  it('carry the newest name, externalId and attributes, whatever an old order says', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = [
      order('3', 'Ada@example.com', 3, {
        customer: { email: 'Ada@example.com', lastName: 'King' },
      }),
      order('1', 'ada@example.com', 1, {
        customer: {
          email: 'ada@example.com',
          lastName: 'Byron',
          externalId: 'a-1',
          attributes: { tier: 'new', city: 'London', constructor: 'kept' },
        },
      }),
      order('2', 'ada@example.com', 2, {
        customer: { email: 'ada@example.com', attributes: { tier: 'gold' } },
      }),
    ];
    await clock.run(backfill(sequenzy, history, { ...computed, maxRequests: 1 }));
    expect(pushed(sandbox)).toEqual(['1 placed']);
    expect(sandbox.subscribers.get('ada@example.com')).toMatchObject({
      lastName: 'King',
      externalId: 'a-1',
      attributes: { tier: 'gold', city: 'London', constructor: 'kept', ordersCount: 3, ltv: 30 },
    });
  });

  it('are as much on every order, with the decimals of its own currency', async () => {
    const ada = 'ada@example.com';
    const history = [
      order('usd', ada, 1, { totalCents: 1050 }),
      order('jpy', ada, 2, { totalCents: 500, currency: 'JPY' }),
      order('kwd', ada, 3, { totalCents: 1000, currency: 'KWD', status: 'cancelled' }),
    ];
    const rates = { base: 'USD', rates: { JPY: '0.0067' } };
    const asUsd = {
      totalsOf: () => ({ ordersCount: 2, totalSpentCents: 1385 }),
      currencyOf: () => 'USD',
    };
    const given = { customerTotals: { ordersCount: 2, totalSpentCents: 1385 } };
    const sources: [Order[], BackfillOptions][] = [
      [history, { ...computed, rates }],
      [history, { totals: asUsd }],
      [history, { totals: asUsd, singlePass: true }],
      [[...history, order('last', ada, 4, given)], { totals: 'given', until: new Date(day(4)) }],
    ];
    for (const [orders, options] of sources) {
      const { clock, sandbox, sequenzy } = setUp({ record: 'all' });
      await clock.run(backfill(sequenzy, orders, options));
      const pushes = sandbox.requests.filter(({ method }) => method === 'POST');
      const carried = pushes.map(({ body }) => {
        const { orderId, customerTotals } = body as Order; // a backfill sends nothing else
        return [orderId, customerTotals];
      });
      expect(carried).toEqual([
        ['usd', { ordersCount: 2, totalSpentCents: 1385 }],
        ['jpy', { ordersCount: 2, totalSpentCents: 14 }],
        ['kwd', { ordersCount: 2, totalSpentCents: 13850 }],
      ]);
    }
  });

  it('are found again whatever order came last, with the decimals it could carry', async () => {
    const history = [
      order('usd', 'ada@example.com', 1, { totalCents: 1385 }),
      order('jpy', 'ada@example.com', 2, { currency: 'JPY', status: 'cancelled' }),
      order('usd', 'bo@example.com', 1, { totalCents: 1385, orderId: 'bo' }),
    ];
    for (const ltvFirst of [false, true]) {
      const { clock, sandbox, sequenzy } = setUp();
      const { totals } = await clock.run(backfill(sequenzy, history, { ...computed, ltvFirst }));
      if (totals === undefined) throw new Error('no totals');
      expect(sandbox.subscribers.get('ada@example.com')?.attributes.ltv).toBe(
        ltvFirst ? 13.85 : 14,
      );
      const { differences } = await clock.run(verifyTotals(sequenzy, totals));
      expect(differences).toEqual([]);
    }
  });

  it('are not sent where a faulty order would be missing in them, whoever holds it back', async () => {
    const { clock, sandbox, sequenzy } = setUp({ record: 'all' });
    const history = [
      order('1', 'ada@example.com', 1),
      order('2', 'bo@example.com', 1),
      order('3', 'cy@example.com', 1),
      order('4', 'ADA@example.com', 2, { totalCents: 0.5 }),
    ];
    const stored = {
      [Symbol.asyncIterator]: () => Readable.from(history)[Symbol.asyncIterator](),
      read: (ordinal: number) => history[ordinal] ?? order('', '', 0),
      faulty: [
        { email: 'Cy@example.com', name: 'line 9' },
        { email: 'dan@example.com', name: 'line 10' },
      ],
    };
    const result = await clock.run(backfill(sequenzy, stored, computed));
    expect(result).toMatchObject({
      records: { accepted: 3, rejected: 1 },
      incompleteCustomers: ['ada@example.com', 'cy@example.com'],
    });
    const carrying = sandbox.requests.filter(({ body }) =>
      JSON.stringify({ body }).includes('customerTotals'),
    );
    expect(carrying.map(({ body }) => body)).toMatchObject([{ orderId: '2' }]);
  });

  it('are nobody’s where a faulty order could be anybody’s, unless the caller insists', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = [order('1', 'ada@example.com', 1), order('2', 'nobody', 2)];
    const refused = backfill(sequenzy, history, computed);
    await expect(clock.run(refused)).rejects.toMatchObject({
      name: SequenzyPartialHistoryError.name,
      reason: 'unreadable',
      examples: ['2'],
    });
    expect(sandbox.requests).toEqual([]);
    const insisting = { ...computed, partialHistory: true };
    const { records } = await clock.run(backfill(sequenzy, history, insisting));
    expect(records).toMatchObject({ accepted: 1, rejected: 1 });
  });

  it('are not computed from a source that says it lacks orders, unless the caller insists', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = [order('1', 'ada@example.com', 1)];
    const source = {
      lacksOrders: true,
      async *[Symbol.asyncIterator]() {
        yield* await Promise.resolve(history);
      },
      read: (ordinal: number) => history[ordinal] ?? order('none', 'x', 0),
    };
    const refused = backfill(sequenzy, source, computed);
    await expect(clock.run(refused)).rejects.toMatchObject({ reason: 'incomplete' });
    expect(sandbox.requests).toEqual([]);
    const none = { ...computed, totals: 'none' as const };
    for (const options of [none, { ...computed, partialHistory: true }]) {
      const { records } = await clock.run(backfill(sequenzy, source, options));
      expect(records).toMatchObject({ accepted: 1 });
    }
  });

  it('come from the newest order that has any where they are given, or from a table, or not at all', async () => {
    const given = (ordersCount: number) => ({
      customerTotals: { ordersCount, totalSpentCents: ordersCount * 100 },
    });
    const history = [
      order('1', 'ada@example.com', 1, given(1)),
      order('3', 'ada@example.com', 3),
      order('2', 'ada@example.com', 2, given(7)),
    ];
    const countAfter = async (totals: BackfillOptions['totals']) => {
      const { clock, sandbox, sequenzy } = setUp();
      await clock.run(backfill(sequenzy, history, { totals, maxRequests: 1 }));
      return sandbox.subscribers.get('ada@example.com')?.attributes.ordersCount;
    };
    expect(await countAfter('given')).toBe(7);
    expect(await countAfter({ totalsOf: () => ({ ordersCount: 9, totalSpentCents: 1 }) })).toBe(9);
    expect(await countAfter('none')).toBe(1);
  });

  it.each([
    ['newer', { orderedAt: day(3) }, ['ada@example.com']],
    ['of unknown time', {}, ['ada@example.com']],
    ['older', { orderedAt: day(1) }, []],
  ])('that are given do not stand where a faulty order is %s', async (_, when, incomplete) => {
    const customerTotals = { ordersCount: 7, totalSpentCents: 700 };
    const history = [order('2', 'ada@example.com', 2, { customerTotals })];
    const faulty = { ...when, email: 'ADA@example.com', name: 'o.csv, line 3' };
    const { clock, sandbox, sequenzy } = setUp();
    const source = {
      async *[Symbol.asyncIterator]() {
        await Promise.resolve();
        yield* history;
      },
      read: (ordinal: number) => history[ordinal] ?? order('?', 'nobody@example.com', 1),
      faulty: [faulty],
    };
    const result = await clock.run(backfill(sequenzy, source, { totals: 'given' }));
    expect(result.incompleteCustomers).toEqual(incomplete);
    expect(sandbox.orders.get('2')?.order.customerTotals).toEqual(
      incomplete.length > 0 ? undefined : customerTotals,
    );
  });

  it('are left to Sequenzy where orders mix currencies, and the customer is named', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = [
      order('1', 'Ada@example.com', 1),
      order('2', 'ada@example.com', 2, { currency: 'EUR' }),
      order('3', 'bob@example.com', 3),
    ];
    const result = await clock.run(backfill(sequenzy, history, computed));
    expect(result.mixedCurrencyCustomers).toEqual(['ada@example.com']);
    expect(sandbox.orders.get('1')?.order).not.toHaveProperty('customerTotals');
    expect(sandbox.orders.get('3')?.order).toHaveProperty('customerTotals');
    const rates = { base: 'USD', rates: { EUR: '1.5' } };
    const other = setUp();
    await other.clock.run(backfill(other.sequenzy, history, { ...computed, rates }));
    expect(other.sandbox.orders.get('1')?.order.customerTotals).toEqual({
      ordersCount: 2,
      totalSpentCents: 2500,
    });
  });

  it('count an order that does not fit the API as far as its money does', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const bad = { ...order('1', 'ada@example.com', 1), orderNumber: 17 } as unknown as Order; // what a file may hold
    const history = [bad, order('2', 'ada@example.com', 2)];
    const result = await clock.run(backfill(sequenzy, history, computed));
    expect(result).toMatchObject({ status: 'partial', records: { accepted: 1, rejected: 1 } });
    expect(sandbox.subscribers.get('ada@example.com')?.attributes.ordersCount).toBe(2);
  });

  it('are compared with what the server has by verify', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = makeHistory({ orders: 300, customers: 60 });
    const { totals } = await clock.run(backfill(sequenzy, history, computed));
    if (totals === undefined) throw new Error('no totals');
    const clean = await clock.run(verifyTotals(sequenzy, totals, { sample: 50 }));
    expect(clean).toEqual({ checked: 50, withoutTotals: 0, differences: [] });
    totals.add(order('new', 'CUSTOMER-1@shop.example', 1, { currency: 'EUR', totalCents: 99 }));
    totals.add(order('else', 'nobody@shop.example', 1));
    const emails = ['customer-1@shop.example', 'nobody@shop.example'];
    const { differences } = await clock.run(verifyTotals(sequenzy, totals, { emails }));
    expect(differences.map(({ field }) => field)).toEqual([
      'ordersCount',
      'totalSpent',
      'ltv',
      'subscriber',
    ]);
    expect(sandbox.subscribers.get('customer-1@shop.example')?.attributes.ordersCount).toBe(
      Number(differences[0]?.actual),
    );
  });
});
