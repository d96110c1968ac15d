import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox } from 'sequenzy-sandbox';
import { ManualClock, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import * as face from './index.ts';
import { backfillOrders, syncCatalog, UserError, type JobEvent } from './index.ts';

const header = 'productId,title,price,currency\n';
const [tee, cap] = ['tee,Tee,19.99,USD\n', 'cap,Cap,9.99,USD\n'];

/** A folder with a product file, and a sandbox to send it to. */
async function setUp() {
  const folder = await tempFolder();
  const { fetch, products, requests } = createSandbox();
  const endpoint = { apiKey: 'seq_live_sandbox', baseUrl: 'http://sandbox.localhost', fetch };
  const open = () => Promise.resolve(endpoint);
  const file = join(folder, 'products.csv');
  await writeFile(file, header + tee + cap);
  const connection = { sandbox: { open, openLive: open } };
  const options = {
    files: [file],
    rejects: join(folder, 'rejects.csv'),
    stateDir: folder,
    connection,
  };
  return { folder, file, options, products, requests };
}

it('where nobody decides, nothing is deleted; where somebody agrees, what is gone is', async () => {
  const { file, options, products } = await setUp();
  await syncCatalog(options);
  await writeFile(file, header + tee);
  const prune = { maxDelete: '100%' } as const;
  const { summary } = await syncCatalog({ ...options, prune });
  expect(summary).toMatchObject({ status: 'failed', stoppedBy: { code: 'needs-consent' } });
  expect(products.size).toBe(2);
  const asked: unknown[] = [];
  const decide = {
    deleteProducts: ({ productIds }: { productIds: unknown }) => asked.push(productIds) > 0,
  };
  const agreed = await syncCatalog({ ...options, prune }, { decide });
  expect(agreed.summary.records).toMatchObject({ deleted: 1, unchanged: 1 });
  expect(asked).toEqual([['cap']]);
  expect([products.size, products.get('cap')]).toEqual([1, undefined]);
});

it('where nobody decides, no order is sent', async () => {
  const { folder, options, requests } = await setUp();
  const files = [join(folder, 'orders.ndjson')];
  const order = {
    orderId: '1',
    totalCents: 100,
    currency: 'USD',
    customer: { email: 'a@b.example' },
  };
  await writeFile(
    files[0] ?? '',
    `${JSON.stringify({ ...order, orderedAt: '2026-01-02T03:04:05Z' })}\n`,
  );
  const { summary } = await backfillOrders({ ...options, files, totals: 'none' });
  expect(summary.stoppedBy?.code).toBe('needs-consent');
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('the remaining time of a backfill counts the requests that compared customers once', async () => {
  const { folder, options } = await setUp();
  const files = [join(folder, 'orders.ndjson')];
  const orders = Array.from({ length: 130 }, (_, at) => ({
    orderId: String(at),
    totalCents: 100,
    currency: 'USD',
    orderedAt: '2026-01-02T03:04:05Z',
    customer: { email: `${String(at)}@shop.example` },
  }));
  await writeFile(files[0] ?? '', orders.map((order) => JSON.stringify(order)).join('\n'));
  const clock = new ManualClock();
  let pace: Extract<JobEvent, { type: 'sending' }>['sending']['pace'] | undefined;
  const left: number[] = [];
  const onEvent = (event: JobEvent): void => {
    if (event.type === 'sending') ({ pace } = event.sending);
    if (event.type !== 'progress') return;
    left.push(pace?.(event.progress.requests) ?? NaN);
  };
  const job = backfillOrders(
    { ...options, files, totals: 'computed' },
    { clock, onEvent, decide: { sendOrders: () => true } },
  );
  const { summary } = await clock.run(job);
  expect(summary).toMatchObject({ status: 'completed', records: { accepted: 130 } });
  expect(clock.monotonic()).toBeGreaterThan(60_000);
  // Writing progress moves this clock while the disk is written, so that only both ends can be held against it.
  expect(Math.abs((left[0] ?? NaN) - 62_000)).toBeLessThan(2000);
  expect(left.at(-1)).toBeLessThan(2000);
});

it('a signal ends the job with a report, and the next run continues', async () => {
  const { options, products } = await setUp();
  const stopping = new AbortController();
  const told: JobEvent['type'][] = [];
  const onEvent = ({ type }: JobEvent): void => {
    told.push(type);
    if (type === 'planned') stopping.abort();
  };
  const first = await syncCatalog(options, { onEvent, signal: stopping.signal });
  expect(first.summary).toMatchObject({ status: 'stopped', stoppedBy: { code: 'interrupted' } });
  expect(told.filter((type) => type !== 'response')).toEqual([
    ...['recorded', 'opened'],
    ...['fetching', 'fetched', 'settled'],
    'planned',
    'settled',
    'settled',
  ]);
  expect(products.size).toBe(0);
  const second = await syncCatalog(options);
  expect(second.summary).toMatchObject({ status: 'completed', records: { accepted: 2 } });
});

it('a job that was aborted before it began throws an error for its user, whatever the reason is', async () => {
  const { options } = await setUp();
  const signal = AbortSignal.abort(new Error('the pod is moved'));
  const error = await syncCatalog(options, { signal }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'interrupted', exitCode: 130 });
});

it('is told of in the README, function by function', async () => {
  const readme = await readFile(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  const told = Array.from(readme.matchAll(/^\| `(\w+)` /gm), ([, name]) => name);
  const jobs = Object.entries(face).flatMap(([name, one]) =>
    typeof one === 'function' && !['UserError', 'toldOf'].includes(name) ? [name] : [],
  );
  expect(told.toSorted()).toEqual(jobs.toSorted());
});
