import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, startCli, stateOf, until } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

const sync = ['catalog', 'sync', 'products.csv'];

async function runs(args: readonly string[] = []) {
  const { stdout } = await runCli(['runs', ...args, '--json'], { cwd });
  const { runs: found } = JSON.parse(stdout) as { runs: { id: string; status: string }[] };
  return found;
}

describe('runs', () => {
  it('lists when, what, how it ended and figures, the newest first', async () => {
    const { url } = await serveSandbox();
    await runCli(sync, { cwd, url });
    await runCli([...sync, '--dry-run'], { cwd, url });
    await runCli(['catalog', 'delete', 'p-1', '--yes'], { cwd, url });
    const { exitCode, stdout } = await runCli(['runs'], { cwd });
    expect(exitCode).toBe(0);
    const stamp = /\d{8}-\d{6}-\d{3}-[0-9a-f]{4}\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/.source;
    const lines = stdout.replace(/\n$/, '').split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${stamp}\tcatalog delete\tcompleted\t1 deleted\t\t$`));
    expect(lines[1]).toMatch(
      new RegExp(`^${stamp}\tcatalog sync\tcompleted\t3 accepted, 1 request sent\t\t$`),
    );
    expect(await runs(['--limit', '1'])).toHaveLength(1);
  });

  it('knows a run that goes on from one that was killed', async () => {
    const { sandbox, url } = await serveSandbox({ latency: 60_000 });
    const running = startCli(sync, { cwd, url });
    await until(() => sandbox.requests.length > 0, running);
    expect(await runs()).toMatchObject([{ status: 'running' }]);
    running.process.kill('SIGKILL');
    await running.done;
    expect(await runs()).toMatchObject([{ status: 'killed' }]);
  });

  it('shows one, also a failed one, without the key', async () => {
    const { url } = await serveSandbox();
    const env = { SEQUENZY_API_KEY: 'seq_live_wrong_key' };
    await runCli(sync, { cwd, url, env });
    const [run] = await runs();
    const { stdout } = await runCli(['runs', 'show', run?.id.slice(0, 18) ?? ''], { cwd });
    expect(stdout).toMatch(/^command +sequenzy-cli catalog sync products\.csv$/m);
    expect(stdout).toMatch(/^status +failed$/m);
    expect(stdout).toMatch(/^exit code +4$/m);
    const folder = join(stateOf(cwd), 'runs');
    const [name = ''] = await readdir(folder);
    expect(await readFile(join(folder, name), 'utf8')).not.toContain('seq_live_wrong_key');
    const missing = await runCli(['runs', 'show', 'nothing'], { cwd });
    expect(missing).toMatchObject({ exitCode: 3, stdout: '' });
  });

  it('keeps the newest 200, and passes over what is no record', async () => {
    const folder = join(stateOf(cwd), 'runs');
    await mkdir(folder, { recursive: true });
    for (let index = 0; index < 210; index += 1) {
      await writeFile(join(folder, `2020-${String(index).padStart(3, '0')}.json`), '{"half');
    }
    const { url } = await serveSandbox();
    await runCli(sync, { cwd, url });
    const kept = await readdir(folder);
    expect(kept.filter((name) => name.endsWith('.json'))).toHaveLength(200);
    expect(await runs()).toMatchObject([{ status: 'completed' }]);
  });

  it('says so where there are none', async () => {
    expect(await runCli(['runs'], { cwd })).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'There are no runs yet.\n',
    });
  });
});
