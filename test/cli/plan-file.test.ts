import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** A sandbox with five products, a file that has one of them otherwise, one more and one less, and its plan. */
async function planned() {
  const { sandbox, url } = await serveSandbox();
  const file = join(cwd, 'products.csv');
  await writeFile(file, productsCsv(5));
  await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
  await writeFile(file, productsCsv(5, 1).replace('Product 2,19.99', 'Product 2,17.99'));
  const sync = ['catalog', 'sync', 'products.csv', '--prune', '--max-delete', '1'];
  const plan = await runCli([...sync, '--out', 'plan.json', '--show-changes'], { cwd, url });
  const apply = () => runCli(['catalog', 'apply', 'plan.json', '--json'], { cwd, url });
  return { sandbox, url, file, plan, apply };
}

it('a plan shows each field, old and new, sends nothing, and is applied without a question', async () => {
  const { sandbox, plan, apply } = await planned();
  expect(plan).toMatchObject({ exitCode: 0 });
  expect(plan.stderr).toMatch(/^change +p-2 \(Product 2\)\n +priceCents: 1999 -> 1799$/m);
  expect(plan.stderr).toMatch(/^create +p-5 \(Product 5\)\n +title: "Product 5"$/m);
  expect(plan.stderr).toMatch(/^delete +p-0 \(Product 0\)$/m);
  expect(plan.stderr).toMatch(
    /^next +review plan.json, then sequenzy-cli catalog apply plan.json$/m,
  );
  expect(upserts(sandbox)).toHaveLength(1);
  const file: unknown = JSON.parse(await readFile(join(cwd, 'plan.json'), 'utf8'));
  expect(file).toMatchObject({
    kind: 'sequenzy-catalog-plan',
    schemaVersion: 1,
    input: { records: 5 },
    ledger: { products: 5 },
    counts: { create: 1, change: 1, unchanged: 3, rejected: 0, delete: 1 },
    options: { files: ['products.csv'], prune: { maxDelete: 1 } },
  });
  expect((file as { changes: unknown }).changes).toEqual([
    {
      productId: 'p-2',
      action: 'change',
      title: 'Product 2',
      fields: [{ path: 'priceCents', old: 1999, new: 1799 }],
    },
    expect.objectContaining({ productId: 'p-5', action: 'create' }),
    { productId: 'p-0', action: 'delete', title: 'Product 0', fields: [] },
  ]);
  const applied = await apply();
  expect(applied).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(applied.stdout)).toMatchObject({
    command: 'catalog apply',
    records: { accepted: 2, unchanged: 3, deleted: 1 },
  });
  expect([...sandbox.products].map(({ productId }) => productId).sort()).toEqual([
    'p-1',
    'p-2',
    'p-3',
    'p-4',
    'p-5',
  ]);
  const again = await apply();
  expect(again.exitCode).toBe(2);
  expect(again.stdout).toContain(
    'Another run has sent or deleted products since the plan was made',
  );
});

it('a plan whose input has changed, or which is no plan, sends nothing and says why', async () => {
  const { sandbox, url, file, apply } = await planned();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('17.99', '7.99'));
  const drifted = await apply();
  expect(JSON.parse(drifted.stdout)).toMatchObject({
    exitCode: 2,
    stoppedBy: { code: 'plan-drift', message: 'The input has changed since the plan was made' },
  });
  await writeFile(join(cwd, 'plan.json'), '{}');
  expect((await apply()).stdout).toContain('plan.json is not a plan');
  const stdin = await runCli(['catalog', 'sync', '-', '--out', 'plan.json'], { cwd, url });
  expect(stdin).toMatchObject({ exitCode: 2 });
  expect(stdin.stderr).toContain('standard input cannot be read again when the plan is applied');
  expect(upserts(sandbox)).toHaveLength(1);
});
