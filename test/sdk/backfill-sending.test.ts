import { type planBackfill, backfill } from 'sequenzy-commerce/backfill';
import { type Order, type Outcome } from 'sequenzy-commerce';
import { type BackfillOptions } from 'sequenzy-commerce/backfill';
import { describe, expect, it } from 'vitest';
import { computed, day, order, pushed, setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';

describe('the order of sending', () => {
  const history = [
    order('b2', 'bob@example.com', 4),
    order('a1', 'ada@example.com', 1),
    order('a3', 'ada@example.com', 5, { status: 'fulfilled' }),
    order('b1', 'bob@example.com', 2),
    order('a2', 'ada@example.com', 3),
  ];
  const byTime = history.toSorted(
    (one, other) => Date.parse(one.orderedAt ?? '') - Date.parse(other.orderedAt ?? ''),
  );

  const sent = async (source: Parameters<typeof planBackfill>[0], options = {}) => {
    const { clock, sandbox, sequenzy } = setUp();
    await clock.run(backfill(sequenzy, source, { ...computed, concurrency: 1, ...options }));
    return pushed(sandbox).map((event) => event.split(' ')[0]);
  };

  it('is by time, or by newest first where lifetime values are wanted first', async () => {
    expect(await sent(history)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
    expect(await sent(history, { ltvFirst: true })).toEqual(['b2', 'a3', 'a1', 'b1', 'a2']);
  });

  it('is the same for a function, sorted or not, and for a source that can be read anywhere', async () => {
    const stored = {
      read: (ordinal: number) => Promise.resolve(history[ordinal] ?? order('?', '?@?', 1)),
      async *[Symbol.asyncIterator]() {
        await Promise.resolve();
        yield* history;
      },
    };
    for (const source of [() => history, () => byTime, stored]) {
      expect(await sent(source)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
      expect(await sent(source, { ltvFirst: true })).toEqual(['b2', 'a3', 'a1', 'b1', 'a2']);
    }
  });

  it('never has two of one customer under way, nor two of one orderId', async () => {
    const underWay = new Set<string>();
    let most = 0;
    const { clock, sequenzy } = setUp({ latency: [50, 400] }, (fetch) => async (input, init) => {
      const asked = new Request(input, init);
      if (asked.method === 'GET') return fetch(input, init);
      const body = await asked.text();
      const { orderId, customer } = JSON.parse(body) as Order; // what was pushed
      const names = [orderId, customer.email.toLowerCase()];
      expect(names.filter((name) => underWay.has(name))).toEqual([]);
      names.forEach((name) => underWay.add(name));
      most = Math.max(most, underWay.size);
      const response = await fetch(input, { ...init, body });
      names.forEach((name) => underWay.delete(name));
      return response;
    });
    const history = makeHistory({ orders: 300, customers: 5 });
    const moved = history.map((one, index) => ({
      ...one,
      orderId: `#${String(index % 40)}`,
    }));
    const options = { ...computed, concurrency: 8 };
    await clock.run(backfill(sequenzy, history, options));
    const once = { totals: 'none', singlePass: true, concurrency: 8 } as const;
    const result = await clock.run(backfill(sequenzy, moved.values(), once));
    expect(result.records).toMatchObject({ read: 300, accepted: 300 });
    expect(most).toBeGreaterThan(4);
  });
});

describe('what is sent', () => {
  const history = [
    order('1', 'ada@example.com', 1),
    order('2', 'bob@example.com', 2, { status: 'refunded', refundAmountCents: 400 }),
    order('3', 'ada@example.com', 3, { status: 'cancelled' }),
  ];

  it('is marked as a backfill, unless that is not wanted', async () => {
    const properties = async (options: Partial<BackfillOptions>) => {
      const { clock, sandbox, sequenzy } = setUp();
      await clock.run(backfill(sequenzy, history, { ...computed, ...options }));
      return sandbox.orders.get('1')?.order.properties;
    };
    expect(await properties({})).toEqual({ backfill: true });
    expect(await properties({ mark: false })).toBeUndefined();
  });

  it('is the last status, or with a full lifecycle placed and then the last status', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const final = await clock.run(backfill(sequenzy, history, computed));
    expect(pushed(sandbox)).toEqual(['1 placed', '2 refunded', '3 cancelled']);
    expect(final.events).toEqual({ placed: 1, refunded: 1, cancelled: 1, fulfilled: 0 });
    const full = setUp();
    const outcomes: Outcome[] = [];
    const result = await full.clock.run(
      backfill(full.sequenzy, history, {
        ...computed,
        lifecycle: 'full',
        concurrency: 1,
        onOutcome: (outcome) => outcomes.push(outcome),
      }),
    );
    expect(pushed(full.sandbox)).toEqual([
      '1 placed',
      '2 placed',
      '2 refunded',
      '3 placed',
      '3 cancelled',
    ]);
    expect(result).toMatchObject({
      records: { read: 3, accepted: 3 },
      requests: { sent: 5 },
      events: { placed: 3, refunded: 1, cancelled: 1 },
    });
    expect(outcomes.map(({ index, key, input }) => [index, key, input])).toEqual(
      history.map((one, index) => [index, one.orderId, one]),
    );
  });

  it('is chosen by time and status, while all orders count for totals and profiles', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const result = await clock.run(
      backfill(sequenzy, history, {
        ...computed,
        since: new Date(day(1)),
        until: new Date(day(3)),
        status: ['placed', 'cancelled'],
      }),
    );
    expect(pushed(sandbox)).toEqual(['1 placed']);
    expect(result).toMatchObject({ records: { read: 1 }, leftOut: 2, customers: 1 });
  });

  it('is the last version of an order that comes again, and every version has its outcome', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const outcomes: Outcome[] = [];
    const again = [...history, order('1', 'ada@example.com', 1, { status: 'fulfilled' })];
    const result = await clock.run(
      backfill(sequenzy, () => again, {
        ...computed,
        onOutcome: (outcome) => outcomes.push(outcome),
      }),
    );
    expect(pushed(sandbox).sort()).toEqual(['1 fulfilled', '2 refunded', '3 cancelled']);
    expect(result.records).toMatchObject({ read: 4, accepted: 4 });
    expect(outcomes.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3]);
    expect(sandbox.subscribers.get('ada@example.com')?.attributes.ordersCount).toBe(1);
  });

  it('has a time, or is rejected', async () => {
    const { clock, sequenzy } = setUp();
    const timeless = { ...order('9', 'ada@example.com', 1), orderedAt: undefined };
    const outcomes: Outcome[] = [];
    await clock.run(
      backfill(sequenzy, [timeless], {
        ...computed,
        onOutcome: (outcome) => outcomes.push(outcome),
      }),
    );
    expect(outcomes).toMatchObject([
      { status: 'rejected', key: '9', index: 0, reasons: [{ path: 'orderedAt' }] },
    ]);
  });
});
