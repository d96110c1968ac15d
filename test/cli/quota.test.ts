import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { key, runCli, serveSandbox, stateOf } from './cli-process.ts';

const product = { productId: 'tee', title: 'Tee', priceCents: 1999, currency: 'USD' };

function products(count: number): string {
  return Array.from({ length: count }, (_, number) =>
    JSON.stringify({ ...product, productId: `tee-${String(number)}` }),
  ).join('\n');
}

test('commands that run at the same time share the quota of the key, and quota tells of them', async () => {
  const cwd = await tempFolder();
  const { url, sandbox } = await serveSandbox({ rateLimit: true });
  const shared = { SEQUENZY_QUOTA_DIR: join(stateOf(cwd), 'quota') };
  const names = ['one', 'two', 'three', 'four'];
  for (const name of names) writeFileSync(join(cwd, `${name}.ndjson`), products(700));
  const runs = await Promise.all(
    names.map((name) => {
      const env = { ...shared, SEQUENZY_STATE_DIR: join(stateOf(cwd), name) };
      return runCli(['catalog', 'sync', `${name}.ndjson`], { cwd, url, env });
    }),
  );
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  expect(sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);

  const shown = await runCli(['quota', '--json'], { cwd, url, env: shared });
  expect(shown.exitCode).toBe(0);
  const report = JSON.parse(shown.stdout) as {
    lastMinute: number;
    limits: unknown;
    processes: { name: string; sent: number; priority: string }[];
  };
  expect(report).toMatchObject({ command: 'quota', status: 'completed', exitCode: 0 });
  expect(report.limits).toEqual({ perMinute: 100, perSecond: 20 });
  expect(report.processes).toHaveLength(4);
  expect(new Set(report.processes.map(({ priority }) => priority))).toEqual(new Set(['catalog']));
  const sent = report.processes.reduce((sum, process) => sum + process.sent, 0);
  expect(sent).toBe(sandbox.requests.length);
  expect(shown.stdout).not.toContain(key);

  const table = await runCli(['quota'], { cwd, url, env: shared });
  expect(table.stdout).toMatch(/last minute +\d+ of 100 requests/);
  expect(table.stdout).toContain('sequenzy-cli');
});

test('quota needs a key, and says so of a machine that is quiet', async () => {
  const cwd = await tempFolder();
  const without = await runCli(['quota'], { cwd });
  expect(without.exitCode).toBe(2);
  const { stdout, exitCode } = await runCli(['quota'], { cwd, url: 'http://127.0.0.1:9' });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Nothing on this machine has used the key in the last ten minutes.');
});

test('a folder that cannot be used is a warning, and the run goes on', async () => {
  const cwd = await tempFolder();
  const { url } = await serveSandbox();
  writeFileSync(join(cwd, 'products.ndjson'), products(3));
  writeFileSync(join(cwd, 'in-the-way'), '');
  const env = { SEQUENZY_QUOTA_DIR: join(cwd, 'in-the-way') };
  const run = await runCli(['catalog', 'sync', 'products.ndjson'], { cwd, url, env });
  expect(run.exitCode).toBe(0);
  expect(run.stderr).toContain('cannot be shared with other processes');
});
