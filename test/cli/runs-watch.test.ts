import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  productsCsv,
  runCli,
  serveSandbox,
  startCli,
  until,
  upserts,
  type Run,
} from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const watch = (url: string): Promise<Run> => runCli(['runs', 'watch'], { cwd, url });

describe('runs watch shows from another process', () => {
  it('how far a sync has come, until it ends', async () => {
    await writeFile(join(cwd, 'products.csv'), productsCsv(1500));
    const { sandbox, url } = await serveSandbox({ latency: 200 });
    const args = ['catalog', 'sync', 'products.csv', '--concurrency', '1'];
    const running = startCli(args, { cwd, url });
    await until(() => upserts(sandbox).length > 2, running);
    const { exitCode, stdout, stderr } = await watch(url);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^catalog sync {2}[1-9][\d,]*00\/1,500 products, [1-9]\d* requests?, done about /m,
    );
    expect(stdout).toMatch(/status +completed/);
    expect((await running.done).exitCode).toBe(0);
  });

  it('how far its deletions have come', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'products.csv'), productsCsv(40));
    await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    await writeFile(join(cwd, 'products.csv'), productsCsv(10));
    sandbox.faults.add({ on: { method: 'DELETE' }, do: { kind: 'slow', ms: 100 } });
    const args = ['catalog', 'sync', 'products.csv', '--prune', '--max-delete', '30', '--yes'];
    const running = startCli(args, { cwd, url });
    await until(() => sandbox.products.size < 39, running);
    expect((await watch(url)).stderr).toMatch(/^catalog sync {2}\d+\/30 deletions, \d+ requests?/m);
    expect((await running.done).exitCode).toBe(0);
  });

  it('how far a stock feed has come', async () => {
    const { sandbox, url } = await serveSandbox({ latency: 200 });
    const ids = Array.from({ length: 1500 }, (_, n) => `p-${String(n)}`);
    sandbox.seedProducts(ids.map((productId) => ({ productId, title: 'T', inStock: true })));
    const rows = ids.map((id) => `${id},no`);
    await writeFile(join(cwd, 'stock.csv'), ['productId,inStock', ...rows, ''].join('\n'));
    const args = ['catalog', 'stock', 'stock.csv', '--concurrency', '1'];
    const running = startCli(args, { cwd, url });
    await until(() => upserts(sandbox).length > 2, running);
    expect((await watch(url)).stderr).toMatch(
      /^catalog stock {2}[1-9][\d,]*00\/1,500 rows, \d+ requests$/m,
    );
    expect((await running.done).exitCode).toBe(0);
  });
});
