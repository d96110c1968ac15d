import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';

// Two workbooks that libraries other than ours have written: fixtures/workbooks/make.py.
describe.each([
  {
    file: 'xlsxwriter.xlsx',
    ending: 'xlsx',
    place: "'Price list'!C7",
    said: [
      'the sheet "Price list" was read; there is something in others, too: Cover, Sales.',
      'cells are merged in 1 place (A1:D1)',
      '1 hidden row (5) was read like the others',
      'line 1 ("Price list, spring")',
    ],
  },
  {
    file: 'openpyxl.xlsx',
    ending: 'xlsm',
    place: 'Products!C5',
    said: [
      'the sheet "Products" was read; there is something in another, too: Sales.',
      '1 hidden column (E) was read like the others',
    ],
  },
])('a workbook of $file', ({ file, ending, place, said }) => {
  it('gives products to the cent and to the digit, and orders with their times', async () => {
    const cwd = await tempFolder();
    const name = `list.${ending}`;
    await copyFile(join(import.meta.dirname, 'fixtures/workbooks', file), join(cwd, name));
    const { sandbox, url } = await serveSandbox();
    const synced = await runCli(['catalog', 'sync', name, '--yes'], { cwd, url });
    expect(synced.exitCode, synced.stderr).toBe(3);
    for (const text of said) expect(synced.stderr).toContain(text);
    expect(synced.stderr).toContain(
      `${name}:${place}  bad  price: "on request" is not an amount such as 19.99`,
    );
    expect([...sandbox.products]).toMatchObject([
      {
        providerProductId: '00123',
        title: 'Lamp',
        priceCents: 3553,
        currency: 'EUR',
        url: 'https://shop.example/lamp',
        inStock: true,
        description: 'Warm light, 4 < 5 & 6',
      },
      { providerProductId: '4006381333931', title: 'Mug', priceCents: 7106, inStock: false },
      {
        providerProductId: '00077',
        title: 'Größe "M" 😀',
        priceCents: 100_000,
        description: 'two\nlines',
      },
    ]);
    const backfill = ['orders', 'backfill', name, '--sheet', 'sales', '--totals', 'none'];
    const told = await runCli([...backfill, '--timezone', 'Europe/Berlin', '--yes'], { cwd, url });
    expect(told.exitCode, told.stderr).toBe(0);
    expect([...sandbox.orders]).toMatchObject([
      {
        orderId: '4006381333931',
        order: { totalCents: 1999, orderedAt: '2024-05-01T07:58:12Z' },
      },
    ]);
  });

  it('does not lend its name to the CSV that comes of it', async () => {
    const cwd = await tempFolder();
    await copyFile(join(import.meta.dirname, 'fixtures/workbooks', file), join(cwd, 'list.xlsx'));
    const fixed = await runCli(['catalog', 'check', 'list.xlsx', '--fix', 'out.xlsx'], { cwd });
    expect(fixed).toMatchObject({ exitCode: 2 });
    expect(fixed.stderr).toContain(
      '--fix: the repaired file is CSV. Give it a name that ends in .csv.',
    );
    const { url } = await serveSandbox();
    const rejects = ['catalog', 'sync', 'list.xlsx', '--rejects', 'bad.XLSX'];
    const refused = await runCli(rejects, { cwd, url });
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain(
      '--rejects: rejects are CSV. Give the file a name that ends in .csv.',
    );
  });
});
