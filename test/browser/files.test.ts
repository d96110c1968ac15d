import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { inBrowser, isLeftOut, isTooWide, openPage, seriousProblems } from './browser.ts';

const products = [
  'productId,title,price,currency,compareAtPrice',
  'evil,<script>window.hacked = 1</script>,14.50,EUR,',
  'tee,Linen tee,49.50,EUR,79.00',
  'bad,No price,abc,EUR,',
].join('\n');

describe.skipIf(isLeftOut)(inBrowser('pages that are files'), () => {
  it('catalog preview: the same cards in one file, hostile titles as text', async () => {
    const cwd = await tempFolder();
    await writeFile(join(cwd, 'products.csv'), products);
    const run = await runCli(['catalog', 'preview', 'products.csv', '--out', 'p.html'], { cwd });
    expect(run).toMatchObject({ exitCode: 0 });
    const look = { width: 390, scheme: 'dark' } as const;
    const address = pathToFileURL(join(cwd, 'p.html')).href;
    const { page, complaints } = await openPage(address, look);
    await page.getByRole('button', { name: 'window.hacked' }).waitFor();
    await page.getByRole('button', { name: 'Linen tee' }).click();
    expect(await page.getByRole('dialog').innerText()).toMatch(/€49\.50\s+before:\s+€79\.00/);
    await page.keyboard.press('Escape');
    await page.getByText('1 not taken').click();
    expect(await page.getByText('products.csv:4').count()).toBe(1);
    expect(await isTooWide(page)).toBe(false);
    expect(await seriousProblems(page)).toEqual([]);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it('a report of a backfill, at once and from the record: figures, months, masked addresses', async () => {
    const cwd = await tempFolder();
    const orders = Array.from({ length: 12 }, (_, at) => {
      const month = String(at + 1).padStart(2, '0');
      return `${String(at)},ada${String(at % 3)}@example.com,${String(at + 20)}.00,EUR,2025-${month}-03T09:30:00Z`;
    });
    const bad = '99,ada1@example.com,abc,EUR,2025-01-03T09:30:00Z';
    const text = ['orderId,email,total,currency,orderedAt', ...orders, bad].join('\n');
    await writeFile(join(cwd, 'orders.csv'), text);
    const { url } = await serveSandbox();
    const send = ['orders', 'backfill', 'orders.csv', '--totals', 'computed', '--yes'];
    const wish = ['--rate', 'off', '--report', 'now.html', '--report-full'];
    expect(await runCli([...send, ...wish], { cwd, url })).toMatchObject({ exitCode: 3 });
    const later = ['runs', 'report', 'latest', '--out', 'later.html'];
    expect(await runCli(later, { cwd, url })).toMatchObject({ exitCode: 0 });
    const kept = await readFile(join(cwd, 'later.html'), 'utf8');
    expect(kept).toContain('a•••@example.com');
    expect(kept).not.toContain('ada1@example.com');
    expect(kept).not.toContain('seq_live_');
    expect(await readFile(join(cwd, 'now.html'), 'utf8')).toContain('ada1@example.com');
    const { page, complaints } = await openPage(pathToFileURL(join(cwd, 'later.html')).href);
    await page.getByRole('heading', { name: 'orders.csv' }).waitFor();
    const shown = await page.getByRole('main').innerText();
    expect(shown).toMatch(/accepted\s+12/);
    expect(shown).toMatch(/orders\.csv:14/);
    const months = page.getByRole('img', { name: 'Orders in each of 12 months' });
    expect(await months.count()).toBe(1);
    expect(await page.getByRole('img', { name: 'Customers by what' }).count()).toBe(1);
    expect(await seriousProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
