import { answer, ManualClock, scriptedFetch, type Step } from 'sequenzy-testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deleteEach } from '../mirror/delete-each.ts';
import type { SequenzyError } from '../errors/errors.ts';
import { SequenzyCommerce } from './client.ts';
import type { ClientOptions } from './options.ts';

const order = {
  orderId: '1001',
  totalCents: 4999,
  currency: 'USD',
  customer: { email: 'ada@example.com' },
};
const tee = { productId: 'tee', title: 'Tee' };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function setUp(script: Step[], options: ClientOptions = {}) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_secret',
    fetch: server.fetch,
    clock,
    random: () => 0.5,
    ...options,
  });
  const failure = (work: Promise<unknown>): Promise<SequenzyError> =>
    clock.run(
      work.then(
        () => Promise.reject(new Error('it should have failed')),
        (error: unknown) => error as SequenzyError, // what every call throws
      ),
    );
  return { clock, server, sequenzy, failure };
}

/** An answer that never comes. */
const never: Step = () => new Promise<Response>(() => undefined);

describe('options of a single call', () => {
  it('bound the whole of it, and fail at once where a repeat would come too late', async () => {
    const { clock, sequenzy, failure } = setUp([never, answer(503, {}, { 'retry-after': '5' })]);
    const slow = await failure(
      sequenzy.checkouts.track({ checkoutId: 'c', customer: order.customer }, { timeout: 2000 }),
    );
    expect([slow.code, slow.attempts, clock.monotonic()]).toEqual(['timeout', 1, 2000]);
    const late = await failure(sequenzy.orders.push(order, { timeout: 2000 }));
    expect([late.code, late.attempts, clock.monotonic()]).toEqual(['server', 1, 2000]);
  });

  it('end waiting for a 429 and for a turn as well', async () => {
    const { clock, sequenzy, failure } = setUp([answer(429, {}, { 'retry-after': '60' })]);
    const limited = await failure(sequenzy.orders.push(order, { timeout: 2000, maxRetries: 0 }));
    expect([limited.code, clock.monotonic()]).toEqual(['rate-limit', 0]);
    sequenzy.rateLimiter.pause(60_000);
    const waiting = await failure(sequenzy.orders.push(order, { timeout: 2000 }));
    expect([waiting.code, waiting.ambiguous, clock.monotonic()]).toEqual(['timeout', false, 2000]);
    expect(waiting.message).toBe('POST /api/v1/orders: its turn did not come in 2000 ms');
  });

  it('send headers besides the client’s or instead of them', async () => {
    const { clock, server, sequenzy } = setUp([], { headers: { 'X-Shop': 'one', 'x-team': 'a' } });
    await clock.run(
      sequenzy.orders.push(order, { headers: { 'x-shop': 'two', 'X-Team': undefined } }),
    );
    await clock.run(sequenzy.products.upsert([tee], { headers: { 'x-run': '7' } }));
    const sent = server.requests.map(({ request: { headers } }) =>
      ['x-shop', 'x-team', 'x-run', 'content-type'].map((name) => headers.get(name)),
    );
    expect(sent).toEqual([
      ['two', null, null, 'application/json'],
      ['one', 'a', '7', 'application/json'],
    ]);
  });

  it('that cannot be used are named before anything is sent', async () => {
    const { server, sequenzy, failure } = setUp([]);
    const bad = { timeout: 0, maxRetries: -1, headers: { 'x shop': 'a' } };
    const message = /timeout must be 1 or more; maxRetries must be 0 or more; headers holds a name/;
    expect((await failure(sequenzy.orders.push(order, bad))).message).toMatch(message);
    expect((await failure(sequenzy.products.upsert([tee], bad))).message).toMatch(message);
    expect(server.requests).toEqual([]);
    const make = () => new SequenzyCommerce({ apiKey: 'k', headers: { a: 'a\nb' } });
    expect(make).toThrow(/headers holds a name or a value that a header cannot have/);
  });

  it('reach every request of a bulk call, where a time limit is that of one attempt', async () => {
    const { clock, sequenzy } = setUp([never, answer(503, {}), never]);
    const stopped = clock.run(sequenzy.products.upsert([tee], { timeout: 500, maxRetries: 1 }));
    expect((await stopped).stoppedBy).toMatchObject({ code: 'server', attempts: 2 });
    const ledger = { read: () => Promise.resolve([undefined]), write: () => Promise.resolve() };
    const gone = deleteEach(sequenzy, ['tee'], { ledger, attemptTimeout: 500, maxRetries: 0 });
    expect((await clock.run(gone)).stoppedBy).toMatchObject({ code: 'timeout', attempts: 1 });
  });
});

