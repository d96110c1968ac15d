import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bin, key, productsCsv, runCli, serveSandbox, stateOf, upserts } from './cli-process.ts';
import { hasTerminal } from './on-terminal.ts';

const sync = `${process.execPath} ${bin} catalog sync products.csv --rate off --concurrency 1`;

/** Runs it on a pseudo terminal that is closed when the first request has come; gives back how the run ended. */
async function closedUnder(command: string) {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(500));
  const { sandbox, url } = await serveSandbox({ latency: 200 });
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      SEQUENZY_API_URL: url,
      SEQUENZY_API_KEY: key,
      SEQUENZY_STATE_DIR: stateOf(cwd),
      SEQUENZY_QUOTA_DIR: `${stateOf(cwd)}/quota`,
    },
  });
  onTestFinished(() => rm(stateOf(cwd), { recursive: true, force: true }));
  const wait = { timeout: 20_000 };
  await expect.poll(() => upserts(sandbox).length, wait).toBe(1);
  child.kill('SIGKILL');
  const lastRun = async (): Promise<{ status: string; exitCode?: number }> => {
    const { stdout } = await runCli(['runs', '--json'], { cwd });
    const { runs } = JSON.parse(stdout) as { runs: { status: string; summary: object | null }[] };
    const [last] = runs;
    return { status: last?.status ?? '', ...last?.summary };
  };
  await expect.poll(lastRun, wait).not.toMatchObject({ status: 'running' });
  return { ...(await lastRun()), sent: upserts(sandbox).length };
}

describe.skipIf(!hasTerminal)('a terminal that is closed', () => {
  it('ends a run on it as Ctrl-C does', async () => {
    expect(await closedUnder(sync)).toMatchObject({ status: 'stopped', exitCode: 130 });
  });

  it('does not end one that nohup has started', async () => {
    const command = `sh -c 'nohup ${sync} < /dev/null > log 2>&1 & sleep 30'`;
    expect(await closedUnder(command)).toMatchObject({ status: 'completed', sent: 5 });
  });
});
