import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from 'sequenzy-sandbox';
import { runCli, serveSandbox, stateOf, upserts } from './cli-process.ts';
import { write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** Orders of some customers over time; one in ten is refunded, and two cannot be read. */
function orders(count: number): string[] {
  const good = Array.from({ length: count }, (_, at) => {
    const customer = `c${String((at * 7) % Math.ceil(count / 3))}@example.com`;
    const day = new Date(Date.UTC(2024, 0, 1) + at * 3_600_000).toISOString();
    const total = `${String(10 + (at % 50))}.50`;
    return `${String(at + 1)},${customer},${total},USD,${day},${at % 10 === 0 ? 'refunded' : 'placed'},,`;
  });
  return [
    ...good,
    'x,nobody,10.00,USD,2024-01-01T00:00Z,placed,,',
    'y,a@b.example,ten,USD,2024-01-01T00:00Z,placed,,',
  ];
}

interface Document {
  readonly status: string;
  readonly exitCode: number;
  readonly rehearsal: {
    readonly durationMs: number;
    readonly requests: {
      readonly sent: number;
      readonly overLimit: number;
      readonly failed: number;
    };
    readonly events: Readonly<Record<string, number>>;
    readonly sequences: readonly { readonly name: string; readonly people: number }[];
    readonly backInStock: number;
    readonly values?: {
      readonly customers: number;
      readonly halfMs: number;
      readonly allMs: number;
    };
  };
  readonly run: { readonly records: object; readonly rejectsFile: string | null };
}

async function rehearse(words: string, env?: Record<string, string>): Promise<Document> {
  const { stdout, stderr } = await runCli(['rehearse', ...words.split(' '), '--json'], {
    cwd,
    ...(env && { env }),
  });
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout) as Document;
}

