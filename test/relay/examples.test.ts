import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished, vi } from 'vitest';
import { serveSandbox } from '../cli/cli-process.ts';
import { canStartRedis, privateRedis } from '../quota/redis.ts';
import { secretFile, startRelay } from './relay-process.ts';
import worker, { Customer } from '../../examples/worker-relay.ts';

const secret = 'a-long-shared-secret';

const shopifyOrder = {
  id: 8209829,
  email: 'ann@shop.example',
  created_at: '2026-03-02T09:30:00-05:00',
  currency: 'USD',
  total_price: '19.99',
  financial_status: 'paid',
  line_items: [{ product_id: 11, title: 'Serum', quantity: 1, price: '19.99' }],
};

function signedByShopify(order: object): RequestInit & { readonly body: string } {
  const body = JSON.stringify(order);
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return { method: 'POST', body, headers: { 'x-shopify-hmac-sha256': signature } };
}

/** An example as anybody would run it, but for the address of the API; where it listens. */
async function start(script: string, env: Readonly<Record<string, string>> = {}) {
  const sandbox = createSandbox({ record: 'all' });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const folder = await tempFolder();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../examples', script)], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      SEQUENZY_API_URL: server.url,
      SEQUENZY_API_KEY: 'seq_live_sandbox',
      SEQUENZY_QUOTA_DIR: join(folder, 'quota'),
      ...env,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    });
    child.stderr.once('data', (chunk: Buffer) => {
      reject(new Error(chunk.toString()));
    });
  });
  return { sandbox, child, url: `http://127.0.0.1:${/\d+/.exec(said)?.[0] ?? ''}` };
}

function has(sandbox: Sandbox, ...orderIds: string[]): Promise<void> {
  return vi.waitFor(
    () => {
      expect([...sandbox.orders].map(({ order }) => order.orderId).sort()).toEqual(orderIds);
    },
    { timeout: 10_000 },
  );
}

it.each(['x-webhook-secret', 'x-relay-secret'])(
  'the relay of CheckoutChamp in one file takes the header %s',
  async (header) => {
    const { sandbox, child, url } = await start('checkoutchamp-relay.mjs', {
      RELAY_SECRET: secret,
    });
    const sale = {
      clientOrderId: 'A1B2C3',
      orderStatus: 'COMPLETE',
      totalPrice: '19.99',
      currencyCode: 'USD',
      dateCreated: '2026-03-02',
      timeCreated: '09:30:00',
      emailAddress: 'ann@shop.example',
      product1_name: 'Serum',
      product1_price: '19.99',
      product1_qty: '1',
    };
    const init = { method: 'POST', body: JSON.stringify(sale), headers: { [header]: secret } };
    expect((await fetch(url, init)).status).toBe(200);
    expect((await fetch(url, init)).status).toBe(200);
    expect((await fetch(url, { ...init, headers: {} })).status).toBe(401);
    await has(sandbox, 'A1B2C3');
    child.kill('SIGTERM');
    await vi.waitFor(() => {
      expect(child.exitCode).toBe(0);
    });
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/orders'))).toHaveLength(1);
  },
);

it('the relay in Express takes a body, and fetches what is only named', async () => {
  const shop = createServer((_, response) => {
    const order = { id: 250, total_inc_tax: '19.99', currency_code: 'USD', status: 'Shipped' };
    const more = {
      date_created: 'Mon, 02 Mar 2026 14:30:00 +0000',
      billing_address: { email: 'b@x.example' },
    };
    response.end(JSON.stringify({ ...order, ...more }));
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void shop.close());
  const { port } = shop.address() as AddressInfo; // it listens on a port
  const { sandbox, url } = await start('express-relay.mjs', {
    SHOPIFY_SECRET: secret,
    BIGCOMMERCE_SECRET: secret,
    SHOP_API: `http://127.0.0.1:${String(port)}`,
  });
  expect((await fetch(`${url}/webhooks/shopify`, signedByShopify(shopifyOrder))).status).toBe(200);
  const body = JSON.stringify({ scope: 'store/order/updated', data: { type: 'order', id: 250 } });
  const headers = { 'x-webhook-secret': secret, 'content-type': 'application/json' };
  expect(
    (await fetch(`${url}/webhooks/bigcommerce`, { method: 'POST', body, headers })).status,
  ).toBe(200);
  expect(await (await fetch(url)).json()).toEqual({ shop: 'open' });
  await has(sandbox, '250', '8209829');
});

/** As much of a Durable Object as the example uses. */
class Stored {
  readonly entries = new Map<string, unknown>();
  alarmAt: number | undefined;
  readonly get = (keys: string[]) =>
    Promise.resolve(
      new Map(
        keys.filter((key) => this.entries.has(key)).map((key) => [key, this.entries.get(key)]),
      ),
    );
  readonly put = (entries: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(entries))
      this.entries.set(key, structuredClone(value));
    return Promise.resolve();
  };
  readonly delete = (key: string) => Promise.resolve(this.entries.delete(key));
  readonly list = ({ prefix }: { prefix: string }) =>
    Promise.resolve(new Map([...this.entries].filter(([key]) => key.startsWith(prefix)).sort()));
  readonly setAlarm = (at: number) => {
    this.alarmAt = at;
    return Promise.resolve();
  };
}

