import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, serveSandbox, startCli, until, upserts } from './cli-process.ts';

let cwd: string;

const post = { method: 'POST' };

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

const sync = ['catalog', 'sync', 'products.csv'];

describe('130: interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s lets what is under way finish', async (signal) => {
    await writeFile(join(cwd, 'products.csv'), `${productsCsv(500)}bad,Bad,abc,USD\n`);
    const { sandbox, url } = await serveSandbox({ latency: 400 });
    const args = [...sync, '--concurrency', '1', '--json'];
    const running = startCli(args, { cwd, url });
    await until(() => upserts(sandbox).length >= 2, running);
    running.process.kill(signal);
    const { exitCode, stdout, stderr } = await running.done;
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/finishing what is under way/);
    expect(stderr).toMatch(/^continue +sequenzy-cli catalog sync products\.csv/m);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'stopped',
      exitCode: 130,
      records: { read: 501, accepted: 200, rejected: 1, notAttempted: 300 },
      rejectsFile: 'products.rejects.csv',
      stoppedBy: { code: 'interrupted' },
    });
    expect(sandbox.products.size).toBe(200);
  });

  it('one that comes twice at once, as under npx, is one', async () => {
    const { sandbox, url } = await serveSandbox({ latency: 300 });
    const running = startCli([...sync, '--json'], { cwd, url });
    await until(() => upserts(sandbox).length === 1, running);
    running.process.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 20));
    running.process.kill('SIGINT');
    const { exitCode, stdout } = await running.done;
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 3, notAttempted: 0 } });
  });

  it('also ends the wait for standard input', async () => {
    const { exitCode, stderr } = await interruptedWhileReading();
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/Interrupted/);
  });

  it('ends a list that nobody answers, in words', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [{ do: { kind: 'hang', when: 'before-work' } }],
    });
    const running = startCli(['catalog', 'list', '--json'], { cwd, url });
    await until(() => sandbox.requests.length === 1, running);
    running.process.kill('SIGINT');
    const { exitCode, stdout, stderr } = await running.done;
    expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: 'error  Interrupted.\n' });
    expect(JSON.parse(stdout)).toMatchObject({ status: 'stopped', stoppedBy: { nextStep: null } });
  });

  it('the second one stops at once', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [{ on: post, do: { kind: 'hang', when: 'before-work' } }],
    });
    const env = { TMPDIR: join(cwd, 'temporary') };
    await mkdir(env.TMPDIR);
    const running = startCli([...sync, '--json'], { cwd, url, env });
    await until(() => upserts(sandbox).length === 1, running);
    expect(await readdir(env.TMPDIR)).toHaveLength(1);
    running.process.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 400));
    running.process.kill('SIGINT');
    const { exitCode, stdout, stderr } = await running.done;
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(
      /^error {2}Stopped at once: .* Run the same command again to continue\.$/m,
    );
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'catalog sync',
      status: 'stopped',
      exitCode: 130,
      stoppedBy: { code: 'interrupted' },
    });
    expect(await readdir(env.TMPDIR)).toEqual([]);
    expect(await readdir(cwd)).toEqual(['products.csv', 'temporary']);
  });

  it.skipIf(process.platform !== 'linux')('ends the wait for a named pipe', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe.csv')]);
    const running = startCli(['catalog', 'check', 'pipe.csv'], { cwd });
    await new Promise((resolve) => setTimeout(resolve, 700));
    running.process.kill('SIGINT');
    expect(await running.done).toMatchObject({ exitCode: 130, stderr: 'error  Interrupted.\n' });
  });
});

async function interruptedWhileReading() {
  const running = startCli(['catalog', 'check', '-'], { cwd, keepStdin: true });
  await new Promise((resolve) => setTimeout(resolve, 700));
  running.process.kill('SIGINT');
  return running.done;
}
