import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox, startCli, until } from './cli-process.ts';
import { pushes, write } from './order-history.ts';

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
