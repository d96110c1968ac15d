import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, productsCsv, runCli, serveSandbox, stateOf, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(250));
});

const sync = ['catalog', 'sync', 'products.csv'];

async function syncJson(args: readonly string[], url: string) {
  const run = await runCli([...sync, ...args, '--json'], { cwd, url });
  return { ...run, document: JSON.parse(run.stdout) as unknown };
}

describe('the state folder', () => {
  it('is for one run at a time: the second stops and names the first', async () => {
    const { sandbox, url } = await serveSandbox();
    const held = await openFileLedger({
      folder: stateOf(cwd),
      company: 'comp_sandbox',
      origin: url,
    });
    const { exitCode, stderr, document } = await syncJson([], url);
    await held.close();
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(
      new RegExp(
        `Another run is already in progress: process ${String(process.pid)} .*, since \\d{4}-`,
      ),
    );
    expect(document).toMatchObject({ status: 'stopped', stoppedBy: { code: 'ledger-locked' } });
    expect(upserts(sandbox)).toHaveLength(0);
    expect((await syncJson([], url)).exitCode).toBe(0);
  });

  it('that cannot be used ends with 2 and says what to do', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'file'), '');
    const { exitCode, stderr } = await runCli([...sync, '--state-dir', 'file/state'], { cwd, url });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/state folder .*file\/state cannot be used.*--state-dir/);
    expect(sandbox.requests).toEqual([]);
  });

  it('that is full while the run goes on ends with 75, and nothing is lost', async () => {
    const { sandbox, url } = await serveSandbox();
    await mkdir(stateOf(cwd));
    const env = { SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key, SEQUENZY_STATE_DIR: stateOf(cwd) };
    for (let round = 0; round < 4; round += 1) await syncJson(['--full'], url);
    const limited = await runLimited([...sync, '--full', '--json'], env);
    expect(limited.exitCode).toBe(75);
    expect(JSON.parse(limited.stdout)).toMatchObject({
      status: 'stopped',
      stoppedBy: { code: 'ledger', nextStep: expect.stringMatching(/disk/) as string },
    });
    expect((await syncJson([], url)).exitCode).toBe(0);
    expect(sandbox.products.size).toBe(250);
  });
});

/** As on a disk that fills up: no file may grow beyond 80 KiB. */
async function runLimited(args: readonly string[], env: Record<string, string>) {
  const bin = join(import.meta.dirname, '../../packages/cli/dist/bin.js');
  const command = `ulimit -f 80; exec "${process.execPath}" "${bin}" ${args.join(' ')}`;
  const path = { PATH: process.env['PATH'], SEQUENZY_QUOTA_DIR: `${stateOf(cwd)}/quota` };
  const child = spawn('bash', ['-c', command], { cwd, env: { ...path, ...env } });
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { stdout, exitCode: child.exitCode };
}
