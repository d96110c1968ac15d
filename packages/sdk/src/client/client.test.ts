import { inspect } from 'node:util';
import { answer, ManualClock, networkError, scriptedFetch, type Step } from 'sequenzy-testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Product } from 'sequenzy-contract';
import type { SequenzyError } from '../errors/errors.ts';
import { SequenzyCommerce } from './client.ts';
import type { ClientOptions } from './options.ts';

const order = {
  orderId: '1001',
  totalCents: 4999,
  currency: 'USD',
  customer: { email: 'ada@example.com' },
};
const checkout = { checkoutId: 'c-1', customer: { email: 'ada@example.com' } };

afterEach(() => {
  vi.unstubAllEnvs();
});

function setUp(script: Step[], options: ClientOptions = {}) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const sequenzy = new SequenzyCommerce({
    apiKey: 'seq_live_secret',
    baseUrl: 'https://api.example.com',
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

describe('a client', () => {
  it('says who it is, for which company, and sends JSON', async () => {
    const { server, sequenzy, clock } = setUp([], { companyId: 'co_1' });
    await clock.run(sequenzy.orders.push(order));
    const [{ request, body } = { request: undefined, body: '' }] = server.requests;
    expect(request?.url).toBe('https://api.example.com/api/v1/orders');
    expect(request?.headers.get('authorization')).toBe('Bearer seq_live_secret');
    expect(request?.headers.get('x-company-id')).toBe('co_1');
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(body)).toEqual(order);
  });

  it('refuses settings it cannot use, all at once, without repeating the key', () => {
    const make = () =>
      new SequenzyCommerce({ apiKey: 'bad key', baseUrl: 'http://x.com', timeout: 0 });
    expect(make).toThrow(
      /apiKey contains a space.*baseUrl must begin with https.*timeout must be 1 or more/,
    );
    expect(make).not.toThrow(/bad key/);
  });

  it.each([
    'http://localhost:4010',
    'http://127.0.0.1:4010/',
    'https://proxy.example.com/sequenzy/api/v1',
  ])('takes %s as base URL', async (baseUrl) => {
    const { server, sequenzy, clock } = setUp([], { baseUrl });
    await clock.run(sequenzy.account.get());
    expect(server.requests[0]?.request.url).toMatch(/^[^?]*[^/]\/api\/v1\/account$/);
  });

  it('takes key and address from the environment', async () => {
    const { fetch, requests } = scriptedFetch();
    process.env['SEQUENZY_API_KEY'] = 'seq_live_env';
    process.env['SEQUENZY_API_URL'] = 'https://env.example.com';
    try {
      await new SequenzyCommerce({ fetch }).account.get();
    } finally {
      delete process.env['SEQUENZY_API_KEY'];
      delete process.env['SEQUENZY_API_URL'];
    }
    expect(requests[0]?.request.url).toBe('https://env.example.com/api/v1/account');
    expect(requests[0]?.request.headers.get('authorization')).toBe('Bearer seq_live_env');
  });

  it.each([
    [{ SEQUENZY_BASE_URL: 'https://staging.example.com/api/v1' }],
    [{ SEQUENZY_BASE_URL: 'https://staging.example.com/' }],
    [{ SEQUENZY_API_URL: '', SEQUENZY_BASE_URL: 'https://staging.example.com' }],
    [
      {
        SEQUENZY_API_URL: 'https://staging.example.com',
        SEQUENZY_BASE_URL: 'https://staging.example.com/api/v1/',
      },
    ],
  ])('takes the address from %j', async (variables) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const { fetch, requests } = scriptedFetch();
    await new SequenzyCommerce({ fetch, apiKey: 'k' }).account.get();
    expect(requests[0]?.request.url).toBe('https://staging.example.com/api/v1/account');
  });

  it('refuses two variables that name different addresses, unless it is given one', () => {
    vi.stubEnv('SEQUENZY_API_URL', 'https://user:secret@one.example.com');
    vi.stubEnv('SEQUENZY_BASE_URL', 'https://two.example.com/api/v1');
    const make = (baseUrl?: string) =>
      new SequenzyCommerce({ apiKey: 'k', ...(baseUrl === undefined ? {} : { baseUrl }) });
    expect(() => make()).toThrow(
      'baseUrl SEQUENZY_API_URL (https://one.example.com) and SEQUENZY_BASE_URL (https://two.example.com/api/v1) name different addresses: unset one of them',
    );
    expect(() => make('https://one.example.com')).not.toThrow();
  });

  it('sends nothing that does not fit, and names every fault', async () => {
    const { server, sequenzy, failure } = setUp([]);
    const error = await failure(
      sequenzy.orders.push({ ...order, totalCents: 1.5, customer: { email: 'x' } }),
    );
    expect(error).toMatchObject({
      code: 'validation',
      faults: [
        { path: 'totalCents', message: 'expected whole cents, got 1.5' },
        { path: 'customer.email', message: 'expected an e-mail address, got "x"' },
      ],
    });
    expect(server.requests).toHaveLength(0);
  });

  it('repeats what may pass, with growing waits, and gives up after maxRetries', async () => {
    const { server, sequenzy, failure, clock } = setUp(
      Array<Step>(9).fill(networkError('ECONNRESET')),
    );
    const error = await failure(sequenzy.orders.push(order));
    expect(error).toMatchObject({
      code: 'connection',
      attempts: 6,
      retryable: true,
      ambiguous: true,
    });
    expect(server.requests).toHaveLength(6);
    expect(clock.monotonic()).toBe(250 + 500 + 1000 + 2000 + 4000);
  });

  it('waits out a 429 without spending a retry', async () => {
    const limited = () => answer(429, { error: 'slow down' }, { 'retry-after': '60' });
    const { server, sequenzy, clock } = setUp([limited, limited, limited], { maxRetries: 0 });
    await clock.run(sequenzy.orders.push(order));
    expect(server.requests).toHaveLength(4);
    expect(clock.monotonic()).toBe(180_000);
  });

  it('says when to come back if a 429 asks for more than maxWait', async () => {
    const { sequenzy, failure } = setUp([answer(429, {}, { 'retry-after': '3600' })]);
    const error = await failure(sequenzy.orders.push(order));
    expect(error.code).toBe('rate-limit');
    expect(error.retryAt).toEqual(new Date('2026-01-01T01:00:00Z'));
    expect(error.message).toContain('2026-01-01T01:00:00.000Z');
  });

  it('does not send a checkout twice when the first may have arrived, unless asked', async () => {
    const broken = [networkError('ECONNRESET')];
    const careful = setUp([...broken]);
    expect(await careful.failure(careful.sequenzy.checkouts.track(checkout))).toMatchObject({
      ambiguous: true,
      attempts: 1,
    });
    const asked = setUp([...broken]);
    await asked.clock.run(asked.sequenzy.checkouts.track(checkout, { replay: true }));
    expect(asked.server.requests).toHaveLength(2);
  });

  it('sends a checkout again when the connection was refused or the server said 429', async () => {
    const { server, sequenzy, clock } = setUp([
      networkError('ECONNREFUSED'),
      answer(429, {}, { 'retry-after-ms': '5' }),
    ]);
    await clock.run(sequenzy.checkouts.track(checkout));
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    [400, 'bad-request', 1],
    [401, 'authentication', 1],
    [403, 'permission', 1],
    [404, 'not-found', 1],
    [409, 'conflict', 6],
    [422, 'bad-request', 1],
    [500, 'server', 6],
    [501, 'server', 1],
  ])('turns %i into %s after %i attempts', async (status, code, attempts) => {
    const problem = () =>
      answer(status, { error: { code: 'X', message: 'It is wrong' }, resolution: 'Do this' });
    const { sequenzy, failure } = setUp(Array<Step>(9).fill(problem));
    const error = await failure(sequenzy.orders.push(order));
    expect(error).toMatchObject({
      code,
      status,
      attempts,
      method: 'POST',
      path: '/api/v1/orders',
      serverMessage: 'It is wrong',
      resolution: 'Do this',
    });
    expect(error.message).toBe(`POST /api/v1/orders: ${String(status)} It is wrong (Do this)`);
  });

  it('names the scopes that are missing', async () => {
    const message = 'API key is missing required scope: products:write';
    const { sequenzy, failure } = setUp([answer(403, { success: false, error: message })]);
    const error = await failure(sequenzy.orders.push(order));
    expect(error).toMatchObject({ missingScopes: ['products:write'] });
  });

  it.each([
    [
      'a web page',
      answer(502, '<html><body>Bad gateway</body></html>'),
      'with a web page instead of an answer',
    ],
    ['plain text', answer(500, 'it broke'), 'it broke'],
    ['nothing', answer(500, ''), 'and gave no reason'],
  ])('reports %s readably', async (_, response, text) => {
    const { sequenzy, failure } = setUp([response], { maxRetries: 0 });
    expect((await failure(sequenzy.orders.push(order))).message).toContain(text);
  });

  it('does not take a web page with status 200 for a delivery', async () => {
    const { sequenzy, failure } = setUp([answer(200, '<html>Log in to the Wi-Fi</html>')], {
      maxRetries: 0,
    });
    expect(await failure(sequenzy.orders.push(order))).toMatchObject({
      code: 'server',
      ambiguous: true,
    });
  });

  it('never shows the key, even when the server repeats it', async () => {
    const { sequenzy, failure } = setUp([answer(401, { error: 'No such key: seq_live_secret' })]);
    const error = await failure(sequenzy.orders.push(order));
    expect(error.message).toContain('No such key: [key]');
    const escaped = '{"error":"No such key: \\u0073eq_live_secret"}';
    const spelt = setUp([answer(401, escaped)]);
    expect((await spelt.failure(spelt.sequenzy.orders.push(order))).message).toContain('[key]');
    const moved = setUp([answer(308, '', { location: 'https://evil.example/seq_live_secret' })]);
    expect(inspect(await moved.failure(moved.sequenzy.orders.push(order)))).not.toContain(
      'seq_live_secret',
    );
    expect(inspect(error)).not.toContain('seq_live_secret');
    expect(inspect(sequenzy, { depth: 9, showHidden: true })).not.toContain('seq_live_secret');
  });

  it('follows a redirect to its own origin, with the body, and refuses any other', async () => {
    const own = setUp([answer(308, '', { location: '/api/v2/orders' })]);
    await own.clock.run(own.sequenzy.orders.push(order));
    expect(
      own.server.requests.map(({ request, body }) => [
        new URL(request.url).pathname,
        body.length > 0,
      ]),
    ).toEqual([
      ['/api/v1/orders', true],
      ['/api/v2/orders', true],
    ]);
    const foreign = setUp([answer(308, '', { location: 'https://evil.example/api' })]);
    const error = await foreign.failure(foreign.sequenzy.orders.push(order));
    expect(error).toMatchObject({ code: 'connection', retryable: false, attempts: 1 });
    expect(error.message).toContain('https://evil.example');
    expect(foreign.server.requests).toHaveLength(1);
  });

  it('gives up on an answer that does not come in time, and on one whose end does not come', async () => {
    const silent = (request: Request) =>
      new Promise<Response>((_, reject) => {
        request.signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    const { sequenzy, failure, clock } = setUp([silent], { maxRetries: 0, timeout: 30_000 });
    expect(await failure(sequenzy.orders.push(order))).toMatchObject({
      code: 'timeout',
      ambiguous: true,
    });
    expect(clock.monotonic()).toBe(30_000);

    const endless = () =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const half = setUp([endless], { maxRetries: 0, timeout: 30_000 });
    expect(await half.failure(half.sequenzy.orders.push(order))).toMatchObject({ code: 'timeout' });
  });

  it('ends at the signal, waiting or under way', async () => {
    const stop = new AbortController();
    const { sequenzy, failure } = setUp([
      () => {
        stop.abort();
        return answer(503, {});
      },
    ]);
    const error = await failure(sequenzy.orders.push(order, { signal: stop.signal }));
    expect(error).toMatchObject({ code: 'abort', ambiguous: true, attempts: 1 });
  });

  it('tells its hooks and its logger what happens, without key or body', async () => {
    const events: unknown[] = [];
    const lines: string[] = [];
    const { sequenzy, clock } = setUp([answer(503, { error: 'busy' })], {
      hooks: {
        onRequest: ({ attempt }) => events.push(['request', attempt]),
        onResponse: ({ status }) => events.push(['response', status]),
        onRetry: ({ wait }) => events.push(['retry', wait]),
      },
      logger: { debug: (line) => lines.push(line), warn: (line) => lines.push(line) },
    });
    await clock.run(sequenzy.orders.push(order));
    expect(events).toEqual([
      ['request', 1],
      ['response', 503],
      ['retry', 250],
      ['request', 2],
      ['response', 200],
    ]);
    expect(lines).toEqual([
      'POST /api/v1/orders 503 in 0 ms (attempt 1 of zik0zk-1)',
      'POST /api/v1/orders: 503; again in 250 ms',
      'POST /api/v1/orders 200 in 0 ms (attempt 2 of zik0zk-1)',
    ]);
  });

  it('stops repeating when the whole client keeps failing', async () => {
    const { server, sequenzy, failure } = setUp(
      Array<Step>(500).fill(() => answer(503, {})),
      { maxRetries: 30 },
    );
    for (let push = 0; push < 4; push++) await failure(sequenzy.orders.push(order));
    expect(server.requests.length).toBeLessThan(60);
  });

  it('pages through the list as far as it is asked to', async () => {
    const page = (request: Request) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      const products = Array.from({ length: offset === 200 ? 5 : 100 }, (_, at) => ({
        productId: String(offset + at),
      }));
      return answer(200, { products, pagination: { hasMore: offset < 200 } });
    };
    const { server, sequenzy, clock } = setUp([page, page, page]);
    const seen: (string | undefined)[] = [];
    await clock.run(
      (async () => {
        for await (const { productId } of sequenzy.products.list({ provider: 'api' }))
          seen.push(productId);
      })(),
    );
    expect(seen).toHaveLength(205);
    expect(new Set(seen).size).toBe(205);
    expect(server.requests[2]?.request.url).toContain('limit=100&offset=200&provider=api');
  });

  it('ends a list that a server would give again and again', async () => {
    const page = () =>
      answer(200, { products: [{ productId: 'a' }], pagination: { hasMore: true } });
    const { server, sequenzy, clock } = setUp(Array<Step>(50).fill(page));
    const seen: unknown[] = [];
    await clock.run(
      (async () => {
        for await (const product of sequenzy.products.list()) seen.push(product);
      })(),
    );
    expect(seen).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it('takes "not found" for deleted when the answer to the first try was lost', async () => {
    const { sequenzy, clock, failure } = setUp([
      networkError('ECONNRESET'),
      answer(404, { success: false, error: 'Product not found' }),
      answer(404, { success: false, error: 'Product not found' }),
    ]);
    expect(await clock.run(sequenzy.products.delete('a'))).toEqual({ deleted: true });
    expect(await failure(sequenzy.products.delete('a'))).toMatchObject({ code: 'not-found' });
  });

  it.each(['99999999999999999999', '9'.repeat(400), '1000000000'])(
    'can tell any Retry-After, even %s seconds',
    async (seconds) => {
      const { sequenzy, failure } = setUp([answer(429, {}, { 'retry-after': seconds })]);
      expect(await failure(sequenzy.orders.push(order))).toMatchObject({ code: 'rate-limit' });
    },
  );

  it.each([304, 302])('does not repeat a %i that leads nowhere', async (status) => {
    const { sequenzy, failure } = setUp([() => new Response(null, { status })]);
    expect(await failure(sequenzy.orders.push(order))).toMatchObject({
      attempts: 1,
      retryable: false,
    });
  });

  it('accounts for records that cannot be read', async () => {
    const cyclic: Record<string, unknown> = { productId: 'b', title: 'B' };
    cyclic['variants'] = [cyclic];
    const broken = {
      productId: 'c',
      get title(): string {
        throw new Error('lazy field');
      },
    };
    class Entity {
      productId = 'd';
      title = 'D';
      description = undefined;
    }
    const { sequenzy, clock } = setUp([]);
    const records = [{ productId: 'a', title: 'A' }, cyclic, broken, new Entity()] as Product[]; // as untyped callers do
    const { outcomes } = await clock.run(sequenzy.products.upsert(records));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'accepted',
    ]);
  });

  it('refuses options of a run that make no sense, and inputs that are none', async () => {
    const { sequenzy } = setUp([]);
    await expect(sequenzy.products.sync([], { concurrency: 0 })).rejects.toMatchObject({
      code: 'validation',
      faults: [{ path: 'concurrency' }],
    });
    const nothing = null as unknown as Product[]; // as untyped callers do
    await expect(sequenzy.products.sync(nothing)).rejects.toMatchObject({
      code: 'validation',
      faults: [{ path: 'source' }],
    });
  });

  it('encodes ids into paths, and refuses those that would climb out of them', async () => {
    const { server, sequenzy, clock, failure } = setUp([]);
    await clock.run(sequenzy.products.get('a/b ä?#'));
    expect(server.requests[0]?.request.url).toBe(
      'https://api.example.com/api/v1/products/a%2Fb%20%C3%A4%3F%23',
    );
    for (const id of ['..', ' ', undefined as unknown as string, '\ud800']) {
      expect(await failure(sequenzy.products.delete(id))).toMatchObject({ code: 'validation' });
    }
    expect(server.requests).toHaveLength(1);
  });
});
