import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckoutChampOptions } from 'sequenzy-sandbox';
import { longForm } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, stateOf } from '../cli/cli-process.ts';
import { fill } from './account.ts';
import { backfillArgs, expectNoSecretIn, expectWorth, setUp } from './set-up.ts';

type Rule = NonNullable<CheckoutChampOptions['faults']>[number];

const now = Date.now();
const small = { orders: 60, days: 4, now };

const says = (message: unknown) => ({ kind: 'says', json: { result: 'ERROR', message } }) as const;

it('what passes does not lose an order', async () => {
  const all: Rule['do'][] = [
    says('Internal error, please try again'),
    { kind: 'html', status: 200 },
    { kind: 'rate-limited', waitMs: 300 },
    { kind: 'truncated' },
    says(null),
    { kind: 'server-error', status: 503 },
    { kind: 'reset', when: 'after-work' },
    { kind: 'empty-body' },
  ];
  const passing = longForm ? all : all.slice(0, 4);
  const { account, sandbox, backfill } = await setUp();
  const worth = fill(account, { ...small, days: 10 });
  // They strike after the search for the first order, in the middle of the days.
  for (const [at, fault] of passing.entries()) {
    account.faults.add({ after: 12 + 3 * at, times: 1, do: fault });
  }
  expect(await backfill()).toMatchObject({ exitCode: 0 });
  expectWorth(sandbox, worth);
});

it('a wrong count, and rows that move between pages: the day is read again', async () => {
  const { account, run } = await setUp();
  fill(account, { orders: 450, days: 2, now });
  account.trouble.wrongTotals = 3;
  account.trouble.movedRows = 2;
  expect(await run([...backfillArgs, '--dry-run'])).toMatchObject({
    exitCode: 0,
    document: { source: { orders: 450 } },
  });
  expect(account.trouble).toEqual({ wrongTotals: 0, movedRows: 0 });
});

describe('what does not pass', () => {
  const refusals: readonly [string, Rule['do'], number, string][] = [
    [
      'a refused address',
      says('IP must be whitelisted - 203.0.113.7'),
      4,
      'Add 203.0.113.7 to the allowed addresses of the API user',
    ],
    ['a refused parameter', says({ startDate: 'must be a date' }), 2, 'startDate must be a date'],
    ['a refused login', says('Invalid login credentials'), 4, 'Check CHECKOUTCHAMP_LOGIN_ID'],
    ['a missing right', says('User does not have permission'), 4, 'API User (Admin > Users)'],
  ];
  it.each(longForm ? refusals : refusals.slice(0, 2))(
    '%s is not asked again, and stops the run with advice',
    async (_, fault, exitCode, advice) => {
      const { cwd, account, sandbox, backfill } = await setUp();
      fill(account, small);
      account.faults.add({ after: 10, do: fault });
      const stopped = await backfill();
      expect(stopped).toMatchObject({
        exitCode,
        stderr: expect.stringContaining(advice) as string,
      });
      expect(account.requests).toHaveLength(11);
      expect(sandbox.orders.size).toBe(0);
      await expectNoSecretIn(cwd);
    },
  );

  it('a wrong password is told once, and shown nowhere', async () => {
    const { cwd, account, run } = await setUp({ password: 'another password, quite long' });
    const args = ['orders', 'backfill', '--currency', 'USD', '--totals', 'none', '--yes'];
    const wrong = await run(args, { CHECKOUTCHAMP_PASSWORD: 'sandbox-password' });
    expect(wrong).toMatchObject({ exitCode: 4 });
    expect(account.requests).toHaveLength(1);
    await expectNoSecretIn(cwd);
  });

  it.runIf(longForm)('a count that stays wrong stops a run that continues later', async () => {
    const { account, sandbox, backfill } = await setUp();
    const worth = fill(account, small);
    account.trouble.wrongTotals = 1000;
    const stopped = await backfill();
    expect(stopped.stderr).toMatch(/of the orders of \d{4}-\d\d-\d\d it counts \d+, and shows \d+/);
    expect(stopped.exitCode).toBe(75);
    account.trouble.wrongTotals = 0;
    expect(await backfill()).toMatchObject({ exitCode: 0 });
    expectWorth(sandbox, worth);
  });
});

describe('the total of an order', () => {
  it('is totalAmount and shipping where the orders of the account say so', async () => {
    const { account, sandbox, backfill } = await setUp({ totalIs: 'totalAmount+shipping' });
    const worth = fill(account, small);
    expect(await backfill()).toMatchObject({ exitCode: 0 });
    expectWorth(sandbox, worth);
  });

  it('is asked for where they contradict each other', async () => {
    const { account, sandbox, backfill } = await setUp();
    const worth = fill(account, small);
    const odd = {
      orderId: 'C000000001',
      actualOrderId: 1,
      customerId: 1,
      email: 'odd@shop.example',
    };
    account.seedOrders([
      {
        ...odd,
        at: new Date(now - 60_000).toISOString(),
        items: [{ productId: 11, name: 'Serum', cents: 1000 }],
        shippingCents: 300,
        totalIs: 'totalAmount+shipping',
      },
    ]);
    const stopped = await backfill();
    expect(stopped).toMatchObject({ exitCode: 2 });
    expect(stopped.stderr).toContain('lacks it in 1 (such as C000000001)');
    expect(stopped.stderr).toContain('--total-is totalAmount+shipping');
    expect(sandbox.orders.size).toBe(0);
    expect(await backfill('--total-is', 'totalAmount')).toMatchObject({ exitCode: 0 });
    worth.set('odd@shop.example', { ordersCount: 1, totalSpentCents: 1000 });
    expectWorth(sandbox, worth);
    expect(await backfill('--total-is', 'half')).toMatchObject({ exitCode: 2 });
  });
});

it('takes the zone of new accounts, and says so; a date that is given is where reading begins', async () => {
  const { account, run, sandbox, cwd, url } = await setUp({ record: 'all' });
  fill(account, small);
  const since = (days: number) => new Date(now - days * 86_400_000).toISOString().slice(0, 10);
  const args = ['orders', 'backfill', '--currency', 'USD', '--totals', 'none', '--yes'];
  const { stderr, exitCode } = await run([...args, '--since', since(2), '--rate', 'off']);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('America/New_York');
  expect(account.requests.filter(({ path }) => path === '/order/query/').length).toBeLessThan(10);
  const wrong = await run([...args, '--timezone', 'Nowhere/Nope']);
  expect(wrong).toMatchObject({ exitCode: 2 });

  // An order that is gone from the shop goes from what was read of it too, and is not sent again as new.
  const [{ orderId } = { orderId: '' }] = [...sandbox.orders].map(({ order }) => order).slice(-1);
  const forgotten = await runCli(['orders', 'forget', orderId], { cwd, url });
  expect(forgotten).toMatchObject({ exitCode: 0 });
  const live = join(stateOf(cwd), 'live');
  const [memory = '', ...others] = (await readdir(live)).filter((name) => name.endsWith('.ndjson'));
  expect(others).toEqual([]);
  expect(await readFile(join(live, memory), 'utf8')).not.toContain(orderId);
});
