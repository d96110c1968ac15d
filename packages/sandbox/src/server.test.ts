import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from './faults/fault.ts';
import { createSandbox } from './commerce/sandbox.ts';
import { listen } from './server.ts';

async function serve(...faults: Fault[]) {
  const sandbox = createSandbox({ faults: faults.map((fault) => ({ do: fault })) });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const post = (init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1/products`, {
      method: 'POST',
      headers: { authorization: 'Bearer seq_live_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ products: [{ productId: 'mug', title: 'Mug' }] }),
      ...init,
    });
  return { sandbox, server, post };
}

describe('the server', () => {
  it('answers over real HTTP', async () => {
    const { server, post, sandbox } = await serve();
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    const response = await post();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ upserted: 1 });
    expect(Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())).toBeLessThan(
      5000,
    );
    const found = await fetch(`${server.url}/api/v1/products/mug?x=1`, {
      headers: { authorization: 'Bearer seq_live_sandbox' },
    });
    expect(found.status).toBe(200);
    expect(sandbox.requests[1]).toMatchObject({
      path: '/api/v1/products/mug',
      query: 'x=1',
      status: 200,
    });
  });

  it.each([
    [{ kind: 'reset', when: 'before-work' }, 0],
    [{ kind: 'reset', when: 'after-work' }, 1],
    [{ kind: 'refused' }, 0],
  ] as const)('breaks the connection for %o', async (fault, stored) => {
    const { sandbox, post } = await serve(fault);
    await expect(post()).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    expect(sandbox.products.size).toBe(stored);
  });

  it('promises more bytes than come when it truncates', async () => {
    const { post, sandbox } = await serve({ kind: 'truncated', bytes: 20 });
    const response = await post();
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(20);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(sandbox.products.size).toBe(1);
  });

  it('hangs until the client goes away', async () => {
    const { post } = await serve({ kind: 'hang', when: 'after-work' });
    await expect(post({ signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('closes while clients hang, are slow or keep their connection', async () => {
    const hanging = await serve({ kind: 'hang', when: 'before-work' });
    const slow = await serve({ kind: 'slow', ms: 60_000 });
    const pending = [hanging.post(), slow.post()].map((reply) =>
      expect(reply).rejects.toThrow('fetch failed'),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await hanging.server.close();
    await slow.server.close();
    await Promise.all(pending);
    await hanging.server.close();
  });

  it('rejects when the port is taken', async () => {
    const { server } = await serve();
    await expect(listen(createSandbox(), { port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('survives a request that is no request', async () => {
    const { server, post } = await serve();
    const outcome = await new Promise<string>((resolve) => {
      const broken = request({ port: server.port, path: 'http://[', method: 'GET' }, (response) => {
        response.resume();
        resolve('answered');
      });
      broken.on('error', () => {
        resolve('broken');
      });
      broken.end();
    });
    expect(outcome).toBe('broken');
    expect((await post()).status).toBe(200);
  });
});
