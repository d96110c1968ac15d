import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli } from './cli-process.ts';

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

it('explains what an input was taken for, and leaves to the user what two formats fit', async () => {
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
