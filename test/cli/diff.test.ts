import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const diff = ['catalog', 'diff', 'products.csv'];

async function surroundings() {
  const { sandbox, url } = await serveSandbox();
  await writeFile(join(cwd, 'products.csv'), productsCsv(250));
  await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
  return { sandbox, url };
}

describe('catalog diff', () => {
  it('ends with 0 where everything is the same, in one request for 100 products', async () => {
    const { sandbox, url } = await surroundings();
    const before = sandbox.requests.length;
    const { exitCode, stdout, stderr } = await runCli(diff, { cwd, url });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toMatch(/^compared +250 same, 0 different, 0 new, 0 missing/m);
    expect(sandbox.requests).toHaveLength(before + 3);
  });

  it('names field, both values, and what is on one side only; ends with 3', async () => {
    const { sandbox, url } = await surroundings();
    sandbox.seedProducts([
      { productId: 'p-7', title: 'Renamed by hand' },
      { productId: 'by-hand', title: 'By hand' },
    ]);
    sandbox.seedProducts([{ productId: 'theirs', title: 'Theirs' }], { provider: 'shopify' });
    await writeFile(join(cwd, 'products.csv'), productsCsv(251));
    const { exitCode, stdout } = await runCli(diff, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stdout.split('\n').sort()).toEqual([
      '',
      'by-hand\tmissing\t\t\t',
      'p-250\tnew\t\t\t',
      'p-7\tdifferent\ttitle\t"Product 7"\t"Renamed by hand"',
    ]);
    const inJson = await runCli([...diff, '--json'], { cwd, url });
    expect(JSON.parse(inJson.stdout)).toMatchObject({
      status: 'partial',
      exitCode: 3,
      counts: { same: 249, different: 1, new: 1, missing: 1, rejected: 0 },
      repair: null,
    });
  });

  it('--repair sends what differs, whatever the ledger says, and nothing else', async () => {
    const { sandbox, url } = await surroundings();
    sandbox.seedProducts([{ productId: 'p-7', title: 'Renamed by hand' }]);
    await writeFile(join(cwd, 'products.csv'), productsCsv(251));
    const { exitCode, stdout } = await runCli([...diff, '--repair', '--json'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'completed',
      repair: { records: { accepted: 2, rejected: 0 }, requests: { sent: 1 } },
    });
    expect(sandbox.products.get('p-7')?.title).toBe('Product 7');
    expect((await runCli(diff, { cwd, url })).exitCode).toBe(0);
    const again = await runCli(['catalog', 'sync', 'products.csv', '--json'], { cwd, url });
    expect(JSON.parse(again.stdout)).toMatchObject({ records: { unchanged: 251 } });
  });

  it('--repair --max-restocks sends nothing when too much would come back in stock', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'products.csv'), 'productId,title,inStock\na,A,no\n');
    await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    await writeFile(join(cwd, 'products.csv'), 'productId,title,inStock\na,A,yes\n');
    const args = [...diff, '--repair', '--max-restocks', '0'];
    expect((await runCli(args, { cwd, url })).exitCode).toBe(2);
    expect(upserts(sandbox)).toHaveLength(1);
  });

  it('ends with 75 when the products cannot be read', async () => {
    const { sandbox, url } = await surroundings();
    sandbox.faults.add({ on: { method: 'GET' }, after: 1, do: { kind: 'server-error' } });
    const run = await runCli([...diff, '--max-retries', '0', '--json'], { cwd, url });
    expect(run.exitCode).toBe(75);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'stopped' });
  });
});
