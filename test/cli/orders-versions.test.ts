import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes } from './order-history.ts';

const header =
  'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Refunded Amount,Id\n';
const row = (id: number, financial: string, refund: string) =>
  `#${String(id)},a@shop.example,${financial},USD,50.00,2026-10-0${String(id)} 10:00:00 +0000,1,Tee,${refund},90${String(id)}\n`;

it('sends the later state of an order whatever the order of the files, and names a file that is given twice', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'old.csv'), header + row(1, 'paid', '') + row(2, 'paid', ''));
  await writeFile(join(cwd, 'new.csv'), header + row(1, 'refunded', '50.00'));
  await symlink('new.csv', join(cwd, 'latest.csv'));
  const { sandbox, url } = await serveSandbox({ record: 'all' });
  const files = ['new.csv', 'old.csv', 'latest.csv'];
  const args = ['orders', 'backfill', ...files, '--totals', 'computed', '--yes', '--json'];
  const { exitCode, stdout } = await runCli(args, { cwd, url });
  expect([exitCode, pushes(sandbox)]).toEqual([0, 2]);
  const { warnings, events } = JSON.parse(stdout) as { warnings: string[]; events: object };
  expect(events).toMatchObject({ placed: 1, refunded: 1 });
  expect(warnings).toEqual(
    expect.arrayContaining([
      'latest.csv and new.csv are the same file; it was read once.',
      '1 order is in the input in different versions; the version with the later state was used.',
    ]),
  );
});
