import { describe, expect, it } from 'vitest';
import { createSandbox } from '../commerce/sandbox.ts';
import { call, upsert } from '../testing/call.ts';
import { MovedClock } from '../testing/moved-clock.ts';

const mug = { productId: 'mug', title: 'Mug' };

describe('every exchange', () => {
  it('carries the date of the injected clock', async () => {
    const reply = await call(createSandbox({ clock: new MovedClock() }), 'GET', '/account');
    expect(reply.headers.get('date')).toBe('Sun, 01 Mar 2026 00:00:00 GMT');
  });

  it('is logged without its body unless asked', async () => {
    const sandbox = createSandbox({ clock: new MovedClock() });
    await upsert(sandbox, mug);
    await call(sandbox, 'GET', '/products?limit=3');
    const at = Date.UTC(2026, 2, 1);
    expect(sandbox.requests).toEqual([
      { method: 'POST', path: '/api/v1/products', query: '', at, status: 200 },
      { method: 'GET', path: '/api/v1/products', query: 'limit=3', at, status: 200 },
    ]);
  });

  it('is done even when the caller no longer waits for it', async () => {
    const sandbox = createSandbox({ latency: 30 });
    const init = {
      method: 'POST',
      headers: { authorization: 'Bearer seq_live_sandbox' },
      body: JSON.stringify({ products: [mug] }),
      signal: AbortSignal.timeout(5),
    };
    const sent = sandbox.fetch('https://api.sequenzy.com/api/v1/products', init);
    await expect(sent).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect.poll(() => sandbox.products.size).toBe(1);
  });

  it('goes through handle as well', async () => {
    const sandbox = createSandbox();
    const response = await sandbox.handle(new Request('http://anywhere/api/v1/account'));
    expect(response.status).toBe(401);
  });

  it('leaves what was handed out before as it was', async () => {
    const sandbox = createSandbox();
    await upsert(sandbox, mug);
    const before = sandbox.products.get('mug');
    const log = sandbox.requests;
    await upsert(sandbox, { ...mug, title: 'Cup' });
    expect([before?.title, log.length]).toEqual(['Mug', 1]);
  });
});