it('the relay on Workers keeps events in an object for each customer, and sends them in order', async () => {
  const sandbox = createSandbox({ record: 'all' });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const objects = new Map<string, { readonly object: Customer; readonly storage: Stored }>();
  const env = {
    SHOPIFY_SECRET: secret,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_API_URL: server.url,
    CUSTOMERS: {
      idFromName: (name: string) => name,
      get: (id: unknown) => {
        const name = String(id);
        const storage = objects.get(name)?.storage ?? new Stored();
        const object = objects.get(name)?.object ?? new Customer({ storage }, env);
        objects.set(name, { object, storage });
        return object;
      },
    },
  };
  const ask = async (order: object, delivery: string) => {
    const request = new Request('https://relay.example/', signedByShopify(order));
    request.headers.set('x-shopify-webhook-id', delivery);
    const response = await worker.fetch(request, env);
    return [response.status, (await response.text()).trim()];
  };
  expect(await ask(shopifyOrder, 'd-1')).toEqual([200, 'queued']);
  expect(await ask(shopifyOrder, 'd-1')).toEqual([200, 'duplicate']);
  expect(await ask({ ...shopifyOrder, fulfillment_status: 'fulfilled' }, 'd-2')).toEqual([
    200,
    'queued',
  ]);
  expect(await ask(shopifyOrder, 'd-3')).toEqual([200, 'queued']);
  expect(await ask({ ...shopifyOrder, total_price: 'x' }, 'd-4')).toEqual([
    200,
    'kept, to be looked at',
  ]);
  expect([...objects.keys()]).toEqual(['ann@shop.example', 'dead letters']);
  const customer = objects.get('ann@shop.example');
  expect(customer?.storage.alarmAt).toBeDefined();
  await customer?.object.alarm();
  const sent = sandbox.requests.map(({ body }) => (body as { status?: string }).status ?? 'placed');
  expect(sent).toEqual(['placed', 'fulfilled']);
  expect(
    [...(customer?.storage.entries.keys() ?? [])].filter((key) => key.startsWith('event')),
  ).toEqual([]);
});

it('the relays of docker-compose are started with a command and a Redis that work', async () => {
  const folder = join(import.meta.dirname, '../../examples/relay-compose');
  const text = readFileSync(join(folder, 'docker-compose.yml'), 'utf8');
  const command = /npx sequenzy-cli relay([^]*?)\n {2}proxy:/.exec(text)?.[1] ?? '';
  const { url: api } = await serveSandbox();
  const cwd = await tempFolder();
  const own: Readonly<Record<string, string>> = {
    '/run/secret': await secretFile(cwd),
    '/run/key': join(cwd, 'key'),
  };
  writeFileSync(join(cwd, 'key'), 'seq_live_sandbox', { mode: 0o600 });
  const words = command
    .trim()
    .split(/\s+/)
    .map((word) => own[word] ?? word);
  expect(words.splice(words.indexOf('--port'), 2)).toEqual(['--port', '8080']);
  expect(text).toContain('redis-server --appendonly yes --appendfsync always');
  if (canStartRedis === undefined) return;
  const redis = await privateRedis({ keeps: true });
  const env = { REDIS_URL: redis.url };
  const relay = await startRelay({ cwd, api, args: words, env });
  expect((await fetch(`${relay.url}/readyz`)).status).toBe(200);
});
