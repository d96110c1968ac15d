import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeListener } from './node-listener.ts';

/** What a relay would see of a request. */
const echo = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const body = await request.text();
  return Response.json({
    method: request.method,
    path: pathname + search,
    body,
    twice: request.headers.get('x-twice'),
  });
};

type Before = (
  incoming: IncomingMessage & { body?: unknown; originalUrl?: string },
) => Promise<void>;

async function serve(answer = echo, before: Before = () => Promise.resolve()): Promise<string> {
  const listener = nodeListener(answer);
  const server = createServer((incoming, outgoing) => {
    void before(incoming).then(() => {
      listener(incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`; // it listens on a port
}

describe('a listener of Node', () => {
  it('hands over method, path, headers and the bytes of the body', async () => {
    const url = await serve();
    const headers = new Headers([
      ['x-twice', 'a'],
      ['x-twice', 'b'],
    ]);
    const response = await fetch(`${url}/shopify?x=1`, {
      method: 'POST',
      body: '{"ü": 1 }',
      headers,
    });
    expect(await response.json()).toEqual({
      method: 'POST',
      path: '/shopify?x=1',
      body: '{"ü": 1 }',
      twice: 'a, b',
    });
    expect(await (await fetch(url)).json()).toMatchObject({ method: 'GET', body: '' });
  });

  it('takes the path that Express had before it mounted the route', async () => {
    const url = await serve(echo, (incoming) => {
      incoming.originalUrl = '/webhooks/shopify';
      return Promise.resolve();
    });
    expect(await (await fetch(url)).json()).toMatchObject({ path: '/webhooks/shopify' });
  });

  it('takes the bytes that a raw parser has kept', async () => {
    const url = await serve(echo, async (incoming) => {
      incoming.body = Buffer.from(await text(incoming));
    });
    expect(await (await fetch(url, { method: 'POST', body: 'abc' })).json()).toMatchObject({
      body: 'abc',
    });
  });

  it('says where the bytes are gone', async () => {
    const url = await serve(echo, async (incoming) => {
      incoming.body = JSON.parse(await text(incoming)) as unknown;
    });
    const response = await fetch(url, { method: 'POST', body: '{}' });
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining('before body parsers'),
    ]);
  });

  it('ends the connection of a body that nobody reads', async () => {
    const url = await serve(() => Promise.resolve(new Response('too large\n', { status: 413 })));
    const body = 'x'.repeat(5_000_000);
    const status = await fetch(url, { method: 'POST', body }).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await fetch(url)).status).toBe(413);
  });
});
