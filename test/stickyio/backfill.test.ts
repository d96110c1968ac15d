import { createStickyIoSandbox, type StickyIoOptions } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished } from 'vitest';
import { expectNoSecretIn, expectWorth } from '../checkoutchamp/set-up.ts';
import type { Worth } from '../checkoutchamp/account.ts';
import { serveSandbox, startCli } from '../cli/cli-process.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
const form = longForm
  ? { orders: 5000, days: 730, cap: 1000, kills: 5 }
  : { orders: 600, days: 50, cap: 500, kills: 1 };

const args = [
  'orders',
  'backfill',
  '--from',
  'stickyio',
  '--totals',
  'computed',
  '--rate',
  'off',
  '--yes',
  '--json',
];
const said = ['--currency', 'USD', '--timezone', 'America/New_York'];

/** An account and Sequenzy, both over HTTP, and the command line between them. */
async function setUp(options: StickyIoOptions = {}) {
  const cwd = await tempFolder();
  const account = createStickyIoSandbox(options);
  const served = await listen(account);
  onTestFinished(() => served.close());
  const { sandbox, url } = await serveSandbox();
  const env = {
    STICKYIO_API_URL: served.url,
    STICKYIO_USER: 'sandbox',
    STICKYIO_PASSWORD: 'sandbox-password',
  };
  const start = (...more: string[]) => startCli([...args, ...more], { cwd, url, env });
  const backfill = async (...more: string[]) => {
    const { exitCode, stdout, stderr } = await start(...more).done;
    expect(stdout + stderr).not.toContain('sandbox-password');
    return { exitCode, stderr, document: JSON.parse(stdout) as unknown };
  };
  return { cwd, account, sandbox, start, backfill };
}

type Account = Awaited<ReturnType<typeof setUp>>['account'];

/** Fills the account: every tenth order goes back in whole, every tenth in part, some are no sales. */
function fill(
  account: Account,
  { orders, days }: { readonly orders: number; readonly days: number },
) {
  const worth = new Map<string, Worth>();
  for (let index = 0; index < orders; index += 1) {
    const number = index + 1;
    const totalCents = 1995 + (index % 13) * 100;
    const email = `c${String(index % Math.ceil(orders / 6))}@shop.example`;
    const at = now - days * day + (index / orders) * (days - 0.1) * day;
    // In the short form most are no sales: reading them is what counts.
    const isSale = longForm
      ? index % 20 !== 9
      : index % 10 === 3 || index % 10 === 5 || index % 20 === 0;
    account.seedOrders([
      {
        ...{
          orderId: number,
          at: new Date(at).toISOString(),
          customerId: number,
          email,
          totalCents,
        },
        status: isSale ? (index % 2 === 0 ? 2 : 8) : 7,
        products: [{ productId: 11, name: 'Serum', cents: totalCents }],
        billingCycle: Math.floor(index / Math.ceil(orders / 6)),
      },
    ]);
    if (!isSale) continue;
    const back = index % 10 === 3 ? totalCents : index % 10 === 5 ? 500 : 0;
    if (back > 0)
      account.refund(number, back, new Date(Math.min(now, at + 20 * day)).toISOString());
    const { ordersCount = 0, totalSpentCents = 0 } = worth.get(email) ?? {};
    worth.set(email, {
      ordersCount: ordersCount + 1,
      totalSpentCents: totalSpentCents + totalCents - back,
    });
  }
  return worth;
}

it(
  'brings a history over whose searches are cut, killed on the way; later only what was refunded since',
  async () => {
    const { cwd, account, sandbox, start, backfill } = await setUp({ cap: form.cap });
    const worth = fill(account, form);
    for (let kill = 0; kill < form.kills; kill += 1) {
      const running = start(...said);
      const before = account.requests.length;
      while (account.requests.length - before < 8 && sandbox.requests.length < 20 * (kill + 1)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      running.process.kill('SIGKILL');
      await running.done.catch(() => undefined);
    }
    expect(await backfill(...said)).toMatchObject({
      exitCode: 0,
      document: { records: { rejected: 0 } },
    });
    expectWorth(sandbox, worth);
    expect(await backfill(...said)).toMatchObject({ document: { requests: { sent: 0 } } });

    const old = [...sandbox.orders]
      .map(({ order }) => order)
      .filter(({ status, refundAmountCents }) => status === 'placed' && !refundAmountCents)
      .find(({ orderedAt = '' }) => Date.parse(orderedAt) < now - 40 * day);
    if (old === undefined) throw new Error('no order is old enough');
    account.refund(Number(old.orderId), old.totalCents, new Date().toISOString());
    const { ordersCount = 0, totalSpentCents = 0 } = worth.get(old.customer.email) ?? {};
    worth.set(old.customer.email, {
      ordersCount,
      totalSpentCents: totalSpentCents - old.totalCents,
    });
    expect(await backfill(...said)).toMatchObject({ document: { records: { accepted: 1 } } });
    expectWorth(sandbox, worth);
    expect(account.requests.every(({ query }) => query === '')).toBe(true);
    await expectNoSecretIn(cwd);
  },
  longForm ? 1_200_000 : 120_000,
);

it('asks for the zone before it asks the account', async () => {
  const { account, backfill } = await setUp();
  const { exitCode, stderr } = await backfill('--currency', 'USD');
  expect([exitCode, stderr.includes('Give --timezone')]).toEqual([2, true]);
  expect(account.requests).toHaveLength(0);
});

const coded = (code: string, message: string) =>
  ({ kind: 'says', json: { response_code: code, error_message: message } }) as const;

it.each([
  ['a refused login', coded('200', 'Invalid username or password'), 4, 'Check STICKYIO_USER'],
  ['an unknown id', coded('350', 'Invalid order id supplied'), 2, 'response_code 350'],
] as const)(
  '%s is asked once, and stops the run with advice',
  async (_, fault, exitCode, advice) => {
    const { cwd, account, sandbox, backfill } = await setUp();
    fill(account, { orders: 20, days: 3 });
    account.faults.add({ after: 8, do: fault });
    const stopped = await backfill(...said);
    expect(stopped).toMatchObject({ exitCode, stderr: expect.stringContaining(advice) as string });
    expect(account.requests).toHaveLength(9);
    expect(sandbox.orders.size).toBe(0);
    await expectNoSecretIn(cwd);
  },
);

it('a refused pace, a web page and a broken connection in the middle lose no order', async () => {
  const { account, sandbox, backfill } = await setUp();
  const worth = fill(account, { orders: 20, days: 3 });
  account.faults.add({ after: 6, times: 1, do: { kind: 'rate-limited', waitMs: 300 } });
  account.faults.add({ after: 8, times: 1, do: { kind: 'html', status: 200 } });
  account.faults.add({ after: 10, times: 1, do: { kind: 'reset', when: 'after-work' } });
  expect(await backfill(...said)).toMatchObject({ exitCode: 0 });
  expectWorth(sandbox, worth);
});
