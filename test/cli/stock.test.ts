import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const stock = ['catalog', 'stock', 'stock.csv'];

async function stored() {
  const { sandbox, url } = await serveSandbox();
  const size = (id: string, inventoryQuantity: number) => ({
    variantId: `tee-${id}`,
    title: id.toUpperCase(),
    sku: `T-${id}`,
    priceCents: 1999,
    inventoryQuantity,
    options: [{ name: 'Size', value: id }],
  });
  sandbox.seedProducts([
    {
      productId: 'tee',
      title: 'Tee',
      description: 'Cotton',
      currency: 'EUR',
      variants: [size('s', 5), size('m', 0)],
    },
    { productId: 'cap', title: 'Cap', inStock: true },
  ]);
  return { sandbox, url };
}

describe('catalog stock', () => {
  it('changes stock and nothing else, and rejects rows that match nothing', async () => {
    const { sandbox, url } = await stored();
    const before = sandbox.products.get('tee');
    await writeFile(join(cwd, 'stock.csv'), 'sku,qty\nT-m,7\nT-s,5\nT-x,1\nT-s,abc\n');
    const { exitCode, stdout } = await runCli([...stock, '--json'], { cwd, url });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'catalog stock',
      status: 'partial',
      source: { format: 'stock', rows: 4 },
      records: { read: 4, accepted: 2, unchanged: 0, rejected: 2, notAttempted: 0 },
      requests: { sent: 1 },
    });
    const after = sandbox.products.get('tee');
    expect(after?.variants.map(({ inventoryQuantity }) => inventoryQuantity)).toEqual([5, 7]);
    const withoutStock = (product: typeof before) => ({
      ...product,
      updatedAt: '',
      variants: product?.variants.map((variant) => ({
        ...variant,
        inStock: '',
        inventoryQuantity: '',
      })),
    });
    expect(withoutStock(after)).toEqual(withoutStock(before));
    const rejects = await readFile(join(cwd, 'stock.rejects.csv'), 'utf8');
    expect(rejects).toMatch(/^T-s,abc,5,/m);
    expect(rejects).toMatch(/^T-x,1,4,no stored product has the sku T-x$/m);
  });

  it('plans without sending, and holds the plan against --max-restocks', async () => {
    const { sandbox, url } = await stored();
    await writeFile(join(cwd, 'stock.csv'), 'variant_id,quantity\ntee-m,7\n');
    const planned = await runCli([...stock, '--dry-run', '--json'], { cwd, url });
    expect(JSON.parse(planned.stdout)).toMatchObject({
      status: 'planned',
      plan: { requests: 1, restocks: { products: 0, variants: 1 } },
    });
    const refused = await runCli([...stock, '--max-restocks', '0', '--json'], { cwd, url });
    expect(refused.exitCode).toBe(2);
    expect(upserts(sandbox)).toEqual([]);
    const allowed = await runCli([...stock, '--max-restocks', '1'], { cwd, url });
    expect(allowed.exitCode).toBe(0);
    expect(sandbox.products.get('tee')?.variants[1]?.inStock).toBe(true);
  });

  it('makes a product that only had its stock changed none of ours to prune', async () => {
    const { sandbox, url } = await stored();
    await writeFile(join(cwd, 'stock.csv'), 'productId,inStock\ncap,no\n');
    await runCli(stock, { cwd, url });
    expect(sandbox.products.get('cap')?.inStock).toBe(false);
    await writeFile(join(cwd, 'p.csv'), 'productId,title\nmug,Mug\n');
    const args = ['catalog', 'sync', 'p.csv', '--prune', '--max-delete', '100%', '--yes'];
    expect((await runCli(args, { cwd, url })).exitCode).toBe(0);
    expect(sandbox.products.size).toBe(3);
  });

  it('lets the next sync send a product whose stock was changed in between', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'p.csv'), 'productId,title,inStock\nmug,Mug,yes\ncup,Cup,yes\n');
    await runCli(['catalog', 'sync', 'p.csv'], { cwd, url });
    await runCli(['catalog', 'stock', '-'], { cwd, url, stdin: 'productId,quantity\nmug,0\n' });
    expect(sandbox.products.get('mug')?.inStock).toBe(false);
    const { stdout } = await runCli(['catalog', 'sync', 'p.csv', '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 1, unchanged: 1 } });
    expect(sandbox.products.get('mug')?.inStock).toBe(true);
  });

  it.each([
    ['sku,title\nT-m,M\n', 2],
    ['', 2],
  ])('ends with 2 for a file that says nothing about stock: %j', async (text, code) => {
    const { url } = await stored();
    await writeFile(join(cwd, 'stock.csv'), text);
    expect((await runCli(stock, { cwd, url })).exitCode).toBe(code);
  });
});
