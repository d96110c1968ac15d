import { SequenzyValidationError, type Order } from 'sequenzy-commerce';
import {
  planBackfill,
  SequenzyPartialHistoryError,
  type BackfillOptions,
  backfill,
} from 'sequenzy-commerce/backfill';
import { describe, expect, it } from 'vitest';
import { computed, order, pushed, setUp } from './backfill-set-up.ts';
import { makeHistory, plainTotals } from './order-history.ts';

describe('running it again', () => {
  it('sends only new and changed orders, with the new totals', async () => {
    const { clock, sandbox, sequenzy, ledger } = setUp();
    const history = makeHistory({ orders: 200, customers: 30, shuffled: false });
    const options = { ...computed, ledger };
    await clock.run(backfill(sequenzy, history, options));
    const grown = [
      ...history.map((one) =>
        one.orderId === '#1000' ? { ...one, status: 'refunded' as const } : one,
      ),
      order('new', 'CUSTOMER-7@shop.example', 400, {
        currency: 'EUR',
        customer: { email: 'CUSTOMER-7@shop.example', firstName: 'Newest' },
      }),
    ].reverse();
    const result = await clock.run(backfill(sequenzy, grown, options));
    expect(result).toMatchObject({
      records: { read: 201, accepted: 2, unchanged: 199 },
      requests: { sent: 2 },
      changes: { created: 1, changed: 1 },
    });
    const { ordersCount } = plainTotals(grown).get('customer-7@shop.example') ?? {};
    expect(sandbox.subscribers.get('customer-7@shop.example')).toMatchObject({
      firstName: 'Newest',
      attributes: { ordersCount },
    });
  });

  it('in a full lifecycle sends only the later status of an order that has moved on', async () => {
    const { clock, sandbox, sequenzy, ledger } = setUp();
    const options: BackfillOptions = { ...computed, ledger, lifecycle: 'full' };
    const placed = order('1', 'ada@example.com', 1);
    await clock.run(backfill(sequenzy, [placed], options));
    const fulfilled = { ...placed, status: 'fulfilled' as const };
    const result = await clock.run(backfill(sequenzy, [fulfilled], options));
    expect(result.requests.sent).toBe(1);
    expect(pushed(sandbox)).toEqual(['1 placed', '1 fulfilled']);
  });

  it('refuses computed totals from a source that lacks orders the ledger knows', async () => {
    for (const lifecycle of ['final', 'full'] as const) {
      const { clock, sandbox, sequenzy, ledger } = setUp();
      const history = makeHistory({ orders: 20, customers: 5 });
      const options: BackfillOptions = { ...computed, ledger, lifecycle };
      await clock.run(backfill(sequenzy, history, options));
      const before = sandbox.requests.length;
      const part = history.slice(3);
      const refused = backfill(sequenzy, part, options);
      await expect(refused).rejects.toBeInstanceOf(SequenzyPartialHistoryError);
      await expect(refused).rejects.toMatchObject({ missing: 3 });
      await expect(planBackfill(part, options)).rejects.toMatchObject({ missing: 3 });
      expect(sandbox.requests.length).toBe(before);
      const insisted = backfill(sequenzy, part, { ...options, partialHistory: true });
      expect((await clock.run(insisted)).records.unchanged).toBe(17);
    }
  });

  it('refuses what cannot be done, before anything is sent or read', async () => {
    const { sandbox, sequenzy } = setUp();
    const faults = async (source: Parameters<typeof planBackfill>[0], options: object) => {
      const refused = backfill(sequenzy, source, options as BackfillOptions); // wrong on purpose
      const error: unknown = await refused.catch((reason: unknown) => reason);
      return error instanceof SequenzyValidationError ? error.faults.map(({ path }) => path) : [];
    };
    function* once(): Generator<Order> {
      throw new Error('was read');
    }
    expect(await faults(once(), computed)).toEqual(['source']);
    expect(await faults(once(), { ...computed, singlePass: true, ltvFirst: true })).toEqual([
      'totals',
      'ltvFirst',
    ]);
    expect(await faults([], {})).toEqual(['totals']);
    expect(await faults([], { totals: 'given', rates: { base: 'USD', rates: {} } })).toEqual([
      'rates',
    ]);
    const bad = { since: new Date('x'), maxRequests: 0, window: { from: '25:00', to: '9' } };
    expect(await faults([], { ...computed, ...bad })).toEqual([
      'since',
      'maxRequests',
      'window.from',
      'window.to',
    ]);
    const texts = { since: '2024-01-01', deadline: 5, status: 'placed', lifecycle: 'Full' };
    expect(await faults([], { ...computed, ...texts })).toEqual([
      'since',
      'status',
      'lifecycle',
      'deadline',
    ]);
    expect(await faults([], { ...computed, rates: { base: '$', rates: { EUR: 1.1 } } })).toEqual([
      'base',
      'rates.EUR',
    ]);
    expect(sandbox.requests).toEqual([]);
  });

  it('throws for a source that breaks before anything is sent', async () => {
    const { sequenzy } = setUp();
    const broken = () => {
      throw new Error('no connection');
    };
    await expect(
      backfill(
        sequenzy,
        function* (): Generator<Order> {
          broken();
        },
        computed,
      ),
    ).rejects.toMatchObject({ code: 'source' });
  });
});
