import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  key,
  productsCsv,
  runCli,
  serveSandbox,
  startCli,
  stateOf,
  until,
  type Run,
} from './cli-process.ts';
import { hasTerminal, onTerminal } from './on-terminal.ts';

const isolated = ['--pid', '--fork', '--kill-child', '--mount-proc'];
const canUnshare = spawnSync('unshare', [...isolated, 'true']).status === 0;
if (!canUnshare) process.stdout.write('skipped: this machine does not permit unshare\n');

const container = ['unshare', ...isolated];

/** What another run, somewhere else, writes when it takes the lease. */
const elsewhere = `${JSON.stringify({
  lease: 1,
  token: '00000000-0000-4000-8000-000000000000',
  host: 'web-2',
  pid: 7,
  space: 'another-boot/pid:[1]',
  since: Date.UTC(2026, 0, 1),
  renewals: 0,
  renewedAt: 0,
})}\n`;

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(500));
  const orders = Array.from({ length: 40 }, (_, at) => ({
    orderId: `o-${String(at)}`,
    totalCents: 100,
    currency: 'USD',
    orderedAt: '2024-01-01T00:00:00Z',
    customer: { email: `c${String(at)}@example.com` },
  }));
  const lines = orders.map((order) => `${JSON.stringify(order)}\n`);
  await writeFile(join(cwd, 'orders.ndjson'), lines.join(''));
});

const ids = Array.from({ length: 20 }, (_, at) => `p-${String(at)}`);

const commands = {
  'catalog sync': { args: ['catalog', 'sync', 'products.csv'], ledger: 'products' },
  'orders backfill': {
    args: ['orders', 'backfill', 'orders.ndjson', '--totals', 'none', '--yes'],
    ledger: 'orders',
  },
  'catalog delete': { args: ['catalog', 'delete', ...ids, '--yes'], ledger: 'products' },
} as const;

/** `products.lease` of this folder's state. */
async function leaseOf(url: string, name: string): Promise<string> {
  const place = { folder: stateOf(cwd), company: 'comp_sandbox', origin: url, name };
  const ledger = await openFileLedger({ ...place, readonly: true });
  await ledger.close();
  return join(dirname(ledger.file), `${name}.lease`);
}

function wholeRun({ stdout }: Run): unknown {
  return JSON.parse(stdout) as unknown;
}

describe('a run that has lost its lease', () => {
  it.each(Object.entries(commands))('%s: sends nothing more, and says so', async (_, command) => {
    const { sandbox, url } = await serveSandbox({ latency: 200 });
    const pace = ['--concurrency', '1', '--rate', 'off', '--json'];
    const options = command.args[1] === 'delete' ? ['--json'] : pace;
    const running = startCli([...command.args, ...options], { cwd, url });
    const sent = (): number => sandbox.requests.filter(({ method }) => method !== 'GET').length;
    await until(() => sent() === 2, running);
    const lease = await leaseOf(url, command.ledger);
    await writeFile(`${lease}-9`, elsewhere);
    await rename(`${lease}-1`, `${lease}-old`);
    const run = await running.done;
    expect(sent()).toBeLessThanOrEqual(3);
    expect(run.exitCode).toBe(75);
    expect(run.stderr).toContain(
      'This run has lost its ledger: process 7 on host web-2 has taken it over. Nothing more was sent',
    );
    expect(run.stderr).toContain('Wait until that run is done, then run the same command again.');
    expect(wholeRun(run)).toMatchObject({ status: 'stopped', stoppedBy: { code: 'ledger-lost' } });
    expect(await readdir(dirname(lease))).toContain(`${command.ledger}.lease-9`);
  });
});

describe.runIf(canUnshare)('two runs in containers of one hostname', () => {
  it('one sends, the other watches it and ends with 75: every order leaves once', async () => {
    const { sandbox, url } = await serveSandbox({ latency: 250 });
    const { args } = commands['orders backfill'];
    const pace = ['--concurrency', '1', '--rate', 'off'];
    const first = startCli([...args, ...pace], { cwd, url, by: container });
    const orders = () => sandbox.requests.filter(({ path }) => path.endsWith('/orders'));
    await until(() => orders().length === 1, first);
    const second = await runCli(args, { cwd, url, by: container });
    expect(second.exitCode).toBe(75);
    expect(second.stderr).toMatch(/^waiting +up to 47 s for the ledger, held by process \d+ on /m);
    expect(second.stderr).toMatch(
      /Another run is already in progress: process \d+ on .+, since .+Z\. Wait until it is done, or end it\. Then run the same command again\./,
    );
    expect((await first.done).exitCode).toBe(0);
    expect(orders()).toHaveLength(40);
  }, 60_000);
});

describe('a lock that an earlier release has left', () => {
  it('of another machine: the way out is named', async () => {
    const { sandbox, url } = await serveSandbox();
    const lease = await leaseOf(url, 'products');
    const lock = lease.replace(/lease$/, 'lock');
    await mkdir(dirname(lock), { recursive: true });
    const token = '00000000-0000-4000-8000-000000000000';
    const content = { pid: 7, host: 'gone', start: '1/1', since: Date.UTC(2026, 0, 1), token };
    await writeFile(lock, JSON.stringify(content));
    const { exitCode, stderr } = await runCli(commands['catalog sync'].args, { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toContain(
      'Another run is already in progress: process 7 on gone, since 2026-01-01T',
    );
    expect(stderr).toContain(`If that run is over, remove ${lock}.`);
    expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('the wait for a run elsewhere is counted down, and ends with Ctrl-C', async () => {
    const { sandbox, url } = await serveSandbox();
    const lease = await leaseOf(url, 'products');
    await mkdir(dirname(lease), { recursive: true });
    await writeFile(`${lease}-1`, elsewhere);
    const env = { SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key };
    const seen = await onTerminal('catalog sync products.csv', { cwd, env }, ['sign of', '\u0003']);
    expect(seen.screen).toMatch(/held by process 7 on web-2\s+since 2026-01-01T00:00:00.000Z/);
    expect(seen.screen).toMatch(/waiting 4[67] s for a sign of life of the other run/);
    expect(seen.status).toBe(130);
    expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
