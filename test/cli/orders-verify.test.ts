import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { header, history, pushes, valuesOf, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const backfill = ['orders', 'backfill', 'o.csv', '--yes'];
const verify = ['orders', 'verify', 'o.csv', '--sample', '5'];
const later = '5,bo@example.com,1.00,USD,2026-01-09T10:00Z,placed,,Bo';

describe('orders verify', () => {
  it('finds nothing after a backfill, and what differs after that', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await runCli([...backfill, '--totals', 'computed'], { cwd, url });
    const clean = await runCli(verify, { cwd, url });
    expect(clean).toMatchObject({ exitCode: 0, stdout: '' });
    expect(clean.stderr).toContain(
      '2 customers of 2 compared with totals computed from the files: 0',
    );
    await write(join(cwd, 'o.csv'), [...history, later]);
    const { exitCode, stdout } = await runCli(verify, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('bo@example.com\tordersCount\t2\t1\n');
    const { stdout: json } = await runCli([...verify, '--json'], { cwd, url });
    expect(JSON.parse(json)).toMatchObject({
      status: 'partial',
      exitCode: 3,
      totals: 'computed',
      checked: 2,
      differences: [
        { email: 'bo@example.com', field: 'ordersCount', expected: 2, actual: 1 },
        { field: 'totalSpent', expected: 3.5, actual: 2.5 },
        { field: 'ltv', expected: 3.5, actual: 2.5 },
      ],
    });
  });

  it('counts an order that has another address now for the old one, which keeps it', async () => {
    const { url } = await serveSandbox();
    const row = (id: number, email: string): string =>
      `${String(id)},${email},10.00,USD,2026-01-0${String(id)}T10:00Z,placed,,`;
    const ada = 'ada@example.com';
    const bo = 'bo@example.com';
    const send = async (...rows: string[]) => {
      await write(join(cwd, 'o.csv'), rows);
      const { exitCode } = await runCli([...backfill, '--totals', 'computed'], { cwd, url });
      expect(exitCode).toBe(0);
      return runCli([...verify, '--json'], { cwd, url });
    };
    await send(row(1, ada), row(2, ada), row(3, bo), row(4, 'cy@example.com'));
    const moved = [row(1, 'new@example.com'), row(2, ada), row(3, bo), row(4, 'dy@example.com')];
    const kept = await send(...moved);
    expect(JSON.parse(kept.stdout)).toMatchObject({
      exitCode: 0,
      customers: 4,
      checked: 2,
      differences: [],
      warnings: expect.arrayContaining([
        '2 orders have another e-mail address than when sent, and count for the old one. The old address of 1 of them is not in the files, and cannot be compared.',
      ]) as unknown,
    });
    const later = await send(...moved, row(6, 'new@example.com'));
    expect(JSON.parse(later.stdout)).toMatchObject({ exitCode: 0, checked: 3, differences: [] });
    const elsewhere = await runCli([...verify, '--state-dir', 'none', '--json'], { cwd, url });
    expect(JSON.parse(elsewhere.stdout)).toMatchObject({ exitCode: 3 });
  });

  it('compares with the totals the files carry, those of the newest order, where they do', async () => {
    const { url } = await serveSandbox();
    const first = `${header},customerOrdersCount,customerTotalSpent`;
    const [older = '', newer = ''] = history;
    await write(join(cwd, 'o.csv'), [`${newer},13,360.50`, `${older},12,340.50`], first);
    await runCli(backfill, { cwd, url });
    const { exitCode, stderr } = await runCli(verify, { cwd, url });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('the totals the files carry')]);
    const computed = await runCli([...verify, '--totals', 'computed'], { cwd, url });
    expect(computed.exitCode).toBe(3);
    expect(computed.stdout).toContain('ada@example.com\tordersCount\t2\t13\n');
  });

  it('compares with the totals of a customer export, and leaves out whom it lacks', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history.slice(1));
    await writeFile(
      join(cwd, 'c.csv.gz'),
      gzipSync('E-mail;Total Orders;Total Spent\nADA@example.com;7;1234.50\n'),
    );
    const from = ['--totals-from', 'c.csv.gz'];
    await runCli([...backfill, ...from], { cwd, url });
    const { stdout } = await runCli([...verify, ...from, '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      totals: 'export',
      customers: 2,
      checked: 1,
      withoutTotals: 1,
      warnings: [expect.stringContaining('not in c.csv.gz are sent without totals: bo@')],
    });
  });

  it('refuses what it cannot compare with', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    for (const options of [['none'], ['columns']]) {
      const { exitCode } = await runCli([...verify, '--totals', ...options], { cwd, url });
      expect(exitCode).toBe(2);
    }
  });
});

describe('--totals-from', () => {
  it('names customers it lacks, who are sent without totals', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await write(join(cwd, 'c.csv'), ['ada@example.com,7,1234.50'], 'Email,Orders,Total Spend');
    const { exitCode, stderr } = await runCli([...backfill, '--totals-from', 'c.csv'], {
      cwd,
      url,
    });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/not in c\.csv are sent without totals: bo@example\.com\./);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([7, 1234.5]);
  });

  it.each([
    ['Email,Orders\nada@example.com,1\n', [], /no.*missing: one of Total Spent.*Name its columns/s],
    ['Email,Orders,Total Spent,Amount Spent\n', [], /both stand for totalSpent\. Name its columns/],
    ['', [], /c\.csv/],
    ['Email,Orders,Total Spent\n', ['--rates', 'r', '--base-currency', 'USD'], /--rates needs/],
  ])('refuses %j %j', async (content, options, message) => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await writeFile(join(cwd, 'c.csv'), content);
    const args = [...backfill, '--totals-from', 'c.csv', ...options];
    const { exitCode, stderr } = await runCli(args, { cwd, url });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(pushes(sandbox)).toBe(0);
  });

  it('is no standard input', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    const args = [...backfill, '--totals-from', '-'];
    expect((await runCli(args, { cwd, url })).exitCode).toBe(2);
  });

  it('needs a currency where the orders have several and it says none', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, later.replace('USD', 'EUR')]);
    await write(join(cwd, 'c.csv'), ['ada@example.com,7,1'], 'Email,Orders,Total Spent');
    const args = [...backfill, '--totals-from', 'c.csv'];
    const { exitCode, stderr } = await runCli(args, { cwd, url });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/which currency\. Pass --currency/),
    ]);
    expect((await runCli([...args, '--currency', 'USD'], { cwd, url })).exitCode).toBe(0);
  });
});
