import { type Order } from 'sequenzy-commerce';
import {
  planBackfill,
  SequenzyPartialHistoryError,
  backfill,
  verifyTotals,
} from 'sequenzy-commerce/backfill';
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

  it('stops the run where Sequenzy has more, from any source', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const known = { customerTotals: { ordersCount: 2, totalSpentCents: 1 } };
    const email = 'c7@shop.example';
    await clock.run(sequenzy.orders.push(order('old', email, 1, known)));
    const history = customers(40);
    const again = backfill(sequenzy, () => history, computed);
    const refused: unknown = await clock.run(again.catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(SequenzyPartialHistoryError);
    expect(refused).toMatchObject({ reason: 'behind', missing: 1 });
    expect(sandbox.subscribers.get(email)?.customAttributes).toMatchObject({ ordersCount: 2 });
    const reads = sandbox.requests.filter(({ method }) => method === 'GET');
    expect(new Set(reads.map(({ path }) => path)).size).toBe(40);
  });

  it('stops the run for what was answered before the answers ended', async () => {
    const asked = '/subscribers/';
    const { clock, sandbox, sequenzy } = setUp({
      faults: [{ on: { path: /\/subscribers\// }, after: 1, do: { kind: 'forbidden' } }],
    });
    for (const { customer } of customers(2)) {
      const known = { customerTotals: { ordersCount: 9, totalSpentCents: 1 } };
      const { email } = customer;
      await clock.run(sequenzy.orders.push(order(`old-${email}`, email, 1, known)));
    }
    const again = backfill(sequenzy, customers(2), computed);
    const refused: unknown = await clock.run(again.catch((error: unknown) => error));
    expect(refused).toMatchObject({ reason: 'behind', missing: 1 });
    expect(sandbox.requests.filter(({ path }) => path.includes(asked))).toHaveLength(2);
  });

  it.each([
    ['a web page', { kind: 'html', status: 404 } as const],
    ['another program', { kind: 'says', status: 404, json: { error: 'Not Found' } } as const],
  ])('is not taken for unknown people where %s answers 404', async (_, fault) => {
    const { clock, sequenzy } = setUp({ faults: [{ on: { path: /\/subscribers\// }, do: fault }] });
    const { comparison, totals } = await clock.run(backfill(sequenzy, customers(3), computed));
    expect(comparison).toMatchObject({ customers: 3, answered: 0, error: { code: 'not-found' } });
    const verified = totals && verifyTotals(sequenzy, totals);
    await expect(verified).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not those who come first', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const history = customers(200);
    await clock.run(backfill(sequenzy, () => history, computed));
    const reads = sandbox.requests.filter(({ method }) => method === 'GET');
    const numbers = reads.map(({ path }) => Number(/c(\d+)%40/.exec(path)?.[1]));
    expect(numbers).toHaveLength(50);
    expect(Math.max(...numbers)).toBeGreaterThan(90);
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
