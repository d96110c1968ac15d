import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { ManualClock, networkError } from 'sequenzy-testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { SequenzyCommerce } from './client.ts';
import type { ClientOptions } from './options.ts';

const checkout = { checkoutId: 'c-1', customer: { email: 'ada@example.com' } };
const order = { orderId: '1', totalCents: 1, currency: 'USD', customer: checkout.customer };

type OwnFetch = NonNullable<ClientOptions['fetch']>;

function clientWith(fetch: OwnFetch): SequenzyCommerce {
  const baseUrl = 'https://api.example.com';
  return new SequenzyCommerce({ apiKey: 'seq_live_secret', baseUrl, fetch, rateLimit: false });
}

describe('a fetch of the caller’s own', () => {
  it('gets an address as text, and all the rest beside it', async () => {
    const calls: Parameters<OwnFetch>[] = [];
    const sequenzy = clientWith((...call) => {
      calls.push(call);
      return Promise.resolve(Response.json({ success: true }));
    });
    await sequenzy.orders.push(order);
    const [[url, init] = []] = calls;
    expect(url).toBe('https://api.example.com/api/v1/orders');
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual', body: JSON.stringify(order) });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    expect(init?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer seq_live_secret',
      'content-type': 'application/json',
    });
  });

  it.each([
    new TypeError("Cannot read properties of undefined (reading 'url')"),
    new ReferenceError('agent is not defined'),
  ])('is called once where it throws a bug, which reaches the caller: %s', async (bug) => {
    let calls = 0;
    const sequenzy = clientWith(() => {
      calls += 1;
      throw bug;
    });
    await expect(sequenzy.orders.push(order)).rejects.toBe(bug);
    await expect(sequenzy.products.upsert([{ productId: 'a', title: 'A' }])).rejects.toBe(bug);
    expect(calls).toBe(2);
  });

  it('is called again where the network fails', async () => {
    const clock = new ManualClock();
    const script = [
      networkError('ECONNREFUSED'),
      Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
    ];
    const sequenzy = new SequenzyCommerce({
      apiKey: 'seq_live_secret',
      clock,
      random: () => 0,
      fetch: () => {
        const failure = script.shift();
        return failure === undefined
          ? Promise.resolve(Response.json({ success: true }))
          : Promise.reject(failure);
      },
    });
    await expect(clock.run(sequenzy.orders.push(order))).resolves.toMatchObject({ success: true });
  });

  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.end('{"success":true,"checkoutId":"c-1"}');
    });
  });
  afterEach(() => server.close());

  it('may answer with a stream of Node’s, as node-fetch does', async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // as it listens on a port
    const sequenzy = new SequenzyCommerce({
      apiKey: 'seq_live_secret',
      baseUrl: `http://127.0.0.1:${String(port)}`,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        const body = Readable.from([Buffer.from(await response.arrayBuffer())]);
        return Object.create(response, {
          status: { value: response.status },
          ok: { value: response.ok },
          headers: { value: response.headers },
          body: { value: body },
        }) as Response; // with another body
      },
    });
    await expect(sequenzy.checkouts.track(checkout)).resolves.toEqual({
      success: true,
      checkoutId: 'c-1',
    });
  });
});