describe('a rehearsal of orders', () => {
  it('has the figures of the run itself, takes its time, and leaves nothing behind', async () => {
    await write(join(cwd, 'o.csv'), orders(240));
    const { sandbox, url } = await serveSandbox();
    const words = 'orders backfill o.csv --totals computed --partial-history';
    const rehearsed = await rehearse(words);
    expect(await readdir(cwd)).toEqual(['o.csv']);
    await expect(readdir(stateOf(cwd))).rejects.toThrow('ENOENT');
    const real = await runCli([...words.split(' '), '--rate', 'off', '--yes', '--json'], {
      cwd,
      url,
    });
    const run = JSON.parse(real.stdout) as Document['run'] & { readonly exitCode: number };

    expect(rehearsed).toMatchObject({ status: 'partial', exitCode: run.exitCode });
    expect(rehearsed.run.records).toEqual(run.records);
    expect(rehearsed.run.rejectsFile).toBeNull();
    expect(rehearsed.rehearsal.requests).toEqual({
      sent: sandbox.requests.length,
      overLimit: 0,
      failed: 0,
    });
    const fired: Record<string, number> = {};
    for (const { name } of sandbox.events) fired[name] = (fired[name] ?? 0) + 1;
    expect(rehearsed.rehearsal.events).toEqual(fired);
    expect(rehearsed.rehearsal.values?.customers).toBe(sandbox.subscribers.size);
    // 100 requests a minute: the last ones of 250 and more leave after two minutes.
    const minutes = rehearsed.rehearsal.durationMs / 60_000;
    expect(minutes).toBeGreaterThan(2);
    expect(minutes).toBeLessThan(3.5);
  });

  it('tells it on a terminal’s screen with the curve of the values, and in a report', async () => {
    await write(join(cwd, 'o.csv'), orders(30));
    const words =
      'rehearse orders backfill o.csv --totals computed --partial-history --report r.html';
    const { stderr, exitCode } = await runCli(words.split(' '), { cwd });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^rehearsal +orders backfill with a company in memory/);
    expect(stderr).toMatch(/would take +\d+ s \(rehearsed in/);
    expect(stderr).toMatch(/events +\d+ ecommerce\.order_placed, 3 ecommerce\.order_refunded/);
    expect(stderr).toMatch(/values +[▁▂▃▄▅▆▇█]{32} 10 customers: half have/);
    expect(await readFile(join(cwd, 'r.html'), 'utf8')).toContain(
      '"command":"rehearse orders backfill"',
    );
  });

  it('has the faults of a script, and waits as a run would', async () => {
    await write(join(cwd, 'o.csv'), orders(20).slice(0, 20));
    const rules = [
      { on: { path: '/orders' }, after: 5, times: 2, do: { kind: 'server-error', status: 503 } },
      { on: { path: '/orders' }, times: 1, do: { kind: 'rate-limited', waitMs: 40_000 } },
    ];
    await writeFile(join(cwd, 'faults.json'), JSON.stringify(rules));
    const { rehearsal, status } = await rehearse(
      'orders backfill o.csv --totals none --faults faults.json',
    );
    expect(status).toBe('completed');
    expect(rehearsal.requests).toMatchObject({ overLimit: 1, failed: 2 });
    expect(rehearsal.durationMs).toBeGreaterThan(40_000);
  });

  it.each([
    ['[{"do":{"kind":"explode"}}]', /bad\.json: \[0\]\.do\.kind/],
    ['[{', /bad\.json, line 1/],
  ])('refuses the script %s and names the place', async (script, message) => {
    await write(join(cwd, 'o.csv'), orders(2));
    await writeFile(join(cwd, 'bad.json'), script);
    const words = 'rehearse orders backfill o.csv --totals none --faults bad.json';
    const { stderr, exitCode } = await runCli(words.split(' '), { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('a rehearsal of a catalog', () => {
  it('tells who would be mailed and which sequences would start, out of a kept sandbox', async () => {
    const kept = createSandbox();
    kept.seedProducts([{ productId: 'tee', title: 'Tee', inStock: false }]);
    kept.seedSequences([
      {
        name: 'Back again',
        trigger: { type: 'event_received', eventName: 'ecommerce.back_in_stock' },
      },
      { name: 'Thanks', trigger: { type: 'event_received', eventName: 'ecommerce.order_placed' } },
    ]);
    for (const email of ['ada@example.com', 'bo@example.com']) {
      await kept.fetch('http://x/api/v1/back-in-stock', {
        method: 'POST',
        headers: { authorization: 'Bearer seq_live_sandbox' },
        body: JSON.stringify({ productId: 'tee', productTitle: 'Tee', customer: { email } }),
      });
    }
    await writeFile(join(cwd, 'kept.ndjson'), `${[...kept.save()].join('\n')}\n`);
    await writeFile(
      join(cwd, 'p.csv'),
      'productId,title,price,currency,inStock\ntee,Tee,9.99,USD,true\n',
    );
    const { rehearsal } = await rehearse('catalog sync p.csv --state kept.ndjson');
    expect(rehearsal).toMatchObject({
      start: { from: 'state', products: 1, sequences: 2, subscribers: 2 },
      events: { 'ecommerce.back_in_stock': 2 },
      backInStock: 2,
      sequences: [
        { name: 'Back again', people: 2 },
        { name: 'Thanks', people: 0 },
      ],
    });
  });

  it('begins with what the API holds and what was sent before, and only reads there', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedSequences([
      { name: 'Thanks', trigger: { type: 'event_received', eventName: 'ecommerce.order_placed' } },
    ]);
    const env = { SEQUENZY_API_URL: url, SEQUENZY_API_KEY: 'seq_live_sandbox' };
    const head = 'productId,title,price,currency';
    await writeFile(join(cwd, 'p.csv'), `${head}\ntee,Tee,9.99,USD\ncup,Cup,4.99,USD\n`);
    await runCli(['catalog', 'sync', 'p.csv', '--yes'], { cwd, url });
    await writeFile(join(cwd, 'p.csv'), `${head}\ntee,Tee,9.99,USD\ncup,Cup,5.99,USD\n`);
    const sent = upserts(sandbox).length;
    const { run, rehearsal } = await rehearse('catalog sync p.csv --start api', env);
    expect(run.records).toMatchObject({ accepted: 1, unchanged: 1 });
    expect(rehearsal).toMatchObject({ start: { from: 'api', products: 2, sequences: 1 } });
    expect(upserts(sandbox)).toHaveLength(sent);
    const writing = sandbox.requests.filter(({ method }) => method !== 'GET').length;
    expect(writing).toBe(sent);
    expect(sandbox.products.get('cup')?.priceCents).toBe(499);
  });
});

it.each([
  ['rehearse quota', /quota is not a command that can be rehearsed/],
  ['rehearse orders backfill o.csv --totals none --dry-run', /--dry-run or --out sends nothing/],
  ['rehearse orders backfill o.csv --totals none --sandbox', /--sandbox and rehearse exclude/],
  [
    'rehearse orders backfill o.csv --totals none --state gone.ndjson',
    /gone\.ndjson cannot be read/,
  ],
])('%s is refused, and says why', async (words, message) => {
  await write(join(cwd, 'o.csv'), orders(2));
  const { stderr, exitCode } = await runCli(words.split(' '), { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(message);
});
