import { describe, expect, it } from 'vitest';
import { createSandbox } from '../commerce/sandbox.ts';
import { call, upsert } from '../testing/call.ts';
import { MovedClock } from '../testing/moved-clock.ts';
import type { Fault } from './fault.ts';
import type { FaultRule } from './script.ts';

const mug = { productId: 'mug', title: 'Mug' };

function broken(fault: Fault, rule: Omit<FaultRule, 'do'> = {}) {
  return createSandbox({ clock: new MovedClock(), faults: [{ ...rule, do: fault }] });
}

function post(sandbox: ReturnType<typeof broken>, init: RequestInit = {}) {
  return sandbox.fetch('http://localhost/api/v1/products', {
    method: 'POST',
    headers: { authorization: 'Bearer seq_live_sandbox' },
    body: JSON.stringify({ products: [mug] }),
    ...init,
  });
}

describe('faults with an answer', () => {
  it.each([
    [{}, 'retry-after', '1'],
    [{ retryAfter: 'seconds', waitMs: 2500 }, 'retry-after', '3'],
    [{ retryAfter: 'date', waitMs: 2500 }, 'retry-after', 'Sun, 01 Mar 2026 00:00:03 GMT'],
    [{ retryAfter: 'milliseconds', waitMs: 2500 }, 'retry-after-ms', '2500'],
    [{ retryAfter: 'none' }, 'retry-after', null],
  ] as const)('429 %o says %s: %s', async (options, header, value) => {
    const sandbox = broken({ kind: 'rate-limited', ...options });
    const reply = await upsert(sandbox, mug);
    expect([reply.status, reply.headers.get(header)]).toEqual([429, value]);
    expect(sandbox.products.size).toBe(0);
  });

  it.each([
    [{ kind: 'server-error' }, 500, 0],
    [{ kind: 'server-error', status: 503, retryAfterSeconds: 7 }, 503, 0],
    [{ kind: 'server-error', status: 502, when: 'after-work' }, 502, 1],
    [{ kind: 'unauthorized' }, 401, 0],
    [{ kind: 'forbidden' }, 403, 0],
  ] as const)('%o answers %i as JSON', async (fault, status, stored) => {
    const sandbox = broken(fault);
    const reply = await upsert(sandbox, mug);
    expect(reply).toMatchObject({ status, body: { success: false } });
    expect(reply.headers.get('retry-after')).toBe('retryAfterSeconds' in fault ? '7' : null);
    expect(sandbox.products.size).toBe(stored);
  });

  it.each([
    [{ kind: 'html' }, 502, 'text/html; charset=utf-8', /<html>/, 0],
    [{ kind: 'html', status: 200 }, 200, 'text/html; charset=utf-8', /<html>/, 0],
    [{ kind: 'plain-text' }, 500, 'text/plain; charset=utf-8', /^upstream connect error$/, 0],
    [{ kind: 'empty-body' }, 200, null, /^$/, 1],
    [{ kind: 'empty-body', status: 500 }, 500, null, /^$/, 0],
    [{ kind: 'redirect', location: 'https://elsewhere.example/' }, 307, null, /^$/, 0],
    [
      { kind: 'other-shape' },
      200,
      'application/json; charset=utf-8',
      /^{"success":true,"created":0,"updated":1}$/,
      1,
    ],
  ] as const)('%o answers %i', async (fault, status, type, body, stored) => {
    const sandbox = broken(fault);
    const response = await post(sandbox, { redirect: 'manual' });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(await response.text()).toMatch(body);
    expect(response.headers.get('location')).toBe('location' in fault ? fault.location : null);
    expect(sandbox.products.size).toBe(stored);
  });

  it('rejects a redirect where the caller wants none', async () => {
    const sandbox = broken({ kind: 'redirect', location: 'https://elsewhere.example/' });
    await expect(post(sandbox, { redirect: 'error' })).rejects.toThrow('fetch failed');
  });

  it('refuses only batches that hold the bad product, naming it where asked', async () => {
    const sandbox = broken({ kind: 'bad-product', productId: 'pot', status: 422 }, { times: 1 });
    expect((await upsert(sandbox, mug)).status).toBe(200);
    const reply = await upsert(sandbox, mug, { productId: 'pot', title: 'Pot' });
    expect(reply).toMatchObject({
      status: 422,
      body: { details: [{ index: 1, productId: 'pot', path: 'products[1]' }] },
    });
    const silent = broken({ kind: 'bad-product', productId: 'mug', details: false });
    const refused = await upsert(silent, mug);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).not.toContain('mug');
  });

  it('answers 413 above a size', async () => {
    const sandbox = broken({ kind: 'too-large', maxBytes: 60 });
    expect((await upsert(sandbox, mug)).status).toBe(200);
    expect((await upsert(sandbox, { ...mug, description: 'é'.repeat(20) })).status).toBe(413);
  });

  it('does the work at once and answers late', async () => {
    const clock = new MovedClock();
    const sandbox = createSandbox({ clock, faults: [{ do: { kind: 'slow', ms: 4000 } }] });
    expect((await upsert(sandbox, mug)).headers.get('date')).toBe('Sun, 01 Mar 2026 00:00:04 GMT');
    expect(sandbox.products.get('mug')?.createdAt).toBe('2026-03-01T00:00:00.000Z');
  });
});