describe('an answer', () => {
  it('comes along with what was read from it', async () => {
    const reply = { success: true, orderId: '1001', jobId: 'j', queued: true };
    const { clock, sequenzy } = setUp([answer(200, reply, { 'X-Request-Id': 'r-1' })]);
    const { data, response, requestId } = await clock.run(
      sequenzy.orders.push(order).withResponse(),
    );
    expect([data.jobId, response.status, response.text, requestId]).toEqual([
      'j',
      200,
      JSON.stringify(reply),
      'r-1',
    ]);
  });

  it('is told by an error, and not to a logger that writes down its fields', async () => {
    const body = { success: false, error: 'no seq_live_secret', email: 'ada@example.com' };
    const { sequenzy, failure } = setUp([
      answer(422, body, { 'cf-ray': 'ray-1', 'x-echo': 'seq_live_secret' }),
    ]);
    const error = await failure(sequenzy.orders.push(order).withResponse());
    expect([error.status, error.requestId, error.headers?.get('x-echo'), error.body]).toEqual([
      422,
      'ray-1',
      '[key]',
      JSON.stringify({ ...body, error: 'no [key]' }),
    ]);
    expect(JSON.stringify(error)).not.toContain('ada@');
  });
});

describe('hooks', () => {
  it('get one end for each attempt, by the same ids, and add headers', async () => {
    const events: unknown[] = [];
    const { clock, server, sequenzy } = setUp(
      [
        answer(429, {}, { 'retry-after': '1' }),
        () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' })),
        answer(200, { success: true }, { 'request-id': 'r-2' }),
      ],
      {
        hooks: {
          onRequest: ({ attemptId, headers }) => {
            events.push(['request', attemptId]);
            headers['traceparent'] = `00-${attemptId}`;
          },
          onResponse: ({ attemptId, status, requestId }) =>
            events.push(['response', attemptId, status, requestId]),
          onFailure: ({ attemptId, error }) => events.push(['failure', attemptId, error.name]),
          onRetry: ({ attemptId, error, wait }) =>
            events.push(['retry', attemptId, error.code, wait]),
          onWait: ({ attemptId, reason }) => events.push(['wait', attemptId, reason]),
        },
      },
    );
    await clock.run(sequenzy.orders.push(order));
    expect(events).toEqual([
      ['request', 'zik0zk-1.1'],
      ['response', 'zik0zk-1.1', 429, undefined],
      ['retry', 'zik0zk-1.1', 'rate-limit', 1000],
      ['wait', 'zik0zk-1.2', 'paused'],
      ['request', 'zik0zk-1.2'],
      ['failure', 'zik0zk-1.2', 'ApiConnectionError'],
      ['retry', 'zik0zk-1.2', 'connection', 250],
      ['request', 'zik0zk-1.3'],
      ['response', 'zik0zk-1.3', 200, 'r-2'],
    ]);
    expect(server.requests.map(({ request }) => request.headers.get('traceparent'))).toEqual([
      '00-zik0zk-1.1',
      '00-zik0zk-1.2',
      '00-zik0zk-1.3',
    ]);
  });

  it('hear of an attempt that its caller stopped or that ran out of time', async () => {
    const ended: string[] = [];
    const stop = new AbortController();
    const { sequenzy, failure } = setUp(
      [
        () => {
          stop.abort();
          return answer(200, {});
        },
        never,
      ],
      { hooks: { onFailure: ({ error }) => ended.push(error.name) } },
    );
    await failure(sequenzy.orders.push(order, { signal: stop.signal }));
    await failure(sequenzy.orders.push(order, { timeout: 100 }));
    expect(ended).toEqual(['ApiAbortError', 'ApiTimeoutError']);
  });
});

describe('the log', () => {
  it('goes to standard error where the environment asks for it, without what the server says', async () => {
    const lines = vi.spyOn(console, 'error').mockReturnValue();
    const push = async (options: ClientOptions) => {
      const { clock, sequenzy } = setUp(
        [answer(503, { error: 'ada@example.com is busy' })],
        options,
      );
      await clock.run(sequenzy.orders.push(order));
      return lines.mock.calls.splice(0).map(([line]) => line as string); // all are texts
    };
    expect(await push({})).toEqual([]);
    vi.stubEnv('SEQUENZY_LOG', 'warn');
    expect(await push({})).toEqual(['POST /api/v1/orders: 503; again in 250 ms']);
    expect(await push({ logLevel: 'debug' })).toHaveLength(3);
    expect((await push({ logLevel: 'debug' })).join()).not.toMatch(/ada|busy|secret/);
    expect(await push({ logLevel: 'off' })).toEqual([]);
    vi.stubEnv('SEQUENZY_LOG', 'loud');
    expect(() => setUp([])).toThrow('logLevel must be debug, warn or off');
  });
});
