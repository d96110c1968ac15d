import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { bin, productsCsv, runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), `${productsCsv(3000)}x,X,abc,USD\n`);
});

const list = ['catalog', 'list', '--limit', 'all', '--json'];

function env(url: string): Record<string, string> {
  return {
    SEQUENZY_API_URL: url,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_QUOTA_DIR: join(cwd, 'quota'),
  };
}

describe('standard output', () => {
  it('whose reader has gone away, as head does, is no failure', async () => {
    const { sandbox, url } = await serveSandbox();
    const products = Array.from({ length: 3000 }, (_, n) => ({ productId: String(n), title: 'T' }));
    sandbox.seedProducts(products);
    const child = spawn(process.execPath, [bin, ...list], { cwd, env: env(url) });
    const stderr = text(child.stderr);
    const closed = once(child, 'close');
    child.stdout.once('data', () => child.stdout.destroy());
    expect({ exitCode: (await closed)[0] as number, stderr: await stderr }).toEqual({
      exitCode: 0,
      stderr: '',
    });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'on a full disk ends with 1 and without a stack',
    async () => {
      const full = await open('/dev/full', 'w');
      const { status, stderr } = spawnSync(
        process.execPath,
        [bin, 'catalog', 'check', 'products.csv'],
        {
          cwd,
          stdio: ['ignore', full.fd, 'pipe'],
          encoding: 'utf8',
        },
      );
      await full.close();
      expect(status).toBe(1);
      expect(stderr).toBe('error  Standard output could not be written (the disk is full).\n');
    },
  );
});

describe('standard error', () => {
  it('that takes nothing changes nothing', async () => {
    const { sandbox, url } = await serveSandbox();
    const child = spawn(process.execPath, [bin, 'catalog', 'sync', 'products.csv', '--json'], {
      cwd,
      env: { ...env(url), SEQUENZY_STATE_DIR: join(cwd, 'state') },
    });
    child.stderr.destroy();
    const stdout = text(child.stdout);
    const [exitCode] = (await once(child, 'close')) as [number]; // it was not killed by a signal
    expect(exitCode).toBe(3);
    expect(JSON.parse(await stdout)).toMatchObject({ records: { accepted: 3000, rejected: 1 } });
    expect(sandbox.products.size).toBe(3000);
  });
});

describe('a folder of temporary files that cannot be used', () => {
  it.each([
    ['catalog', 'check'],
    ['--sandbox', 'catalog', 'sync'],
  ])('ends %s %s with 2 and says which setting it is', async (...command) => {
    const args = [...command, 'products.csv', '--json'];
    const { exitCode, stdout, stderr } = await runCli(args, {
      cwd,
      env: { TMPDIR: join(cwd, 'nowhere') },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error {2}.*nowhere cannot be used: .* Set TMPDIR to a folder with room\.$/m,
    );
    expect(stderr).not.toMatch(/^ +at /m);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'failed', exitCode: 2 });
  });
});
