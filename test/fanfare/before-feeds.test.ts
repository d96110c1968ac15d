import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli, serveSandbox, stateOf } from '../cli/cli-process.ts';

/** See the README there. */
const fixture = join(import.meta.dirname, 'before-feeds');

/** Puts a ledger into the state folder as that of this API: its lines are the old ones. */
async function place(name: string, folder: string, url: string): Promise<string> {
  const options = { folder, company: 'comp_sandbox', origin: url, name };
  const { file } = await openFileLedger({ ...options, readonly: true });
  await mkdir(dirname(file), { recursive: true });
  await (await openFileLedger(options)).close();
  const header = await readFile(file, 'utf8');
  const [, ...lines] = (await readFile(join(fixture, `${name}.ndjson`), 'utf8')).split('\n');
  await writeFile(file, header + lines.join('\n'));
  return file;
}

it('a state folder of the release before feeds is taken over: what came from Fanfare is its feed', async () => {
  const { url } = await serveSandbox();
  const cwd = await tempFolder();
  const ledger = await place('products', stateOf(cwd), url);
  const former = await place('products-of-fanfare', stateOf(cwd), url);
  await writeFile(`${former.slice(0, -'ndjson'.length)}lease-7`, 'of a run that was killed');
  const files = async () =>
    Object.fromEntries(
      await Promise.all(
        (await readdir(dirname(ledger), { withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map(async ({ name }) => [name, await readFile(join(dirname(ledger), name), 'utf8')]),
      ),
    ) as Record<string, string>;
  const before = await files();
  const text = await readFile(join(fixture, 'own.csv'), 'utf8');
  await writeFile(join(cwd, 'own.csv'), text.replace(/^own-3.*\n/m, ''));
  const prune = ['catalog', 'sync', 'own.csv', '--prune', '--yes', '--max-delete', '100%'];
  const run = async (...args: string[]) => {
    const { stdout, stderr } = await runCli([...prune, ...args, '--json'], { cwd, url });
    return { stderr, document: JSON.parse(stdout) as unknown };
  };

  const dryRun = await run('--dry-run', '--company', 'comp_sandbox');
  expect(dryRun.document).toMatchObject({
    plan: { unchanged: 3, toDelete: 1, firstToDelete: ['own-3'] },
  });
  expect(dryRun.stderr).toContain('1 of 4 known products gone from the source (17 of other feeds');
  expect(await files()).toEqual(before);

  const taken = await run();
  expect(taken.document).toMatchObject({
    status: 'completed',
    records: { accepted: 0, unchanged: 3, deleted: 1 },
  });
  expect(Object.keys(await files())).toEqual(['products.ndjson']);
  expect((await run()).document).toMatchObject({ records: { unchanged: 3, deleted: 0 } });
});
