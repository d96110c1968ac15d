import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';

it('reads a product that two files have alike once, so that --prune may go on', async () => {
  const cwd = await tempFolder();
  const { sandbox, url } = await serveSandbox();
  const head = 'id\ttitle\tlink\tprice\tavailability\n';
  const [tray, bowl, old] = ['tray', 'bowl', 'old'].map(
    (id) => `${id}\tTitle\thttps://shop.example/${id}\t9.00 EUR\tin stock\n`,
  );
  const sync = async (one = '', other = '') => {
    await writeFile(join(cwd, 'one.tsv'), head + one);
    await writeFile(join(cwd, 'other.tsv'), head + other);
    const args = ['catalog', 'sync', 'one.tsv', 'other.tsv', '--prune', '--yes', '--json'];
    const { exitCode, stdout } = await runCli([...args, '--max-delete', '50%'], { cwd, url });
    return [exitCode, JSON.parse(stdout) as unknown];
  };
  await sync(`${tray ?? ''}${bowl ?? ''}`, old);
  expect(await sync(tray, `${bowl ?? ''}${tray ?? ''}`)).toMatchObject([
    0,
    { records: { read: 2, unchanged: 2, rejected: 0, deleted: 1 } },
  ]);
  expect(sandbox.products.get('old')).toBeUndefined();
});
