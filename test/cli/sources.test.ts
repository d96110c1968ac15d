import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli } from './cli-process.ts';
import { hasTerminal, onTerminal } from './on-terminal.ts';

it('lists every format, and shows those of a name', async () => {
  const cwd = await tempFolder();
  const { stdout } = await runCli(['sources', 'list'], { cwd });
  expect(stdout).toContain('products\tshopify\tShopify product export\n');
  expect(stdout).toContain('orders\tshopify\tShopify order export\n');
  expect(stdout).toContain('stock\tstock\tStock file\n');
  const shown = await runCli(['sources', 'show', 'shopify'], { cwd });
  expect(shown.stdout).toMatch(/^shopify \(products\)[^]*recognised by[^]*shopify \(orders\)/);
  const { stdout: json } = await runCli(['sources', 'show', 'etsy', '--json'], { cwd });
  expect(JSON.parse(json)).toMatchObject({
    command: 'sources show',
    sources: [{ kind: 'products', name: 'etsy', maps: { currency: 'CURRENCY_CODE' } }],
  });
});

it('names the nearest where there is none of a name', async () => {
  const cwd = await tempFolder();
  const { exitCode, stderr } = await runCli(['sources', 'show', 'shopfiy'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean shopify?');
});

it('explains what an input was taken for', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'p.csv'), 'productId,title,price,currency\na,A,1,EUR\n');
  const { stdout } = await runCli(['catalog', 'check', 'p.csv', '--verbose'], { cwd });
  expect(stdout).toMatch(
    /^recognised +by the columns productId and title; 4 of its 4 columns are known$/m,
  );
  const { stdout: json } = await runCli(['catalog', 'check', 'p.csv', '--json'], { cwd });
  expect(JSON.parse(json)).toMatchObject({
    source: { recognition: { isForced: false, by: 'columns', known: 4, all: 4 } },
  });
});

/** As many columns of Shopify's as of our own. */
async function ambiguousFile(): Promise<string> {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'p.csv'), 'Handle,Title,Product ID,Price\nmug,Mug,7,14.50\n');
  return cwd;
}

const question = 'Which one, shopify or generic? ';

it.skipIf(!hasTerminal)('asks on a terminal which of two formats is meant', async () => {
  const cwd = await ambiguousFile();
  const check = 'catalog check p.csv --currency USD';
  const { status, screen } = await onTerminal(check, { cwd }, [question, 'generic\r']);
  expect([status, screen]).toEqual([0, expect.stringMatching(/Sequenzy product file, 1 row/)]);
  const refused = await onTerminal(check, { cwd }, [question, '\r']);
  expect([refused.status, refused.screen]).toEqual([2, expect.stringContaining('--from generic')]);
});

it('leaves a file that could be of two platforms to the user, whichever knows more of it', async () => {
  const cwd = await tempFolder();
  const header = 'Handle,Title,Vendor,Tags,Price,id,link';
  await writeFile(join(cwd, 'p.csv'), `${header}\nmug,Mug,V,,1,7,https://x.io/mug\n`);
  const sync = ['catalog', 'sync', 'p.csv', '--dry-run', '--currency', 'EUR'];
  const { exitCode, stderr } = await runCli(sync, { cwd });
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringContaining('Say which: --from shopify or --from google.'),
  ]);
  expect((await runCli([...sync, '--from', 'shopify'], { cwd })).exitCode).toBe(0);
});

it('names both formats where nobody can be asked, also with --yes', async () => {
  const cwd = await ambiguousFile();
  const { exitCode, stderr } = await runCli(['catalog', 'check', 'p.csv', '--yes'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Say which: --from shopify or --from generic.');
});
