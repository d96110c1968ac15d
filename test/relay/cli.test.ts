import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, vi } from 'vitest';
import { runCli, serveSandbox, stateOf } from '../cli/cli-process.ts';
import { drained, metricOf, secret, secretFile, startRelay } from './relay-process.ts';
import { post, shopEvents } from './shop.ts';

const sale = {
  clientOrderId: '9F2B71C0DE',
  orderId: '884213',
  orderStatus: 'COMPLETE',
  totalPrice: '57.90',
  currencyCode: 'USD',
  emailAddress: 'ann@shop.example',
  dateCreated: '2026-03-02',
  timeCreated: '09:30:00',
  product1_name: 'Serum',
  product1_sku: 'S-1',
  product1_price: '57.90',
  product1_qty: '1',
};
const query = new URLSearchParams(sale).toString();

async function setUp(args: readonly string[] = [], sandboxOptions: object = {}) {
  const { sandbox, url: api } = await serveSandbox({ record: 'all', ...sandboxOptions });
  const cwd = await tempFolder();
  const file = await secretFile(cwd);
  const start = (...more: string[]) =>
    startRelay({
      ...{ cwd, api },
      args: [
        '--platform',
        'checkoutchamp',
        '--secret-file',
        file,
        '--timezone',
        'UTC',
        ...args,
        ...more,
      ],
    });
  const dead = async (...words: string[]) => {
    const run = await runCli(['relay', 'dead', ...words, '--json'], { cwd });
    return {
      ...run,
      document: JSON.parse(run.stdout) as { letters: { id: string; reason: string }[] },
    };
  };
  return { sandbox, cwd, api, file, start, dead };
}

