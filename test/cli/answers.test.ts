import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, upserts, type Run } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

const says = (json: unknown): Fault => ({ kind: 'says', json });
const post = { method: 'POST' };
const sync = ['catalog', 'sync', 'products.csv', '--json'];

interface Document {
  readonly status: string;
  readonly records: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly rejectsFile: string | null;
}

function documentOf({ stdout }: Run): Document {
  return JSON.parse(stdout) as Document; // what --json prints
}

describe('an answer that contradicts a delivery', () => {
  it('leaves products unknown: 3, the reason everywhere, and the next run sends them again', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [{ on: post, times: 1, do: says({ error: `database down ${'x'.repeat(500)}` }) }],
    });
    const run = await runCli(sync, { cwd, url });
    expect(run.exitCode).toBe(3);
    const reason =
      /It is not known whether it has arrived: POST \/api\/v1\/products: 200 with an error: database down x+…/;
    expect(run.stderr).toMatch(/^unknown {2,}products\.csv:2 {2}p-0/m);
    expect(run.stderr).toMatch(/0 accepted, 0 rejected, 3 unknown/);
    expect(run.stderr).toMatch(/^next .*sends again what is unknown/m);
    const records = { read: 3, accepted: 0, rejected: 0, unknown: 3, notAttempted: 0 };
    expect(documentOf(run)).toMatchObject({ status: 'partial', records });
    const rejects = await readFile(join(cwd, documentOf(run).rejectsFile ?? ''), 'utf8');
    expect(rejects.match(new RegExp(reason, 'g'))).toHaveLength(3);
    expect(rejects.length).toBeLessThan(3000);
    const shown = await runCli(['runs', 'show', 'latest'], { cwd, url });
    expect(shown.stdout).toMatch(/records .*3 unknown/);

    const again = await runCli(sync, { cwd, url });
    expect(again.exitCode).toBe(0);
    expect(documentOf(again).records).toMatchObject({ accepted: 3, unknown: 0 });
    expect(upserts(sandbox)).toHaveLength(2);
  });

  it('leaves those unknown that an upsert does not name', async () => {
    const named = { upserted: 2, products: [{ productId: 'p-0' }, { productId: 'p-2' }] };
    const { url } = await serveSandbox({ faults: [{ on: post, do: says(named) }] });
    const run = await runCli(sync, { cwd, url });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/products\.csv:3 {2}p-1 .*2 of 3 products upserted/s);
    expect(documentOf(run).records).toMatchObject({ accepted: 2, unknown: 1 });
  });

  it('stops a backfill when it is the third in a row: 75, the rest not attempted', async () => {
    const { sandbox, url } = await serveSandbox({ faults: [{ on: post, do: says(null) }] });
    const orders = Array.from({ length: 20 }, (_, index) => ({
      orderId: `o${String(index)}`,
      totalCents: 100,
      currency: 'USD',
      orderedAt: '2026-03-02T09:30:00Z',
      customer: { email: `c${String(index)}@example.com` },
    }));
    await writeFile(
      join(cwd, 'orders.ndjson'),
      orders.map((one) => JSON.stringify(one)).join('\n'),
    );
    const args = ['orders', 'backfill', 'orders.ndjson', '--totals', 'none', '--yes', '--json'];
    const run = await runCli([...args, '--concurrency', '1'], { cwd, url });
    expect(run.exitCode).toBe(75);
    expect(documentOf(run)).toMatchObject({
      status: 'stopped',
      records: { read: 20, accepted: 0, unknown: 3, notAttempted: 17 },
      stoppedBy: { code: 'contradiction' },
    });
    expect(run.stderr).toMatch(/3 answers in a row contradict themselves/);
    expect(sandbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
  });

  it.each([
    ['orders', 'push', { orderId: 'o1', totalCents: 1, currency: 'USD' }, { queued: false }, 3],
    ['checkouts', 'track', { checkoutId: 'c1' }, { success: 'false' }, 75],
    ['back-in-stock', 'register', { productId: 'p1' }, [], 75],
  ])('ends %s %s of one event unknown', async (group, verb, event, answer, exitCode) => {
    const { url } = await serveSandbox({ faults: [{ on: post, do: says(answer) }] });
    const stdin = JSON.stringify({ ...event, customer: { email: 'ada@example.com' } });
    const run = await runCli([group, verb, '-', '--json'], { cwd, url, stdin });
    expect(run.exitCode).toBe(exitCode);
    expect(documentOf(run).records).toMatchObject({ accepted: 0, unknown: 1 });
    expect(run.stderr).toMatch(/^unknown .*20[02] with/m);
  });
});

describe('an answer that contradicts a deletion', () => {
  const remove = (...ids: string[]) => ['catalog', 'delete', ...ids, '--yes', '--json'];

  it('is no deletion: 3, and a later sync does not take the product for unchanged', async () => {
    const { sandbox, url } = await serveSandbox();
    await runCli(sync, { cwd, url });
    sandbox.faults.add({ on: { method: 'DELETE' }, times: 1, do: { kind: 'html', status: 404 } });
    const run = await runCli(remove('p-1', 'p-2'), { cwd, url });
    expect(run.exitCode).toBe(3);
    expect(documentOf(run)).toMatchObject({
      status: 'partial',
      records: { read: 2, deleted: 1, unknown: 1 },
      products: [
        { productId: 'p-1', status: 'unknown' },
        { productId: 'p-2', status: 'deleted' },
      ],
    });
    const again = await runCli(sync, { cwd, url });
    expect(documentOf(again).records).toMatchObject({ accepted: 2, unchanged: 1 });
  });

  it('stops with 75 when it is the third in a row', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [{ on: { method: 'DELETE' }, do: says({ deleted: false }) }],
    });
    const run = await runCli(remove('a', 'b', 'c', 'd', 'e'), { cwd, url });
    expect(run.exitCode).toBe(75);
    expect(documentOf(run).records).toMatchObject({ deleted: 0, unknown: 3, notAttempted: 2 });
    expect(sandbox.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(3);
  });

  it('of what is gone from the source is tried again by the next --prune', async () => {
    const { sandbox, url } = await serveSandbox();
    await runCli(sync, { cwd, url });
    await writeFile(join(cwd, 'products.csv'), productsCsv(2));
    sandbox.faults.add({ on: { method: 'DELETE' }, times: 1, do: says(null) });
    const prune = [...sync, '--prune', '--max-delete', '5', '--yes'];
    const run = await runCli(prune, { cwd, url });
    expect(run.exitCode).toBe(3);
    expect(documentOf(run)).toMatchObject({ status: 'partial', records: { deleted: 0 } });
    expect(documentOf(run).warnings.join()).toMatch(/not known whether .* was deleted: .*null/);
    const again = await runCli(prune, { cwd, url });
    expect(documentOf(again)).toMatchObject({ exitCode: 0, records: { deleted: 1 } });
  });
});

describe('a number of notifications that cannot be', () => {
  it('is ignored with one warning', async () => {
    const triggered = { success: true, backInStockEventsTriggered: 1e9 };
    const { url } = await serveSandbox({ faults: [{ on: post, do: says(triggered) }] });
    await writeFile(join(cwd, 'products.csv'), productsCsv(250));
    const run = await runCli([...sync, '--max-restocks', '10'], { cwd, url });
    expect(documentOf(run)).toMatchObject({ exitCode: 0, backInStockEventsTriggered: 0 });
    expect(documentOf(run).warnings).toEqual([
      'The server says that 100 products and 0 variants triggered 1000000000 back-in-stock notifications. That cannot be, and is not counted.',
    ]);
  });
});
