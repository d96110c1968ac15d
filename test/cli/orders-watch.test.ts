import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox, startCli, until } from './cli-process.ts';
import { history, pushes, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const computed = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes'];

describe('runs watch', () => {
  it('shows a running backfill from another process until it ends', async () => {
    const { sandbox, url } = await serveSandbox({ latency: [150, 150] });
    await write(
      join(cwd, 'o.csv'),
      Array.from(
        { length: 40 },
        (_, n) => `${String(n)},c${String(n)}@example.com,1,USD,2026-01-01T00:00Z,placed,,`,
      ),
    );
    const running = startCli([...computed, '--concurrency', '2'], { cwd, url });
    await until(() => pushes(sandbox) > 4, running);
    const { exitCode, stdout, stderr } = await runCli(['runs', 'watch'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^orders backfill {2}\d+\/40 orders, \d+ requests, done about /m);
    expect(stdout).toMatch(/status +completed/);
    expect((await running.done).exitCode).toBe(0);
    expect((await runCli(['runs', 'watch'], { cwd, url })).exitCode).toBe(3);
  });
});

describe('orders verify', () => {
  it('finds nothing after a backfill, and what differs after that', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await runCli(computed, { cwd, url });
    const verify = ['orders', 'verify', 'o.csv', '--sample', '5'];
    expect(await runCli(verify, { cwd, url })).toMatchObject({ exitCode: 0, stdout: '' });
    await write(join(cwd, 'o.csv'), [
      ...history,
      '5,bo@example.com,1.00,USD,2026-01-09T10:00Z,placed,,Bo',
    ]);
    const { exitCode, stdout } = await runCli(verify, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('bo@example.com\tordersCount\t2\t1\n');
  });
});
