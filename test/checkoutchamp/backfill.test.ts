import { longForm } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { fill, partCents, type Worth } from './account.ts';
import { backfillArgs, expectNoSecretIn, expectWorth, setUp } from './set-up.ts';

const form = longForm
  ? { orders: 20_000, days: 730, kills: 10 }
  : { orders: 400, days: 40, kills: 3 };
it(
  'brings a history over, killed on the way; the second run sends nothing, and the next night only what changed',
  async () => {
    const { cwd, account, sandbox, start, backfill } = await setUp({ record: 'all' });
    const now = Date.now();
    const worth = fill(account, { ...form, now });
    for (let kill = 0; kill < form.kills; kill += 1) {
      const running = start(backfillArgs);
      const before = account.requests.length;
      const asked = Math.ceil((form.days * 2) / form.kills);
      while (
        account.requests.length - before < asked &&
        sandbox.requests.length < 20 * (kill + 1)
      ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      running.process.kill('SIGKILL');
      await running.done.catch(() => undefined);
    }
    const last = await backfill();
    expect(last).toMatchObject({
      exitCode: 0,
      document: { status: 'completed', records: { rejected: 0 } },
    });
    expectWorth(sandbox, worth);
    // Each day was read by one run, but for those in which a run was killed.
    const days = account.requests.filter(({ path }) => path === '/transactions/query/').length;
    expect(days).toBeLessThan(form.days + 35 + 10 * form.kills);

    const sent = sandbox.requests.length;
    const again = await backfill();
    expect(again).toMatchObject({ document: { requests: { sent: 0 }, records: { accepted: 0 } } });
    expect(sandbox.requests.slice(sent).filter(({ method }) => method === 'POST')).toEqual([]);

    const [refunded, chargedBack] = [...sandbox.orders]
      .map(({ order }) => order)
      .filter(({ status, refundAmountCents }) => status === 'placed' && !refundAmountCents)
      .slice(-2);
    if (refunded === undefined || chargedBack === undefined) throw new Error('no order is left');
    const at = new Date(now).toISOString();
    account.refund(refunded.orderId, partCents, at);
    account.chargeback(chargedBack.orderId, chargedBack.totalCents, at);
    takeBack(worth, refunded.customer.email, partCents);
    takeBack(worth, chargedBack.customer.email, chargedBack.totalCents);
    expect(await backfill()).toMatchObject({ document: { records: { accepted: 2 } } });
    expectWorth(sandbox, worth);

    expect(account.requests.every(({ query }) => query === '')).toBe(true);
    await expectNoSecretIn(cwd);
  },
  longForm ? 1_800_000 : 120_000,
);

function takeBack(worth: Map<string, Worth>, email: string, cents: number): void {
  const { ordersCount = 0, totalSpentCents = 0 } = worth.get(email) ?? {};
  worth.set(email, { ordersCount, totalSpentCents: totalSpentCents - cents });
}
