import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openEmbeddedQueue } from 'sequenzy-relay/node';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli, serveSandbox, stateOf } from '../cli/cli-process.ts';
import { drained, secret, secretFile, startRelay } from '../relay/relay-process.ts';

const email = 'ann.b@shop.example';

const rowsOf = (address: string, name: string): string =>
  [1, 2]
    .map(
      (n) => `${name}-${String(n)},${address},1${String(n)}.00,EUR,2026-03-0${String(n)}T09:00:00Z`,
    )
    .join('\n');
const orders = `orderId,email,total,currency,orderedAt
${rowsOf(email, 'order-a')}
${rowsOf('joann.b@shop.example', 'order-j')}
order-x,${email},"1,2,3",EUR,2026-03-05T09:00:00Z
`;

const orderEvent = (address: string) =>
  ({
    kind: 'order',
    platform: 'shopify',
    receivedAt: 1,
    facts: {},
    order: {
      orderId: `queued ${address}`,
      totalCents: 1,
      currency: 'EUR',
      customer: { email: address },
    },
  }) as const;

/** A state folder in which something of the customer is everywhere. */
async function everywhere() {
  const { sandbox, url } = await serveSandbox({ record: 'all' });
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'orders.csv'), orders);
  const args = ['orders', 'backfill', 'orders.csv', '--totals', 'computed', '--yes', '--json'];
  const backfill = async () => {
    const { stdout } = await runCli([...args, '--report', 'run.html', '--report-full'], {
      cwd,
      url,
    });
    return JSON.parse(stdout) as { source: { skipped: unknown[] }; records: object };
  };
  expect(await backfill()).toMatchObject({ records: { accepted: 4, rejected: 1 } });
  const queue = await openEmbeddedQueue({ folder: join(stateOf(cwd), 'relay') });
  await queue.add(orderEvent(email));
  await queue.add(orderEvent('joann.b@shop.example'));
  const webhook = {
    ...{ method: 'POST', contentType: 'application/x-www-form-urlencoded', query: '' },
    body: `email=${encodeURIComponent(email.toUpperCase())}&total=x`,
  };
  const letter = {
    platform: 'checkoutchamp',
    receivedAt: 1,
    reason: 'total',
    content: { webhook },
  };
  await queue.bury({ ...letter, platform: 'checkoutchamp' });
  await queue.close();
  return { sandbox, url, cwd, backfill };
}

/** Files in which the address stands, whatever its case. */
async function filesWith(...folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = (await readFile(join(entry.parentPath, entry.name), 'utf8')).toLowerCase();
      if (/(?<!jo)ann\.b(@|%40)shop\.example/.test(text)) found.push(entry.name);
    }
  }
  return found;
}

it('erases a customer from everything, and sends nothing of that person any more', async () => {
  const { sandbox, url, cwd, backfill } = await everywhere();
  await writeFile(
    join(cwd, 'saved.ndjson'),
    `{"format":"sequenzy-sandbox","version":1}\n{"order":{"customer":{"email":"${email}"}}}\n{"company":"c"}\n`,
  );
  const erase = (...more: string[]) =>
    runCli(['privacy', 'erase', '-', '--file', 'saved.ndjson', '--json', ...more], {
      cwd,
      stdin: `${email}\n`,
    });
  const planned = await erase('--dry-run');
  expect((await filesWith(stateOf(cwd), cwd)).length).toBeGreaterThan(5);
  const done = await erase();
  expect(done.stdout + done.stderr).not.toContain('ann.b');
  expect(done.exitCode).toBe(0);
  const document = JSON.parse(done.stdout) as {
    readonly erased: readonly { kind: string; place: string; count: number }[];
  };
  const counts = Object.fromEntries(
    document.erased.map(({ kind, place, count }) => [
      kind === 'records in files' ? basename(place) : kind,
      count,
    ]),
  );
  expect(counts).toMatchObject({
    ...{ 'orders sent': 2, 'events of a relay': 1, 'dead letters': 1 },
    ...{ 'orders.rejects.csv': 1, 'saved.ndjson': 1 },
  });
  expect((JSON.parse(planned.stdout) as typeof document).erased).toEqual(document.erased);
  expect(await filesWith(stateOf(cwd), cwd)).toEqual(['orders.csv']);
  expect(await readFile(join(cwd, 'orders.rejects.csv'), 'utf8')).toBe(
    'orderId,email,total,currency,orderedAt,sequenzy_line,sequenzy_error\n',
  );
  expect((await erase()).stdout).toContain('"erased":[]');

  const before = sandbox.requests.length;
  expect(await backfill()).toMatchObject({
    source: { skipped: [{ reason: 'erased', orders: 2 }] },
    records: { accepted: 0, unchanged: 2 },
  });
  const file = await secretFile(cwd);
  const relay = await startRelay({
    ...{ cwd, api: url },
    args: ['--platform', 'checkoutchamp', '--secret-file', file, '--timezone', 'UTC'],
  });
  const sale = {
    ...{ clientOrderId: '9F2B71C0DE', orderStatus: 'COMPLETE', totalPrice: '57.90' },
    ...{ emailAddress: email, dateCreated: '2026-03-02 09:30:00', currencyCode: 'USD' },
    ...{ product1_name: 'Serum', product1_qty: '1' },
  };
  await fetch(`${relay.url}/checkoutchamp/${secret}`, {
    method: 'POST',
    body: JSON.stringify(sale),
  });
  await drained(relay.url, 20_000);
  const metrics = await (await fetch(`${relay.url}/metrics`)).text();
  expect(metrics).toContain('sequenzy_relay_events_total{outcome="erased"} 1');
  const pushed = sandbox.requests.slice(before).filter(({ path }) => path.endsWith('/orders'));
  expect(JSON.stringify(pushed)).not.toMatch(/(?<!jo)ann\.b/);

  const busy = await erase();
  expect([busy.exitCode, busy.stdout]).toEqual([75, expect.stringContaining('Stop the relay')]);
});

it('is completed by the same command, wherever it was killed', async () => {
  const { cwd } = await everywhere();
  const preload = join(import.meta.dirname, 'die-at-rename.mjs');
  let kills = 0;
  for (let at = 1; ; at += 1) {
    const env = { NODE_OPTIONS: `--import ${preload}`, DIE_AT_RENAME: String(at) };
    const { exitCode } = await runCli(['privacy', 'erase', '-'], { cwd, stdin: email, env });
    if (exitCode === 0) break;
    kills += 1;
  }
  expect(kills).toBeGreaterThan(3);
  expect(await filesWith(stateOf(cwd), cwd)).toEqual(['orders.csv']);
});

it('takes the address from a file, and refuses what is none', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'address'), `${email}\n`);
  const quiet = await runCli(['privacy', 'erase', '--email-file', 'address'], { cwd });
  expect([quiet.exitCode, quiet.stderr]).toEqual([0, expect.stringContaining('Nothing is stored')]);
  const none = await runCli(['privacy', 'erase'], { cwd });
  expect([none.exitCode, none.stderr]).toEqual([2, expect.stringContaining('There is no address')]);
  const wrong = await runCli(['privacy', 'erase', 'ann'], { cwd });
  expect([wrong.exitCode, wrong.stderr]).toEqual([
    2,
    expect.stringContaining('not an e-mail address'),
  ]);
});
