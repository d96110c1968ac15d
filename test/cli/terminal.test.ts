import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { bin, key, productsCsv, runCli, serveSandbox, upserts } from './cli-process.ts';
import { hasTerminal, onTerminal as typedInto, type Seen } from './on-terminal.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** `keys` are pressed when it asks. */
function onTerminal(command: string, keys = '', env: Record<string, string> = {}): Promise<Seen> {
  return typedInto(command, { cwd, env }, ['[y/N]', keys]);
}

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('shows a live bar with what is left', async () => {
    await writeFile(join(cwd, 'p.csv'), productsCsv(2500));
    const { status, screen } = await onTerminal('--sandbox catalog sync p.csv');
    expect(status).toBe(0);
    expect(screen).toMatch(/░ +\d+% {2}[\d,]+\/2,500 products {2}\d+ requests {2}.*ETA 1 s/);
    expect(screen).toMatch(/█{20} 100% {2}2,500\/2,500 products {2}25 requests/);
    expect(screen).not.toContain('\u001b[?7l');
  });

  it('is coloured, unless NO_COLOR says no', async () => {
    await writeFile(join(cwd, 'p.csv'), productsCsv(1));
    expect((await onTerminal('--sandbox catalog sync p.csv')).screen).toContain('\u001b[32mdone');
    const plain = await onTerminal('--sandbox catalog sync p.csv', '', { NO_COLOR: '1' });
    expect(plain.screen).not.toContain('\u001b[32m');
  });

  it('asks before it deletes', async () => {
    const no = await onTerminal('--sandbox catalog delete mug', 'n\n');
    expect(no.screen).toMatch(/Delete product mug\? This cannot be undone\. \[y\/N\]/);
    expect(no.screen).toMatch(/Nothing was deleted/);
    expect(no.status).toBe(2);
    const yes = await onTerminal('--sandbox catalog delete mug', 'y\n');
    expect(yes.status).toBe(3);
    for (const [keys, status] of [
      ['\u0003', 130],
      ['\u0004', 2],
    ] as const) {
      expect((await onTerminal('--sandbox catalog delete mug', keys)).status).toBe(status);
    }
  });

  it('asks before it prunes, and sends nothing when the answer is no', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'p.csv'), productsCsv(20));
    await runCli(['catalog', 'sync', 'p.csv'], { cwd, url });
    await writeFile(join(cwd, 'p.csv'), productsCsv(19).replace('Product 1,', 'One,'));
    const env = { SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key };
    const no = await onTerminal('catalog sync p.csv --prune', 'n\n', env);
    expect(no.status).toBe(2);
    expect(no.screen).toMatch(/Delete 1 product, gone from the source \(p-19\)\?.*\[y\/N\]/);
    expect(upserts(sandbox)).toHaveLength(1);
    const yes = await onTerminal('catalog sync p.csv --prune', 'y\n', env);
    expect(yes.status).toBe(0);
    expect(sandbox.products.size).toBe(19);
  });
});

describe('off a terminal', () => {
  it('stays plain, unless FORCE_COLOR asks for colour', async () => {
    await writeFile(join(cwd, 'p.csv'), productsCsv(1));
    const args = ['--sandbox', 'catalog', 'sync', 'p.csv'];
    expect((await runCli(args, { cwd })).stderr).not.toContain('\u001b');
    const forced = await runCli(args, { cwd, env: { FORCE_COLOR: '1' } });
    expect(forced.stderr).toContain('\u001b[32mdone');
  });

  it('never lets control characters of a file or a server through', async () => {
    const evil = '\u001b]0;owned\u0007\u009b31m\u202e';
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([{ productId: 'e', title: `Evil ${evil}` }]);
    await writeFile(
      join(cwd, 'p.csv'),
      `productId,title,price,currency\n"x${evil}",X,"a${evil}",USD\n`,
    );
    for (const args of [
      ['catalog', 'list'],
      ['catalog', 'list', '--json'],
      ['catalog', 'get', 'e'],
      ['catalog', 'sync', 'p.csv', '--json'],
      ['catalog', 'check', 'p.csv'],
      ['catalog', 'get', evil],
    ]) {
      const { stdout, stderr } = await runCli(args, { cwd, url });
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(stdout + stderr).toContain('\\u001b]0;owned\\u0007');
    }
  });

  it('survives a reader that goes away', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `node ${bin} catalog sync --help | true; echo "\${PIPESTATUS[0]}" >&2`],
      { cwd, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '0\n' });
  });

  it('prints its version, and help that names every exit code', async () => {
    expect((await runCli(['--version'], { cwd })).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
    const { exitCode, stdout } = await runCli(['catalog', 'sync', '--help'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Exit codes: 0 [^]*2 [^]*3 [^]*4 [^]*75 [^]*130 /);
  });
});
