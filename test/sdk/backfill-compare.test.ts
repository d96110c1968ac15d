import { planBackfill, SequenzyPartialHistoryError, type Order } from 'sequenzy-commerce';
import { describe, expect, it } from 'vitest';
import { computed, order, setUp } from './backfill-set-up.ts';

const customers = (count: number, orders = 1): Order[] =>
  Array.from({ length: count * orders }, (_, at) =>
    order(String(at), `c${String(at % count)}@shop.example`, 1 + (at % 28)),
  );

describe('the sample that computed totals are compared for', () => {
  it.each([
    [30, 1, 30],
    [400, 2, 50],
    [1200, 1, 60],
    [60, 50, 60],
  ])('of %d customers with %d orders each is %d', async (count, orders, compared) => {
    const plan = await planBackfill(customers(count, orders), computed);
    expect(plan.comparison?.customers).toBe(compared);
    expect(plan.requests).toBe(count * orders + compared);
  });

  it('is drawn at random, and stops the run where Sequenzy has more, from any source', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const known = { customerTotals: { ordersCount: 2, totalSpentCents: 1 } };
    const email = 'c7@shop.example';
    await clock.run(sequenzy.orders.push(order('old', email, 1, known)));
    const history = customers(40);
    const again = sequenzy.orders.backfill(() => history, computed);
    const refused: unknown = await clock.run(again.catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(SequenzyPartialHistoryError);
    expect(refused).toMatchObject({ reason: 'behind', missing: 1 });
    expect(sandbox.subscribers.get(email)?.customAttributes).toMatchObject({ ordersCount: 2 });
    const reads = sandbox.requests.filter(({ method }) => method === 'GET');
    expect(new Set(reads.map(({ path }) => path)).size).toBe(40);
    // Random is always 0.5 here: not the order in which they came.
    expect(reads[0]?.path).not.toMatch(/c0%40/);
  });

  it('is not taken where totals are not computed, or are insisted on', async () => {
    for (const options of [
      { totals: 'none' },
      { totals: 'computed', partialHistory: true },
    ] as const) {
      expect((await planBackfill(customers(3), options)).comparison).toBeUndefined();
    }
  });
});