describe('relay', () => {
  it('takes webhooks at the path of the platform, by GET and POST, with the secret in header or path', async () => {
    const { sandbox, start } = await setUp();
    const { url } = await start('--total-is', 'totalAmount+shipping');
    const headers = { 'X-Webhook-Secret': secret };
    expect((await fetch(`${url}/checkoutchamp?${query}`, { headers })).status).toBe(200);
    const { totalPrice, ...rest } = sale;
    const parts = { orderTotal: '50.00', totalShipping: '7.90' };
    const next = JSON.stringify({ ...rest, ...parts, clientOrderId: 'B2' });
    const init = { method: 'POST', body: next };
    expect((await fetch(`${url}/checkoutchamp/${secret}`, init)).status).toBe(200);
    expect((await fetch(`${url}/checkoutchamp/wrong`, init)).status).toBe(401);
    expect((await fetch(`${url}/shopify`, init)).status).toBe(404);
    const large = { method: 'POST', body: 'x'.repeat(1_048_577) };
    expect((await fetch(`${url}/checkoutchamp/${secret}`, large)).status).toBe(413);
    await drained(url, 10_000);
    expect(totalPrice).toBe('57.90');
    for (const id of ['9F2B71C0DE', 'B2']) {
      expect(sandbox.orders.get(id)?.order).toMatchObject({ totalCents: 5790, status: 'placed' });
    }
  });

  it('serves several platforms, each with its secret', async () => {
    const { sandbox, url: api } = await serveSandbox();
    const cwd = await tempFolder();
    await secretFile(cwd);
    await writeFile(join(cwd, 'other'), 'older\nnewer\n', { mode: 0o600 });
    const platforms = ['--platform', 'woocommerce', '--platform', 'checkoutchamp'];
    const files = ['--secret-file', 'woocommerce=secret', '--secret-file', 'checkoutchamp=other'];
    const { url } = await startRelay({
      cwd,
      api,
      args: [...platforms, ...files, '--timezone', 'UTC'],
    });
    const [event] = shopEvents(1, 1, 1);
    expect(await post(url, event ?? { body: '' })).toBe(200);
    for (const one of ['older', 'newer']) {
      expect((await fetch(`${url}/checkoutchamp/${one}?${query}`)).status).toBe(200);
    }
    expect((await fetch(`${url}/checkoutchamp/${secret}?${query}`)).status).toBe(401);
    await drained(url, 10_000);
    expect(sandbox.orders.size).toBe(2);
  });

  it('says whether it runs and can keep what comes, and counts', async () => {
    const { start } = await setUp();
    const { url } = await start();
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
    for (const orderStatus of ['COMPLETE', 'COMPLETE', 'PARTIAL']) {
      const fields = new URLSearchParams({ ...sale, orderStatus }).toString();
      await fetch(`${url}/checkoutchamp/${secret}?${fields}`);
    }
    await drained(url, 10_000);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    for (const line of [
      'received_total 3',
      'queued_total 2',
      'nothing_total{reason="partial"} 1',
      'sent_total 1',
      'events_total{outcome="unchanged"} 1',
      'waiting 0',
      'dead 0',
      'oldest_age_seconds 0',
      'quota_limit 100',
    ]) {
      expect(metrics).toContain(`\nsequenzy_relay_${line}\n`);
    }
    expect(await metricOf(url, 'quota_used')).toBeGreaterThan(0);
  });

  it('keeps what cannot be read, for a person to look at and try again', async () => {
    const { sandbox, start, dead } = await setUp();
    const { currencyCode, ...bare } = sale;
    expect(currencyCode).toBe('USD');
    const first = await start();
    const { url } = first;
    const fields = new URLSearchParams(bare).toString();
    expect((await fetch(`${url}/checkoutchamp/${secret}?${fields}`)).status).toBe(200);
    const { document, stdout, exitCode } = await dead('list');
    expect([exitCode, document.letters.length]).toEqual([0, 1]);
    expect(document.letters[0]?.reason).toContain('currency');
    expect(stdout).not.toContain('ann@');
    const id = document.letters[0]?.id ?? '';
    const { stdout: shown } = await dead('show', id);
    expect(shown).toContain('ann%40shop.example');
    expect(shown).not.toContain(secret);
    await first.kill();
    await dead('retry', 'all');
    await start('--currency', 'EUR');
    await vi.waitFor(
      () => {
        expect(sandbox.orders.get('9F2B71C0DE')?.order.currency).toBe('EUR');
      },
      { timeout: 20_000 },
    );
    expect((await dead('list')).document.letters).toEqual([]);
  });

  it('keeps what Sequenzy refuses, and deletes it where a person says so', async () => {
    const refusal = {
      success: false,
      error: { code: 'validation_error', message: 'no such thing' },
    };
    const on = { method: 'POST', path: '/orders' };
    const faults = [{ on, do: { kind: 'says', json: refusal, status: 400 } }];
    const { start, dead, cwd } = await setUp([], { faults });
    const { url } = await start();
    await fetch(`${url}/checkoutchamp/${secret}?${query}`);
    await drained(url, 20_000);
    const { document } = await dead('list');
    expect(document.letters).toMatchObject([{ orderId: '9F2B71C0DE', reason: /no such thing/ }]);
    const unknown = await runCli(['relay', 'dead', 'drop', 'x'], { cwd });
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('dead list')]);
    const drop = await runCli(['relay', 'dead', 'drop', document.letters[0]?.id ?? ''], { cwd });
    expect([drop.exitCode, drop.stderr]).toEqual([0, '1 letter deleted.\n']);
    expect((await dead('list')).document.letters).toEqual([]);
  });

  it('fetches orders of webhooks that name them only, by a module of the merchant', async () => {
    const { sandbox, url: api } = await serveSandbox();
    const cwd = await tempFolder();
    const module = `let tries = 0;
export default async (id) => {
  tries += 1;
  if (tries === 1) throw new Error('the shop is closed');
  return id === '9' ? undefined : { orderId: id, totalCents: 5, currency: 'USD', customer: { email: 'a@x.example' } };
};`;
    await writeFile(join(cwd, 'shop.mjs'), module);
    const args = ['--platform', 'bigcommerce', '--secret-file', await secretFile(cwd)];
    const { url } = await startRelay({ cwd, api, args: [...args, '--fetch-order', 'shop.mjs'] });
    for (const id of [7, 7, 9]) {
      const body = JSON.stringify({ scope: 'store/order/created', data: { type: 'order', id } });
      const headers = { 'X-Webhook-Secret': secret };
      expect((await fetch(`${url}/bigcommerce`, { method: 'POST', body, headers })).status).toBe(
        200,
      );
    }
    await drained(url, 20_000);
    expect([...sandbox.orders].map(({ order }) => order.orderId)).toEqual(['7']);
  });

  it('keeps its queue and what it has sent for its owner alone, beside a backfill', async () => {
    const { sandbox, start, cwd, api } = await setUp();
    const { url } = await start();
    await fetch(`${url}/checkoutchamp/${secret}?${query}`);
    await drained(url, 10_000);
    const { mode } = await stat(join(stateOf(cwd), 'relay', 'queue.ndjson'));
    expect(mode & 0o777).toBe(0o600);
    const second = { ...sale, clientOrderId: 'C3', orderId: '9' };
    await writeFile(join(cwd, 'orders.json'), JSON.stringify([sale, second]));
    const args = [
      'orders',
      'backfill',
      'orders.json',
      '--totals',
      'none',
      '--timezone',
      'UTC',
      '--yes',
      '--json',
    ];
    const run = await runCli(args, { cwd, url: api });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ records: { accepted: 1, unchanged: 1 } });
    const pushed = sandbox.requests.filter(({ path }) => path.endsWith('/orders'));
    expect(pushed.map(({ body }) => (body as { orderId: string }).orderId)).toEqual([
      '9F2B71C0DE',
      'C3',
    ]);
  });

  it.each([
    [['--platform', 'etsy', '--secret-file', 'secret'], '"etsy" is not a platform with webhooks'],
    [['--platform', 'shopify'], 'There is no secret for shopify'],
    [['--secret-file', 'secret'], 'it is not said for which platform'],
    [[], 'at least one platform'],
    [['--platform', 'shopify', '--secret-file', 'absent'], 'absent cannot be read'],
    [['--platform', 'ecwid', '--secret-file', 'secret'], '--fetch-order <file>'],
    [
      ['--platform', 'checkoutchamp', '--secret-file', 'secret', '--timezone', 'Mars/X'],
      'not a time zone',
    ],
  ])('does not start with %j', async (args, message) => {
    const { url } = await serveSandbox();
    const cwd = await tempFolder();
    await secretFile(cwd);
    const run = await runCli(['relay', ...args, '--port', '0'], { cwd, url });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toContain(secret);
  });

  it('writes one JSON document a line to standard error, without a person and without the secret', async () => {
    const { url: api } = await serveSandbox();
    const cwd = await tempFolder();
    const args = [
      '--platform',
      'checkoutchamp',
      '--secret-file',
      await secretFile(cwd),
      '--timezone',
      'UTC',
    ];
    const relay = await startRelay({ cwd, api, args, isQuiet: false });
    await fetch(`${relay.url}/checkoutchamp/${secret}?${query}`);
    await drained(relay.url, 10_000);
    relay.running.process.kill('SIGTERM');
    const { stderr, exitCode } = await relay.running.done;
    expect(exitCode).toBe(0);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(lines).toMatchObject([
      { event: 'queued', platform: 'checkoutchamp', orderId: '9F2B71C0DE', level: 'info' },
      { event: 'event', outcome: 'sent', orderId: '9F2B71C0DE' },
    ]);
    expect(stderr).not.toContain('ann');
    expect(stderr).not.toContain(secret);
  });
});
