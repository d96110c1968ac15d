import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, startCli, until, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const prune = ['catalog', 'sync', 'products.csv', '--prune', '--json'];

/** A sandbox that was sent so many products, of which the file then has only some. */
async function synced({ sent, left }: { sent: number; left: number }, latency = 0) {
  const { sandbox, url } = await serveSandbox({ latency });
  await writeFile(join(cwd, 'products.csv'), productsCsv(sent));
  await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
  await writeFile(join(cwd, 'products.csv'), productsCsv(left));
  sandbox.seedProducts([{ productId: 'of-another-program', title: 'Other' }]);
  return { sandbox, url };
}

async function run(args: readonly string[], url: string) {
  const { exitCode, stdout, stderr } = await runCli([...prune, ...args], { cwd, url });
  return { exitCode, stderr, document: JSON.parse(stdout) as unknown };
}

describe('--prune', () => {
  it('deletes what was sent and is gone, and only that', async () => {
    const { sandbox, url } = await synced({ sent: 50, left: 45 });
    const { exitCode, document, stderr } = await run(['--yes'], url);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      status: 'completed',
      records: { read: 45, accepted: 0, unchanged: 45, deleted: 5 },
      requests: { sent: 0 },
    });
    expect(stderr).toMatch(
      /^warning +Files that are attached to a product in Sequenzy are deleted/m,
    );
    expect(stderr).toMatch(/^to delete +5 of 50 known products gone from the source: p-/m);
    expect([...sandbox.products].map(({ productId }) => productId)).toContain('of-another-program');
    expect(sandbox.products.size).toBe(46);
    expect((await run([], url)).document).toMatchObject({ records: { deleted: 0 } });
  });

  it.each([
    { left: 44, args: [], allowed: 5 },
    { left: 47, args: ['--max-delete', '2'], allowed: 2 },
    { left: 47, args: ['--max-delete', '5%'], allowed: 2 },
    { left: 49, args: ['--max-delete', '0'], allowed: 0 },
  ])('never deletes more than $allowed of 50 with $args', async ({ left, args, allowed }) => {
    const { sandbox, url } = await synced({ sent: 50, left });
    await writeFile(join(cwd, 'products.csv'), productsCsv(left).replace('Product 1,', 'One,'));
    const { exitCode, document } = await run([...args, '--yes'], url);
    expect(exitCode).toBe(2);
    expect(document).toMatchObject({ status: 'failed', stoppedBy: { code: 'max-delete' } });
    expect(JSON.stringify(document)).toContain(`--max-delete allows ${String(allowed)}`);
    expect(sandbox.products.size).toBe(51);
    expect(upserts(sandbox)).toHaveLength(1);
  });

  it('deletes nothing where nobody can be asked', async () => {
    const { sandbox, url } = await synced({ sent: 50, left: 49 });
    const { exitCode, document } = await run([], url);
    expect(exitCode).toBe(2);
    expect(document).toMatchObject({ stoppedBy: { code: 'needs-consent' } });
    expect(sandbox.products.size).toBe(51);
  });

  it.each([
    { rows: 'x,X,abc,USD\n', code: 'prune-rejected' },
    { rows: undefined, code: 'prune-empty' },
  ])('deletes nothing where the source may be incomplete: $code', async ({ rows, code }) => {
    const { sandbox, url } = await synced({ sent: 50, left: 49 });
    const [header = ''] = productsCsv(0).split('\n');
    const text = rows === undefined ? `${header}\n` : `${productsCsv(49)}${rows}`;
    await writeFile(join(cwd, 'products.csv'), text);
    const { exitCode, document } = await run(['--yes', '--max-delete', '100%'], url);
    expect(exitCode).toBe(2);
    expect(document).toMatchObject({ stoppedBy: { code } });
    expect(sandbox.products.size).toBe(51);
    expect(upserts(sandbox)).toHaveLength(1);
  });

  it('deletes everything where the source holds nothing but products that are left out, if all may go', async () => {
    const { sandbox, url } = await synced({ sent: 20, left: 20 });
    const inactive = { object: 'product', id: 'prod_1', name: 'Tee', active: false };
    await writeFile(join(cwd, 'products.csv'), JSON.stringify([inactive]));
    const args = ['--yes'];
    expect((await run(args, url)).document).toMatchObject({ stoppedBy: { code: 'max-delete' } });
    expect(sandbox.products.size).toBe(21);
    const { exitCode, document } = await run([...args, '--max-delete', '100%'], url);
    expect(document).toMatchObject({ records: { read: 0, deleted: 20 } });
    expect(exitCode).toBe(0);
    expect([...sandbox.products].map(({ productId }) => productId)).toEqual(['of-another-program']);
  });

  it('deletes nothing where what the source holds are no products', async () => {
    const { sandbox, url } = await synced({ sent: 20, left: 20 });
    const id = 'gid://shopify/Metafield/5';
    const metafield = { id, __parentId: 'gid://shopify/ProductVariant/11' };
    await writeFile(join(cwd, 'products.csv'), JSON.stringify([metafield]));
    const args = ['--currency', 'USD', '--yes', '--max-delete', '100%'];
    const { exitCode, document } = await run(args, url);
    expect(document).toMatchObject({ stoppedBy: { code: 'prune-empty' } });
    expect(exitCode).toBe(2);
    expect(sandbox.products.size).toBe(21);
  });

  it('deletes nothing where the input itself says that pages of it are missing', async () => {
    const { sandbox, url } = await synced({ sent: 50, left: 49 });
    const data = [{ id: 'prod_1', object: 'product', active: true, name: 'Tee' }];
    const list = { object: 'list', url: '/v1/products', has_more: true, data };
    await writeFile(join(cwd, 'products.csv'), JSON.stringify(list));
    const { exitCode, document } = await run(['--yes', '--max-delete', '100%'], url);
    expect(exitCode).toBe(2);
    expect(document).toMatchObject({ stoppedBy: { code: 'prune-incomplete' } });
    expect(sandbox.products.size).toBe(51);
    expect(upserts(sandbox)).toHaveLength(1);
  });

  it('deletes nothing after the server has rejected a record', async () => {
    const { sandbox, url } = await synced({ sent: 50, left: 49 });
    sandbox.faults.add({ do: { kind: 'bad-product', productId: 'p-1' } });
    await writeFile(join(cwd, 'products.csv'), productsCsv(49).replace('Product 1,', 'One,'));
    const { exitCode, stderr } = await run(['--yes'], url);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/Nothing was deleted: --prune needs a source without rejected/);
    expect(sandbox.products.size).toBe(51);
  });

  it('says which product it cannot delete, deletes the others, and ends with 3', async () => {
    const { sandbox, url } = await serveSandbox();
    const file = join(cwd, 'products.csv');
    await writeFile(file, `${productsCsv(5)}.,Dot,1.00,USD\n`);
    await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    await writeFile(file, productsCsv(4));
    const { exitCode, document, stderr } = await run(['--yes', '--max-delete', '2'], url);
    expect(exitCode).toBe(3);
    expect(document).toMatchObject({ status: 'partial', records: { deleted: 1 } });
    expect(stderr).toMatch(/A product that is gone was not deleted: "\." .* in Sequenzy\.$/m);
    expect([...sandbox.products].map(({ productId }) => productId)).toContain('.');
    expect(sandbox.products.size).toBe(5);
  });

  it('carries on after a kill, and takes what is gone already for deleted', async () => {
    const { sandbox, url } = await synced({ sent: 100, left: 90 }, 50);
    const running = startCli([...prune, '--yes'], { cwd, url });
    await until(() => sandbox.products.size <= 97, running).finally(() =>
      running.process.kill('SIGKILL'),
    );
    await running.done;
    await fetch(`${url}/api/v1/products/p-99`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer seq_live_sandbox' },
    });
    const { exitCode } = await run(['--yes', '--max-delete', '20'], url);
    expect(exitCode).toBe(0);
    expect(sandbox.products.size).toBe(91);
    const { stdout } = await runCli(['runs', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [{ status: 'completed' }, { status: 'killed' }, { status: 'completed' }],
    });
  });

  it('stops where a deletion cannot be had, to be carried on', async () => {
    const { sandbox, url } = await synced({ sent: 50, left: 47 });
    sandbox.faults.add({ on: { method: 'DELETE' }, after: 1, do: { kind: 'server-error' } });
    const { exitCode, document } = await run(['--yes', '--max-retries', '0'], url);
    expect(exitCode).toBe(75);
    expect(document).toMatchObject({ status: 'stopped', records: { deleted: 1 } });
    sandbox.faults.clear();
    expect((await run(['--yes'], url)).document).toMatchObject({ records: { deleted: 2 } });
  });

  it('is refused as an amount without its command', async () => {
    const { exitCode, stderr } = await runCli(
      ['catalog', 'sync', 'products.csv', '--max-delete', '5'],
      { cwd },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/--max-delete needs --prune/);
  });
});
