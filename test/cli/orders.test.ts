import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { header, history, pushes, valuesOf, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const backfill = (...options: string[]): string[] => ['orders', 'backfill', 'o.csv', ...options];
const computed = backfill('--totals', 'computed', '--yes');

describe('orders backfill', () => {
  it('leaves the lifetime values of the shop, the newest profile and a mark', async () => {
    const { sandbox, url } = await serveSandbox({ record: 'all' });
    await write(join(cwd, 'o.csv'), history);
    const { exitCode, stdout } = await runCli([...computed, '--json'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'orders backfill',
      status: 'completed',
      source: { format: 'generic', orders: 4, leftOut: 0 },
      records: { read: 4, accepted: 4, unchanged: 0, rejected: 0, notAttempted: 0, deleted: 0 },
      events: { placed: 1, cancelled: 1, fulfilled: 1, refunded: 1 },
      customers: 2,
      requests: { sent: 4, rateLimited: 0 },
    });
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([1, 2.5]);
    expect(sandbox.subscribers.get('ada@example.com')?.firstName).toBe('Adelaide');
    expect(sandbox.events.every(({ properties }) => properties['backfill'] === true)).toBe(true);
  });

  it('sends only new orders when it runs again, with the new totals', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await runCli(computed, { cwd, url });
    await write(join(cwd, 'o.csv'), [
      ...history,
      '5,ada@example.com,4.00,USD,2026-01-05T10:00Z,placed,,Ada',
    ]);
    const { stdout } = await runCli([...computed, '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 1, unchanged: 4 } });
    expect(pushes(sandbox)).toBe(5);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([3, 29]);
    expect((await runCli(backfill('--totals', 'computed'), { cwd, url })).exitCode).toBe(0);
  });

  it('refuses totals computed from a part of what was sent, unless told to insist', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await runCli(computed, { cwd, url });
    await write(join(cwd, 'o.csv'), ['9,ada@example.com,4.00,USD,2026-01-05T10:00Z,placed,,Ada']);
    const { exitCode, stderr } = await runCli(computed, { cwd, url });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('or send anyway with --partial-history'),
    ]);
    expect(pushes(sandbox)).toBe(4);
    expect((await runCli([...computed, '--partial-history'], { cwd, url })).exitCode).toBe(0);
  });

  it('demands that the totals are chosen, and explains the choices', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    const { exitCode, stderr } = await runCli(backfill('--yes'), { cwd, url });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /--totals computed .*\n.*--totals columns .*\n.*--totals none .*\n.*--totals-from/,
    );
    expect(pushes(sandbox)).toBe(0);
  });

  it('takes the totals of the platform where the file carries them', async () => {
    const { sandbox, url } = await serveSandbox();
    const first = `${header},customerOrdersCount,customerTotalSpent`;
    await write(join(cwd, 'o.csv'), [`${history[0] ?? ''},12,340.50`], first);
    expect((await runCli(backfill('--yes'), { cwd, url })).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([12, 340.5]);
  });

  it('takes them from a customer export for a part of the history', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history.slice(0, 1));
    await write(
      join(cwd, 'c.csv'),
      ['ADA@example.com,"1,234.50",7'],
      'Email,Total Spent,Total Orders',
    );
    const args = backfill('--totals-from', 'c.csv', '--yes');
    expect((await runCli(args, { cwd, url })).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([7, 1234.5]);
    await write(join(cwd, 'c.csv'), ['ada@example.com,1.005,7'], 'Email,Total Spent,Total Orders');
    const { exitCode, stderr } = await runCli(args, { cwd, url });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/c\.csv, line 2, column "Total Spent": "1\.005"/),
    ]);
  });

  it('sends nothing without consent', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    const run = await runCli(backfill('--totals', 'none', '--json'), { cwd, url });
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      status: 'failed',
      records: { read: 4, notAttempted: 4 },
      stoppedBy: { code: 'needs-consent' },
    });
    expect(run.stderr).toMatch(/plan .*4 orders .*every order can start/s);
    expect(pushes(sandbox)).toBe(0);
  });

  it('names customers whose orders mix currencies, and converts them by --rates', async () => {
    const { sandbox, url } = await serveSandbox();
    const euro = '5,ada@example.com,10.00,EUR,2026-01-05T10:00Z,placed,,Ada';
    await write(join(cwd, 'o.csv'), [...history, euro]);
    await writeFile(join(cwd, 'rates.json'), '{"EUR": "1.10"}');
    const { stdout } = await runCli([...computed, '--dry-run', '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'planned',
      mixedCurrencyCustomers: ['ada@example.com'],
      plan: { orders: 5, requests: 7, compared: 2 },
    });
    expect(stdout).toContain('are sent without totals: ada@example.com');
    const rates = ['--rates', 'rates.json', '--base-currency', 'USD'];
    expect((await runCli([...computed, ...rates], { cwd, url })).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([3, 36]);
    await writeFile(join(cwd, 'rates.json'), '{"JPY": "0.0067"}');
    const lacking = await runCli([...computed, ...rates], { cwd, url });
    expect(lacking.stderr).toContain('ada@example.com. --rates lacks one of their currencies.');
    await writeFile(join(cwd, 'rates.json'), '{"EUR": "1.10", "USD": "1.2"}');
    expect((await runCli([...computed, ...rates], { cwd, url })).exitCode).toBe(2);
    expect((await runCli([...computed, '--rates', 'rates.json'], { cwd, url })).exitCode).toBe(2);
    await writeFile(join(cwd, 'rates.json'), '{\n"EUR": 1.1,\n}');
    const unreadable = await runCli([...computed, ...rates], { cwd, url });
    expect([unreadable.exitCode, unreadable.stderr]).toEqual([
      2,
      expect.stringMatching(/^error +--rates: rates\.json, line 3, column 1: .*\n$/m),
    ]);
  });

  it('sends what the filters let pass, and both events in a full lifecycle', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    const from = ['--since', '2026-01-02', '--timezone', 'UTC', '--status', 'refunded,fulfilled'];
    const args = [...computed, ...from, '--lifecycle', 'full', '--no-mark', '--json'];
    expect(JSON.parse((await runCli(args, { cwd, url })).stdout)).toMatchObject({
      source: { leftOut: 2 },
      records: { read: 2, accepted: 2 },
      events: { placed: 2, fulfilled: 1, refunded: 1 },
    });
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
    expect(sandbox.events.some(({ properties }) => 'backfill' in properties)).toBe(false);
  });

  it.each([
    ['3d', ['new']],
    ['200h', ['new', 'old']],
  ])('sends the orders of the last %s', async (since, sent) => {
    const { sandbox, url } = await serveSandbox();
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const row = (id: string, days: number) =>
      `${id},ada@example.com,10.00,USD,${daysAgo(days)},placed,,Ada`;
    await write(join(cwd, 'o.csv'), [row('old', 5), row('new', 1)]);
    const args = backfill('--totals', 'none', '--since', since, '--yes');
    expect((await runCli(args, { cwd, url })).exitCode).toBe(0);
    expect(Array.from(sandbox.orders, ({ orderId }) => orderId).toSorted()).toEqual(sent);
  });

  it('stops at --max-requests with 75, and carries on', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    const args = [
      ...computed,
      '--ltv-first',
      '--max-requests',
      '2',
      '--concurrency',
      '1',
      '--json',
    ];
    const first = await runCli(args, { cwd, url });
    expect(first.exitCode).toBe(75);
    expect(JSON.parse(first.stdout)).toMatchObject({
      status: 'stopped',
      records: { read: 4, accepted: 2, notAttempted: 2 },
      stoppedBy: { code: 'bound' },
    });
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([1, 2.5]);
    expect((await runCli(computed, { cwd, url })).exitCode).toBe(0);
    expect(pushes(sandbox)).toBe(4);
  });

  it('rejects what is faulty into a file, and ends with 3', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, '5,bo@example.com,1,USD,2/3/2026,placed,,Bo']);
    const { exitCode, stdout } = await runCli([...computed, '--json'], { cwd, url });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'partial',
      records: { read: 5, accepted: 4, rejected: 1 },
      rejectsFile: 'o.rejects.csv',
      warnings: [expect.stringContaining('a rejected order are sent without totals')],
    });
    const mended = await runCli([...computed, '--date-format', 'DMY', '--timezone', 'UTC'], {
      cwd,
      url,
    });
    expect(mended.exitCode).toBe(0);
  });

  it('ends with 4 where the key is refused', async () => {
    const { url } = await serveSandbox({ apiKey: 'seq_live_other' });
    await write(join(cwd, 'o.csv'), history);
    expect((await runCli(computed, { cwd, url })).exitCode).toBe(4);
  });
});
