import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { bin, productsCsv, runCli, serveSandbox } from './cli-process.ts';

/** A user whom the list of users does not know, as `docker run --user 12345` has it; the tests set no HOME. */
const nobody = ['setpriv', '--reuid', '12345', '--clear-groups'];
const [setpriv = '', ...words] = nobody;
const isPossible = spawnSync(setpriv, [...words, process.execPath, bin, '--version']).status === 0;
if (!isPossible) process.stdout.write('skipped: this machine does not permit setpriv\n');

let cwd: string;
let place: string;

beforeEach(async () => {
  cwd = await tempFolder();
  place = join(cwd, 'place');
  await mkdir(place);
  for (const folder of [cwd, place]) await chmod(folder, 0o777);
  await writeFile(join(cwd, 'products.csv'), productsCsv(2));
});

function sync(url: string, args: readonly string[], env: Record<string, string>) {
  const named = { SEQUENZY_STATE_DIR: '', ...env };
  return runCli(['catalog', 'sync', 'products.csv', ...args], { cwd, url, env: named, by: nobody });
}

describe.runIf(isPossible)('a user without a home', () => {
  it('syncs with each way to name a state folder', async () => {
    const { sandbox, url } = await serveSandbox();
    const ways: { args: string[]; env: Record<string, string> }[] = [
      { args: ['--state-dir', join(place, 'a')], env: {} },
      { args: [], env: { SEQUENZY_STATE_DIR: join(place, 'b') } },
      { args: [], env: { XDG_DATA_HOME: join(place, 'c') } },
    ];
    for (const { args, env } of ways) {
      const { exitCode, stderr } = await sync(url, args, env);
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining('2 accepted')]);
    }
    expect(await readdir(place)).toEqual(['a', 'b', 'c']);
    expect(await readdir(join(place, 'c'))).toEqual(['sequenzy-cli']);
    expect(sandbox.products.size).toBe(2);
    expect((await sync(url, ['--sandbox'], {})).exitCode).toBe(0);
  });

  it('is told of all of them where none is named, before anything is sent', async () => {
    const { sandbox, url } = await serveSandbox();
    const { exitCode, stderr } = await sync(url, [], {});
    expect([exitCode, stderr]).toEqual([
      2,
      'error  There is no place for what is remembered: this user has no home folder. Name a folder with --state-dir, SEQUENZY_STATE_DIR or XDG_DATA_HOME, or try it out with --sandbox.\n',
    ]);
    expect(sandbox.requests).toEqual([]);
  });
});
