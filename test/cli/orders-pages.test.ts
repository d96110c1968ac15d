import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes, valuesOf } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const computed = ['--totals', 'computed', '--timezone', 'UTC', '--json'];

/** One page of `order/query`. */
function page(orderId: string, totalResults: number): string {
  const order = {
    orderId,
    orderStatus: 'COMPLETE',
    totalAmount: '10.00',
    currencyCode: 'USD',
    dateCreated: '2024-05-01 10:00:00',
    emailAddress: 'ada@example.com',
    items: [{ productId: '7', name: 'Mug', qty: '1', price: '10.00' }],
  };
  return JSON.stringify({ result: 'SUCCESS', message: { totalResults, page: 1, data: [order] } });
}

describe('orders whose file says that pages are missing', () => {
  it.each([
    ['backfill', ['--yes']],
    ['backfill', ['--dry-run']],
    ['verify', []],
  ])('are no whole history: orders %s %j ends before sending', async (command, options) => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'o.json'), page('A1', 2));
    const args = ['orders', command, 'o.json', ...computed, ...options];
    const { exitCode, stdout, stderr } = await runCli(args, { cwd, url });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/there are 2 orders, and 1 /)]);
    expect(stderr).toMatch(/Give all pages .* --partial-history/s);
    expect(JSON.parse(stdout)).toMatchObject({ stoppedBy: { code: 'partial-history' } });
    expect(pushes(sandbox)).toBe(0);
    const insisting = await runCli([...args, '--partial-history'], { cwd, url });
    expect(insisting.exitCode).toBe(command === 'verify' ? 3 : 0);
  });

  it('are whole with the other page, and need not be where totals are not computed', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'o.json'), page('A1', 2));
    await writeFile(join(cwd, 'o2.json'), page('A2', 2));
    const none = ['orders', 'backfill', 'o.json', ...computed, '--totals', 'none', '--yes'];
    expect((await runCli(none, { cwd, url })).exitCode).toBe(0);
    const both = ['orders', 'backfill', 'o.json', 'o2.json', ...computed, '--yes'];
    expect((await runCli(both, { cwd, url })).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 20]);
    const verify = ['orders', 'verify', 'o.json', 'o2.json', ...computed];
    expect((await runCli(verify, { cwd, url })).exitCode).toBe(0);
  });
});
