import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFanfareSandbox, type FanfareOptions, type SandboxOptions } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  productsCsv,
  runCli,
  serveSandbox,
  startCli,
  stateOf,
  until,
  upserts,
} from '../cli/cli-process.ts';
import { hasTerminal, onTerminal } from '../cli/on-terminal.ts';
import { expectedIn, heldBy, pairs } from './fanfare-catalog.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

interface SetUp {
  readonly products: number;
  readonly fanfareOptions?: FanfareOptions;
  readonly options?: SandboxOptions;
}

/** Both APIs over HTTP, Fanfare's with a catalog. */
async function setUp({ products, fanfareOptions = {}, options = {} }: SetUp) {
  const fanfare = createFanfareSandbox({ basePath: '/api', ...fanfareOptions });
  const all = pairs(products);
  fanfare.seedProducts(all.map(({ seed }) => seed));
  const server = await listen(fanfare);
  onTestFinished(() => server.close());
  const { sandbox, url } = await serveSandbox(options);
  const env = {
    FANFARE_API_URL: `${server.url}${fanfareOptions.basePath ?? '/api'}`,
    FANFARE_SECRET_KEY: 'sk_live_sandbox',
  };
  const start = (...args: string[]) =>
    startCli(['catalog', ...args, '--from', 'fanfare', '--rate', 'off', '--json'], {
      cwd,
      url,
      env,
    });
  const run = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await start(...args).done;
    return { exitCode, stderr, document: JSON.parse(stdout) as unknown };
  };
  const put = (id: string, method: string, body?: object) =>
    fanfare.fetch(`https://x.example${fanfareOptions.basePath ?? '/api'}/products/${id}`, {
      method,
      headers: { authorization: 'Bearer sk_live_sandbox', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const expectEverything = () => {
    expect(heldBy(sandbox.products)).toEqual(expectedIn(fanfare, all));
  };
  return { fanfare, sandbox, start, run, put, url, env, expectEverything };
}

/** Where the ledgers of the one company are. */
async function ledgersOf(folder: string): Promise<string> {
  const state = stateOf(folder);
  return join(state, (await readdir(state)).find((name) => name.includes('@')) ?? '');
}

/** Two pages and two batches at least; every fortieth product is archived. */
const products = longForm ? 2000 : 280;
const sold = products - products / 40;

describe('catalog sync --from fanfare', () => {
  it.each<FanfareOptions>([
    { basePath: '/api', paging: 'cursor' },
    { basePath: '/api/v1', paging: 'none' },
  ])('brings a catalog over, field by field, from %j; then only changes', async (dialect) => {
    const { fanfare, sandbox, run, put, expectEverything } = await setUp({
      products,
      fanfareOptions: dialect,
    });
    const first = await run('sync');
    expect(first.document).toMatchObject({
      status: 'completed',
      source: { files: ['fanfare'], format: 'fanfare', products },
      records: { read: sold, accepted: sold, rejected: 0 },
    });
    expectEverything();
    const again = await run('sync');
    expect(again.document).toMatchObject({ requests: { sent: 0 }, records: { unchanged: sold } });

    const ids = [...fanfare.products].map(({ id }) => id);
    const [changed = '', archived = ''] = ids;
    await put(changed, 'PUT', { name: 'Renamed' });
    await put(archived, 'DELETE');
    const third = await run('sync', '--prune', '--yes');
    expect(third.document).toMatchObject({
      status: 'completed',
      records: { accepted: 1, unchanged: sold - 2, deleted: 1 },
      requests: { sent: 1 },
    });
    expect(sandbox.products.get(changed)?.title).toBe('Renamed');
    expect(sandbox.products.get(archived)).toBeUndefined();
    expect((await run('diff')).document).toMatchObject({
      status: 'completed',
      counts: { same: sold - 1, different: 0, new: 0, missing: 0 },
    });
  });

  it('gets over a 500 in the middle on either side', async () => {
    const fault = { after: 2, times: 1, do: { kind: 'server-error' } } as const;
    const { run, fanfare, expectEverything } = await setUp({
      products: 600,
      fanfareOptions: { faults: [fault] },
      options: { faults: [{ ...fault, do: { kind: 'server-error', when: 'after-work' } }] },
    });
    expect((await run('sync')).exitCode).toBe(0);
    expectEverything();
    expect(fanfare.requests.map(({ status }) => status)).toContain(500);
  });

  it('sends and deletes nothing where something ends the reading', async () => {
    const { run, fanfare, sandbox } = await setUp({ products: 300 });
    await run('sync');
    const held = () => [sandbox.products.size, upserts(sandbox).length];
    const before = held();
    const prune = ['--prune', '--yes', '--max-delete', '100%', '--max-retries', '1'];
    for (const [end, fault, code, exitCode] of [
      ['500s', { kind: 'server-error' }, 'server', 75],
      ['a web page', { kind: 'html', status: 200 }, 'server', 75],
      ['a broken connection', { kind: 'reset', when: 'after-work' }, 'connection', 75],
      ['a refused cursor', { kind: 'plain-text', status: 400 }, 'bad-request', 75],
      ['a later page not found', { kind: 'plain-text', status: 404 }, 'not-found', 75],
      ['a revoked key', { kind: 'unauthorized' }, 'authentication', 4],
    ] as const) {
      fanfare.faults.clear();
      fanfare.faults.add({ after: 1, do: fault });
      const { document } = await run('sync', ...prune);
      expect(document, end).toMatchObject({ exitCode, stoppedBy: { code } });
      expect(held(), end).toEqual(before);
    }
  });

  it('reads nothing but lists as lists: an answer without one deletes nothing', async () => {
    const { run, sandbox, fanfare } = await setUp({ products: 3 });
    await run('sync');
    fanfare.reset();
    const args = ['sync', '--prune', '--yes', '--max-delete', '100%'];
    expect((await run(...args)).document).toMatchObject({
      exitCode: 2,
      stoppedBy: { code: 'empty', message: 'Fanfare lists no products' },
    });
    expect(sandbox.products.size).toBe(3);
  });

  it('deletes a catalog that is archived to the last product only where all of it may go', async () => {
    const { run, sandbox, fanfare, put } = await setUp({ products: 30 });
    await run('sync');
    for (const { id } of [...fanfare.products]) await put(id, 'DELETE');
    const args = ['sync', '--prune', '--yes'];
    expect((await run(...args)).document).toMatchObject({
      exitCode: 2,
      stoppedBy: { code: 'max-delete' },
    });
    expect(sandbox.products.size).toBe(30);
    const pruned = await run(...args, '--max-delete', '100%');
    expect(pruned.document).toMatchObject({ exitCode: 0, records: { read: 0, deleted: 30 } });
    expect(sandbox.products.size).toBe(0);
  });

  it('and files share a company: neither deletes what came from the other', async () => {
    const { run, sandbox, fanfare, put, url } = await setUp({ products: 30 });
    const sync = async (...args: string[]) => {
      const all = ['catalog', 'sync', 'own.csv', '--rate', 'off', '--json', ...args];
      return JSON.parse((await runCli(all, { cwd, url })).stdout) as unknown;
    };
    await writeFile(`${cwd}/own.csv`, productsCsv(20));
    await sync();
    const whole = ['--prune', '--yes', '--max-delete', '100%'];
    await run('sync', ...whole);
    expect(sandbox.products.size).toBe(50);
    expect(await sync(...whole)).toMatchObject({ exitCode: 0, records: { deleted: 0 } });

    await writeFile(`${cwd}/own.csv`, productsCsv(19));
    const [archived] = [...fanfare.products];
    await put(archived?.id ?? '', 'DELETE');
    const dry = await run('sync', '--dry-run', '--prune');
    expect(dry.document).toMatchObject({ plan: { toDelete: 1 } });
    const pruned = await run('sync', '--prune', '--yes');
    expect(pruned.document).toMatchObject({ exitCode: 0, records: { deleted: 1 } });
    expect(pruned.stderr).toContain(
      '1 of 30 known products gone from the source (1 left out count',
    );
    expect(pruned.stderr).toContain('20 of other feeds stay');
    expect(await sync(...whole)).toMatchObject({ exitCode: 0, records: { deleted: 1 } });
    expect(sandbox.products.size).toBe(48);
    expect(sandbox.products.get('p-19')).toBeUndefined();
  });

  it('what Fanfare and a file list is of the one that was read last', async () => {
    const { run, sandbox, fanfare, put, url } = await setUp({ products: 30 });
    const [both] = [...fanfare.products];
    const id = both?.id ?? '';
    await writeFile(`${cwd}/own.csv`, `productId,title\n${id},Sold by ourselves now\n`);
    const sync = (...args: string[]) =>
      runCli(['catalog', 'sync', 'own.csv', '--rate', 'off', ...args], { cwd, url });
    await sync();
    await run('sync');
    await sync();
    expect(await readdir(await ledgersOf(cwd))).toEqual(['products.ndjson', 'undo']);
    await put(id, 'DELETE');
    const whole = ['--prune', '--yes', '--max-delete', '100%'];
    expect((await run('sync', ...whole)).document).toMatchObject({ records: { deleted: 0 } });
    expect(sandbox.products.get(id)?.title).toBe('Sold by ourselves now');
    await writeFile(`${cwd}/own.csv`, 'productId,title\np-1,Another\n');
    expect(await sync(...whole)).toMatchObject({ exitCode: 0 });
    expect(sandbox.products.get(id)).toBeUndefined();
    expect(sandbox.products.size).toBe(30);
  });

  it('what diff --repair has sent from Fanfare is not deleted with the products of a file', async () => {
    const { run, sandbox, url } = await setUp({ products: 30 });
    await writeFile(`${cwd}/own.csv`, productsCsv(1));
    await run('diff', '--repair');
    const whole = ['--prune', '--yes', '--max-delete', '100%'];
    const all = ['catalog', 'sync', 'own.csv', '--rate', 'off', ...whole];
    expect(await runCli(all, { cwd, url })).toMatchObject({ exitCode: 0 });
    expect(sandbox.products.size).toBe(31);
  });

  it('says what it means where nobody can tell any more what came from Fanfare', async () => {
    const { run } = await setUp({ products: 1 });
    await run('sync');
    await writeFile(join(await ledgersOf(cwd), 'products-of-fanfare.ndjson'), 'no ledger\n');
    const damaged = await run('sync');
    expect(damaged.exitCode).toBe(2);
    expect(damaged.stderr).toContain('run catalog sync --from fanfare before the next --prune');
  });

  it('killed while it reads and while it sends, loses nothing when it is started again', async () => {
    const { start, run, fanfare, sandbox, expectEverything } = await setUp({
      products: 1000,
      fanfareOptions: { latency: 20 },
      options: { latency: 40 },
    });
    const reading = start('sync');
    await until(() => fanfare.requests.length >= 4, reading);
    reading.process.kill('SIGKILL');
    await reading.done;
    expect(upserts(sandbox)).toHaveLength(0);
    const sending = start('sync', '--concurrency', '1');
    await until(() => upserts(sandbox).length >= 3, sending);
    sending.process.kill('SIGKILL');
    await sending.done;
    const known = sandbox.products.size;
    expect(known).toBeLessThan(975);
    const { document } = await run('sync');
    expect(document).toMatchObject({ status: 'completed', records: { read: 975 } });
    expect(upserts(sandbox).length).toBeLessThanOrEqual(11);
    expectEverything();
  });

  it('stops at Ctrl-C while it reads, with nothing sent', async () => {
    const { start, fanfare, sandbox } = await setUp({
      products: 1000,
      fanfareOptions: { latency: 50 },
    });
    const running = start('sync');
    await until(() => fanfare.requests.length >= 2, running);
    running.process.kill('SIGINT');
    expect((await running.done).exitCode).toBe(130);
    expect(upserts(sandbox)).toHaveLength(0);
  });

  it('needs a key, never shows it, and says which one it means', async () => {
    const { url, env, run, fanfare } = await setUp({ products: 1 });
    const args = ['catalog', 'sync', '--from', 'fanfare'];
    const without = await runCli(args, { cwd, url, env: { FANFARE_API_URL: env.FANFARE_API_URL } });
    expect(without).toMatchObject({ exitCode: 2 });
    expect(without.stderr).toContain('Set FANFARE_SECRET_KEY, or name a file with');
    fanfare.faults.add({ do: { kind: 'plain-text', status: 400, text: 'no sk_live_sandbox' } });
    const refused = await run('check');
    expect(refused.stderr).not.toContain('sk_live_sandbox');
  });

  it('reads what the API has answered before as a file, and so do check and diff', async () => {
    const { fanfare, run, url } = await setUp({ products: 50 });
    await writeFile(`${cwd}/saved.json`, JSON.stringify({ data: [...fanfare.products] }));
    expect(await runCli(['catalog', 'sync', 'saved.json'], { cwd, url })).toMatchObject({
      exitCode: 0,
    });
    expect((await run('diff')).document).toMatchObject({ counts: { same: 49, different: 0 } });
    expect((await run('check')).exitCode).toBe(0);
  });

  it('refuses a first page with what has to be corrected, and names of its list that are none', async () => {
    const { run, fanfare } = await setUp({ products: 1 });
    await writeFile(`${cwd}/names.json`, '{"data": "items"}');
    const named = await run('check', '--fanfare-names', 'names.json');
    expect(named.exitCode).toBe(2);
    expect(named.stderr).toContain('Say with --fanfare-names how the list calls its parts');
    await writeFile(`${cwd}/names.json`, '{"dta": "items"}');
    const unknown = await run('check', '--fanfare-names', 'names.json');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain('names.json has an unknown member "dta"');
    fanfare.faults.add({ do: { kind: 'plain-text', status: 422 } });
    const refused = await run('check');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('Check FANFARE_API_URL');
    expect(refused.stderr).not.toContain('Run the same command');
  });

  it('takes names that nobody documents from --map', async () => {
    const names = { quantity: 'stockCount', inventoryPolicy: 'stockPolicy', currency: 'iso' };
    const { run, expectEverything } = await setUp({ products: 30, fanfareOptions: { names } });
    const map = { stockCount: 'quantity', stockPolicy: 'inventoryPolicy', iso: 'currency' };
    await writeFile(`${cwd}/names.json`, JSON.stringify(map));
    expect((await run('sync', '--map', 'names.json')).exitCode).toBe(0);
    expectEverything();
  });
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('shows how many products are read, and what it waits for', async () => {
    const { env, fanfare } = await setUp({ products: 400, fanfareOptions: { latency: 300 } });
    fanfare.faults.add({ after: 2, times: 1, do: { kind: 'rate-limited', waitMs: 3000 } });
    const { status, screen } = await onTerminal('catalog check --from fanfare', { cwd, env });
    expect(status).toBe(0);
    expect(screen).toContain('100 products read from Fanfare');
    expect(screen).toMatch(/200 products read from Fanfare, waiting [123] s \(server asks\)/);
    expect(screen).toMatch(/fanfare +Fanfare list of products, 400 rows/);
  });
});

describe('sandbox --fanfare', () => {
  it('serves both APIs, so that the way from one to the other can be rehearsed', async () => {
    const serving = startCli(['sandbox', '--fanfare', '--port', '0'], { cwd });
    let told = '';
    serving.process.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    await until(() => told.includes('FANFARE_SECRET_KEY='), serving);
    const env: Record<string, string> = {};
    for (const [, name = '', value = ''] of told.matchAll(/^export (\w+)=(.*)$/gm))
      env[name] = value;
    const args = ['catalog', 'sync', '--from', 'fanfare', '--json'];
    const { exitCode, stdout } = await runCli(args, { cwd, env });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      source: { products: 20, skipped: [{ reason: 'archived', products: 2 }] },
      records: { accepted: 18 },
    });
    serving.process.kill('SIGINT');
    expect((await serving.done).exitCode).toBe(0);
  });

  it('is not needed with --sandbox: without a key example products are read', async () => {
    const run = await runCli(['--sandbox', 'catalog', 'sync', '--from', 'fanfare'], { cwd });
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stderr).toContain('example products of a private sandbox are read');
    expect(run.stderr).toContain('18 accepted');
  });
});
