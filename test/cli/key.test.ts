import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { productsCsv, runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

const secret = 'seq_live_do-not-show-me';

/** An API that repeats the key wherever it can. */
async function echoingServer(status: number): Promise<string> {
  const server = createServer((request, response) => {
    const heard = request.headers.authorization ?? '';
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ success: false, error: `You sent ${heard}`, resolution: heard }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${String(port)}`;
}

describe('the key', () => {
  it.each([400, 401, 403, 500])(
    'is never shown, even by a server that repeats it (%i)',
    async (status) => {
      const url = await echoingServer(status);
      const env = { SEQUENZY_API_KEY: secret };
      const args = ['--verbose', '--json', '--max-retries', '0'];
      for (const command of [
        ['catalog', 'sync', 'products.csv'],
        ['catalog', 'list'],
        ['doctor'],
      ]) {
        const { stdout, stderr } = await runCli([...command, ...args], { cwd, url, env });
        expect(stdout + stderr).not.toContain(secret);
        expect(stdout + stderr).toContain('You sent Bearer [key]');
      }
    },
  );

  it('is refused as an argument, and the argument not repeated', async () => {
    for (const argument of [
      ['--api-key', secret],
      [`--api-key=${secret}`],
      [`--token=${secret}`],
    ]) {
      const run = await runCli(['catalog', 'list', ...argument, '--json'], { cwd });
      expect(run.exitCode).toBe(2);
      expect(run.stdout + run.stderr).not.toContain(secret);
      expect(run.stderr).toMatch(/never taken from an argument.*SEQUENZY_API_KEY/);
    }
  });

  it('typed somewhere else by mistake is not repeated either', async () => {
    const key = 'seq_live_abc123def456';
    for (const args of [[key], ['catalog', 'sync', key], ['catalog', 'list', `--foo=${key}`]]) {
      const { stdout, stderr } = await runCli([...args, '--json'], { cwd });
      expect(stdout + stderr).not.toContain(key);
    }
  });

  it('comes from --api-key-file before the environment', async () => {
    const { url } = await serveSandbox();
    const file = join(cwd, 'key');
    await writeFile(file, 'seq_live_sandbox\n', { mode: 0o600 });
    const args = ['catalog', 'list', '--api-key-file', 'key'];
    const env = { SEQUENZY_API_KEY: 'seq_live_wrong_one' };
    expect(await runCli(args, { cwd, url, env })).toMatchObject({
      exitCode: 0,
      stderr: 'No product matches.\n',
    });
    await chmod(file, 0o644);
    const { stderr } = await runCli(args, { cwd, url, env });
    expect(stderr).toMatch(/warning.*Others on this machine can read key: run chmod 600 key\./);
  });

  it.each([
    ['nowhere', /nowhere cannot be read \(no such file or folder\)/],
    ['products.csv', /products\.csv contains spaces or other characters that a key cannot contain/],
  ])('a file that holds none: %s', async (file, message) => {
    const { exitCode, stderr } = await runCli(['doctor', '--api-key-file', file], { cwd });
    expect(exitCode).toBe(2);
    const listed = await runCli(['catalog', 'list', '--api-key-file', file], { cwd });
    expect(listed.exitCode).toBe(2);
    expect(listed.stderr).toMatch(message);
    expect(stderr).toBe('');
  });
});
