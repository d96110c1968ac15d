import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, runCli, serveSandbox, stateOf } from './cli-process.ts';
import { history, pushes, valuesOf, write } from './order-history.ts';

const header =
  'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Cancelled at,Id';
const row = (id: number, status: string, refund = '', cancelled = ''): string =>
  `#${String(id)},ann@shop.example,${status},,USD,10.00,2026-10-0${String(id)} 10:00:00 +0000,1,Tee,10.00,${refund},${cancelled},9${String(id)}`;
const day = '2026-10-09 10:00:00 +0000';
const shopify = [
  row(1, 'paid'),
  row(2, 'paid', '', day), // cancelled, and the money kept
  row(3, 'refunded', '10.00', day),
  row(4, 'voided', '', day), // nobody has paid
  row(5, 'partially_refunded', '4.00'),
];

let cwd: string;
let url: string;
let sandbox: Awaited<ReturnType<typeof serveSandbox>>['sandbox'];

beforeEach(async () => {
  cwd = await tempFolder();
  ({ url, sandbox } = await serveSandbox());
});

const run = (...args: string[]) => runCli(['orders', ...args], { cwd, url });
const computed = ['o.csv', '--totals', 'computed', '--yes'];

describe('the rule of computed totals', () => {
  it('is the platform’s own, may be chosen, and is remembered for orders verify', async () => {
    await write(join(cwd, 'o.csv'), shopify, header);
    const first = await run('backfill', ...computed);
    expect([first.exitCode, first.stderr]).toEqual([
      0,
      expect.stringMatching(/history +orders from 2026-10-01 to 2026-10-05 are .*rule: shopify/),
    ]);
    // All five count; kept are 10 of the first, 10 of the second, 6 of the last.
    expect(valuesOf(sandbox, 'ann@shop.example')).toEqual([5, 26]);
    await write(join(cwd, 'o.csv'), [...shopify, row(6, 'paid')], header);
    const net = await run('backfill', ...computed, '--totals-rule', 'net');
    expect(net.exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ann@shop.example')).toEqual([3, 26]);
    for (const rule of ['net', 'shopify', 'woocommerce']) {
      const verified = await run('verify', 'o.csv', '--totals', 'computed', '--totals-rule', rule);
      expect([rule, verified.exitCode], verified.stdout).toEqual([rule, 0]);
    }
    const other = await run('backfill', 'o.csv', '--totals', 'none', '--totals-rule', 'net');
    expect([other.exitCode, other.stderr]).toEqual([
      2,
      expect.stringContaining('--totals computed'),
    ]);
  });
});

describe('computed totals and what Sequenzy has', () => {
  /** As another program, or a state folder that is gone, has left it. */
  async function known(email: string, ordersCount: number): Promise<void> {
    const client = new SequenzyCommerce({ apiKey: key, baseUrl: url, rateLimit: false });
    await client.orders.push({
      orderId: `old-${email}`,
      totalCents: 100,
      currency: 'USD',
      customer: { email },
      customerTotals: { ordersCount, totalSpentCents: 90_000 },
    });
  }

  it('do not lower it: the run stops before sending, and says what can be done', async () => {
    await known('ada@example.com', 9);
    await write(join(cwd, 'o.csv'), history);
    const refused = await run('backfill', ...computed, '--json');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/4 orders .* in 6 requests \(2 to compare customers first\)/);
    expect(refused.stderr).toMatch(
      /more orders of 1 customer .*\(\S+ of a…@example\.com: 9 orders there, 2 here\).*--totals-from.*--partial-history/,
    );
    expect(refused.stderr).not.toContain('ada@example.com');
    expect([pushes(sandbox), valuesOf(sandbox, 'ada@example.com')]).toEqual([1, [9, 900]]);
    expect((await run('backfill', ...computed, '--partial-history')).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
  });

  it('is asked for only where the ledger knows no order of a customer', async () => {
    await write(join(cwd, 'o.csv'), history);
    await run('backfill', ...computed);
    await write(join(cwd, 'o.csv'), [
      ...history,
      '5,ada@example.com,4.00,USD,2026-01-05T10:00Z,placed,,Ada',
      '6,cy@example.com,4.00,USD,2026-01-05T10:00Z,placed,,Cy',
    ]);
    const reads = () =>
      sandbox.requests.filter(({ path }) => path.includes('/subscribers/')).length;
    const before = reads();
    const { stdout } = await run('backfill', ...computed, '--json');
    expect([JSON.parse(stdout), reads() - before]).toEqual([
      expect.objectContaining({ exitCode: 0 }),
      1,
    ]);
    await rm(stateOf(cwd), { recursive: true });
    expect((await run('backfill', ...computed)).exitCode).toBe(0);
  });

  it('is not asked in a dry run, which says so, and names old orders and reserved properties', async () => {
    const rows = [
      '1,ada@example.com,1.00,USD,2015-01-01T10:00Z,api',
      '2,ada@example.com,1.00,USD,2026-01-01T10:00Z,',
    ];
    await writeFile(
      join(cwd, 'o.csv'),
      ['orderId,email,total,currency,orderedAt,properties.provider', ...rows, ''].join('\n'),
    );
    const { stdout } = await run('backfill', ...computed, '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      plan: {
        orders: 2,
        requests: 3,
        compared: 1,
        tooOld: 1,
        history: { from: '2015-01-01T10:00:00.000Z', to: '2026-01-01T10:00:00.000Z' },
      },
      warnings: expect.arrayContaining([
        expect.stringMatching(/^1 of these orders is more than 5 years old/),
        expect.stringContaining('properties.provider'),
        expect.stringMatching(/^A dry run does not ask Sequenzy/),
      ]) as unknown,
    });
  });

  it('goes on where Sequenzy does not say, and says so', async () => {
    ({ url, sandbox } = await serveSandbox({
      apiKey: [{ key, scopes: ['orders:write', 'account:read'] }],
    }));
    await write(join(cwd, 'o.csv'), history);
    const { exitCode, stderr } = await run('backfill', ...computed);
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringMatching(/of 2 customers, and answered for 0: .*\/subscribers\/\[email\]/),
    ]);
    expect(stderr).not.toMatch(/@|%40/);
    expect(pushes(sandbox)).toBe(4);
    ({ url, sandbox } = await serveSandbox());
    sandbox.faults.add({
      on: { method: 'GET', path: /subscribers/ },
      do: { kind: 'says', json: { data: { error: 'database down' } } },
    });
    await write(join(cwd, 'o.csv'), [history[0]?.replace(/^1,ada/, '9,cy') ?? '', ...history]);
    const doubtful = await run('backfill', ...computed, '--json');
    expect(doubtful.stdout).toMatch(
      /answered for 0: GET \S+\[email\]: 200 with an error: database/,
    );
    expect(doubtful.stdout + doubtful.stderr).not.toMatch(/@|%40/);
  });
});