describe('faults of the connection, over fetch', () => {
  it.each([
    [{ kind: 'reset', when: 'before-work' }, 'ECONNRESET', 0, 1],
    [{ kind: 'reset', when: 'after-work' }, 'ECONNRESET', 1, 1],
    [{ kind: 'refused' }, 'ECONNREFUSED', 0, 0],
  ] as const)('%o rejects as undici does', async (fault, code, stored, logged) => {
    const sandbox = broken(fault);
    const { fetch } = sandbox;
    const error: unknown = await post({ ...sandbox, fetch }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code } });
    expect([sandbox.products.size, sandbox.requests.length]).toEqual([stored, logged]);
    if (logged === 1) expect(sandbox.requests[0]).toMatchObject({ fault: 'reset', dropped: true });
    expect(sandbox.requests[0]?.status).toBeUndefined();
  });

  it('breaks off a truncated body after the work was done', async () => {
    const sandbox = broken({ kind: 'truncated', bytes: 10 });
    const response = await post(sandbox);
    const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader(); // what fetch promises
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"success"');
    await expect(reader?.read()).rejects.toThrow('terminated');
    expect(sandbox.products.size).toBe(1);
    expect(sandbox.requests[0]).toMatchObject({ status: 200, fault: 'truncated', dropped: true });
    await expect((await post(broken({ kind: 'truncated' }))).json()).rejects.toThrow();
  });

  it.each([
    ['before-work', 0],
    ['after-work', 1],
  ] as const)('hangs %s until the signal aborts', async (when, stored) => {
    const sandbox = broken({ kind: 'hang', when });
    const reason = new Error('enough');
    const aborter = new AbortController();
    const pending = post(sandbox, { signal: aborter.signal });
    await new Promise((resolve) => setTimeout(resolve, 10));
    aborter.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect(sandbox.products.size).toBe(stored);
    await expect(post(sandbox, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sandbox.requests).toHaveLength(1);
  });
});

describe('a script', () => {
  async function run(sandbox: ReturnType<typeof createSandbox>, count: number) {
    const statuses: number[] = [];
    for (let sent = 0; sent < count; sent += 1) statuses.push((await upsert(sandbox, mug)).status);
    return statuses;
  }

  it('lets the first matches pass, strikes so often, then is over', async () => {
    const sandbox = broken({ kind: 'server-error' }, { after: 1, times: 2 });
    expect(await run(sandbox, 4)).toEqual([200, 500, 500, 200]);
    sandbox.reset();
    expect(await run(sandbox, 2)).toEqual([200, 500]);
  });

  it('matches method, path and body', async () => {
    const isMug = (json: unknown): boolean => JSON.stringify(json).includes('mug');
    const sandbox = broken(
      { kind: 'server-error' },
      { on: { method: 'post', path: '/products', body: isMug } },
    );
    expect((await upsert(sandbox, mug)).status).toBe(500);
    expect((await upsert(sandbox, { productId: 'pot', title: 'Pot' })).status).toBe(200);
    expect((await call(sandbox, 'GET', '/products')).status).toBe(200);
    const orders = broken({ kind: 'server-error' }, { on: { path: /subscribers/g } });
    expect((await call(orders, 'GET', '/subscribers/a%40b')).status).toBe(500);
    expect((await call(orders, 'GET', '/subscribers/a%40b')).status).toBe(500);
    expect((await call(orders, 'GET', '/account')).status).toBe(200);
  });

  it('draws the same from the same seed, whatever other rules there are', async () => {
    const rule: FaultRule = { probability: 0.5, do: { kind: 'server-error' } };
    const first = await run(createSandbox({ seed: 7, faults: [rule] }), 40);
    expect(await run(createSandbox({ seed: 7, faults: [rule] }), 40)).toEqual(first);
    expect(await run(createSandbox({ seed: 8, faults: [rule] }), 40)).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    const later: FaultRule = { probability: 0.5, on: { path: '/orders' }, do: { kind: 'html' } };
    expect(await run(createSandbox({ seed: 7, faults: [rule, later] }), 40)).toEqual(first);
  });

  it('takes new rules while it runs, the first that strikes decides, and can be cleared', async () => {
    const sandbox = createSandbox();
    sandbox.faults.add(
      { times: 1, do: { kind: 'unauthorized' } },
      { do: { kind: 'server-error' } },
    );
    expect(await run(sandbox, 2)).toEqual([401, 500]);
    sandbox.faults.clear();
    expect(await run(sandbox, 1)).toEqual([200]);
    const improbable: FaultRule = { probability: 2, do: { kind: 'html' } };
    expect(() => createSandbox({ faults: [improbable] })).toThrow(RangeError);
  });

  it('waits for a request that is within the rate limit', async () => {
    const clock = new MovedClock();
    const sandbox = createSandbox({
      clock,
      rateLimit: { perMinute: 9, perSecond: 1 },
      faults: [{ after: 1, times: 1, do: { kind: 'server-error' } }],
    });
    expect(await run(sandbox, 2)).toEqual([200, 429]);
    clock.elapsed = 1000;
    expect(await run(sandbox, 1)).toEqual([500]);
  });

  it('delays the work by the latency, drawn from the seed', async () => {
    const spent = async (seed: number) => {
      const clock = new MovedClock();
      await upsert(createSandbox({ clock, seed, latency: [10, 50] }), mug);
      return clock.elapsed;
    };
    expect(await spent(1)).toBe(await spent(1));
    expect(await spent(1)).not.toBe(await spent(2));
    expect(await spent(3)).toBeGreaterThanOrEqual(10);
    expect(() => createSandbox({ latency: [5, 1] })).toThrow(RangeError);
  });
});
