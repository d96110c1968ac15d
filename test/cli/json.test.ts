import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, upserts } from './cli-process.ts';

let cwd: string;

const post = { method: 'POST' };

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), `${productsCsv(250)}bad,Bad,abc,USD\n`);
});

interface Document {
  readonly exitCode: number;
  readonly records: Readonly<Record<string, number>>;
}

function parse(stdout: string): Document {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as Document; // looked at field by field below
}

/** What is deleted was not read. */
function addsUp({ records }: Document): boolean {
  const outcomes = ['accepted', 'unchanged', 'rejected', 'unknown', 'notAttempted'];
  return records['read'] === outcomes.reduce((sum, name) => sum + (records[name] ?? NaN), 0);
}

describe('--json', () => {
  it('prints every figure of a sync', async () => {
    const { sandbox, url } = await serveSandbox();
    const { exitCode, stdout } = await runCli(['catalog', 'sync', 'products.csv', '--json'], {
      cwd,
      url,
    });
    expect(parse(stdout)).toEqual({
      schemaVersion: 1,
      command: 'catalog sync',
      status: 'partial',
      exitCode: 3,
      source: {
        files: ['products.csv'],
        format: expect.any(String) as string,
        recognition: {
          isForced: false,
          by: 'columns',
          names: ['productId', 'title'],
          known: 4,
          all: 4,
        },
        rows: 251,
        products: 251,
        variants: 0,
        skipped: [],
      },
      records: {
        read: 251,
        accepted: 250,
        unchanged: 0,
        rejected: 1,
        unknown: 0,
        notAttempted: 0,
        deleted: 0,
      },
      requests: { sent: 3, retried: 0, rateLimited: 0 },
      stock: { products: 0, carried: 0, unknown: 0, others: 0, unread: 0, requests: 1 },
      backInStockEventsTriggered: 0,
      durationMs: expect.any(Number) as number,
      rejectsFile: 'products.rejects.csv',
      warnings: [],
      stoppedBy: null,
    });
    expect(exitCode).toBe(3);
    expect(upserts(sandbox)).toHaveLength(3);
  });

  it('plans exactly what would be sent, and lists every reject', async () => {
    const args = ['catalog', 'sync', 'products.csv', '--dry-run', '--json'];
    const { stdout } = await runCli(args, { cwd });
    expect(parse(stdout)).toMatchObject({
      status: 'planned',
      exitCode: 3,
      records: { read: 251, accepted: 0, rejected: 1, notAttempted: 250 },
      requests: { sent: 0 },
      plan: {
        products: 250,
        requests: 3,
        milliseconds: 0,
        requestsPerMinute: 100,
        new: 250,
        changed: 0,
        unchanged: 0,
        rejected: 1,
        restocks: { products: 0, variants: 0 },
        toDelete: 0,
        firstToDelete: [],
      },
      rejects: [
        {
          file: 'products.csv',
          line: 252,
          productId: 'bad',
          reasons: [{ line: 252, column: 'price', value: 'abc' }],
        },
      ],
      rejectsFile: null,
    });
  });

  it('counts requests by bytes too', async () => {
    const large = 'x'.repeat(300_000);
    const products = [1, 2, 3, 4].map((id) => ({
      productId: String(id),
      title: 'Large',
      description: large,
    }));
    await writeFile(join(cwd, 'large.json'), JSON.stringify(products));
    const { sandbox, url } = await serveSandbox();
    const planned = await runCli(['catalog', 'check', 'large.json', '--json'], { cwd });
    await runCli(['catalog', 'sync', 'large.json'], { cwd, url });
    expect(parse(planned.stdout)).toMatchObject({ plan: { requests: 2 } });
    expect(upserts(sandbox)).toHaveLength(2);
  });

  it.each([
    { args: ['catalog', 'sync', 'products.csv', '--rate', 'x'], code: 'usage', exitCode: 2 },
    { args: ['catalog', 'sync', 'nowhere.csv'], code: 'unreadable', exitCode: 2 },
    { args: ['--nonsense'], code: 'usage', exitCode: 2 },
    { args: [], code: 'usage', exitCode: 2 },
    { args: ['catalog', 'get', 'nothing'], code: 'not-found', exitCode: 3 },
    { args: ['catalog', 'list', '--company', 'other'], code: 'permission', exitCode: 4 },
  ])('prints one document for the failure of $args', async ({ args, code, exitCode }) => {
    const { url } = await serveSandbox();
    const run = await runCli([...args, '--json'], { cwd, url });
    const document = parse(run.stdout);
    expect(document).toMatchObject({ status: 'failed', exitCode, stoppedBy: { code } });
    expect(run.exitCode).toBe(exitCode);
    expect('records' in document).toBe(code === 'unreadable');
  });

  it('tells of wrong usage only what is true', async () => {
    const run = await runCli(['catalog', 'sync', '--max-delete', '5', 'products.csv', '--json'], {
      cwd,
    });
    expect(parse(run.stdout)).toEqual({
      schemaVersion: 1,
      command: 'catalog sync',
      status: 'failed',
      exitCode: 2,
      stoppedBy: {
        code: 'usage',
        message: '--max-delete needs --prune',
        nextStep: 'See sequenzy-cli catalog sync --help.',
      },
    });
  });

  it('has the orders’ own shape where a backfill has failed', async () => {
    const row = '1,a@b.example,1.00,USD,2026-03-02T09:30Z\n';
    await writeFile(join(cwd, 'o.csv'), `orderId,email,total,currency,orderedAt\n${row}`);
    const { exitCode, stdout } = await runCli(['orders', 'backfill', 'o.csv', '--json'], { cwd });
    expect(exitCode).toBe(2);
    const document = parse(stdout);
    expect(document).toMatchObject({ source: { orders: 0 }, events: { placed: 0 }, customers: 0 });
    expect(document).not.toMatchObject({ source: { products: 0 } });
    expect(addsUp(document)).toBe(true);
  });

  it('adds up to what was read when a run is stopped half-way', async () => {
    const { url } = await serveSandbox({
      faults: [{ on: post, after: 1, do: { kind: 'server-error', status: 500 } }],
    });
    const args = ['catalog', 'sync', 'products.csv', '--json', '--max-retries', '0'];
    const { exitCode, stdout } = await runCli([...args, '--concurrency', '1'], { cwd, url });
    const document = parse(stdout);
    expect(document).toMatchObject({
      status: 'stopped',
      exitCode: 75,
      records: { read: 251, accepted: 100, rejected: 1, unknown: 100, notAttempted: 50 },
      stoppedBy: { code: 'server' },
    });
    expect(exitCode).toBe(75);
    expect(addsUp(document)).toBe(true);
  });
});
