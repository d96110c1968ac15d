import { answer, ManualClock, scriptedFetch, type Step } from 'sequenzy-testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FanfareClient } from './client.ts';
import type { FanfareClientOptions } from '../settings/options.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function setUp(script: Step[], options: FanfareClientOptions = {}) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const fanfare = new FanfareClient({ fetch: server.fetch, clock, random: () => 0.5, ...options });
  return { clock, fanfare, server };
}

describe('a client without options', () => {
  it('takes key and address from the variables that bear the name of Fanfare', async () => {
    vi.stubEnv('FANFARE_SECRET_KEY', 'sk_live_environment');
    vi.stubEnv('FANFARE_API_URL', 'https://fan.example/api/v1');
    const { clock, fanfare, server } = setUp([answer(200, { id: 'p' })]);
    await clock.run(fanfare.products.get('p'));
    const [{ request } = { request: undefined }] = server.requests;
    expect(request?.url).toBe('https://fan.example/api/v1/products/p');
    expect(request?.headers.get('authorization')).toBe('Bearer sk_live_environment');
    expect(request?.headers.get('user-agent')).toMatch(/^sequenzy-fanfare\/\d/);
  });

  it('holds the limits that are documented: 50 requests a second, 1,000 a minute', async () => {
    const { clock, fanfare } = setUp([], { apiKey: 'k' });
    const leave = async (): Promise<void> => {
      (await fanfare.rateLimiter.acquire())();
    };
    for (let second = 0; second < 20; second += 1) {
      for (let request = 0; request < 50; request += 1) {
        expect(fanfare.rateLimiter.explain().reason).toBe('open');
        await leave();
      }
      expect(fanfare.rateLimiter.explain().reason).toBe(second < 19 ? 'second' : 'minute');
      await clock.advance(1100);
    }
    expect(fanfare.rateLimiter.explain().reason).toBe('minute');
  });
});

describe('what the API says of a refusal', () => {
  it.each<[unknown, string, unknown]>([
    [{ error: 'Product not found' }, 'Product not found', undefined],
    [{ message: 'No such thing' }, 'No such thing', undefined],
    [
      { error: 'Bad Request', message: 'name is too long' },
      'Bad Request: name is too long',
      undefined,
    ],
    [{ error: 'Same', message: 'Same' }, 'Same', undefined],
    [
      {
        error: 'Validation failed',
        details: [{ field: 'url', message: 'is no URL' }, { message: 'x' }],
      },
      'Validation failed: url is no URL; x',
      [{ field: 'url', message: 'is no URL' }, { message: 'x' }],
    ],
    [{ error: 'Odd', details: [{ field: 'name' }] }, 'Odd', [{ field: 'name' }]],
    [{ error: 'Odd', details: 'no list' }, 'Odd', undefined],
  ])('%j is told as %j', async (body, serverMessage, details) => {
    const { clock, fanfare } = setUp([answer(400, body)], { apiKey: 'k' });
    const error: unknown = await clock.run(
      fanfare.products.get('p').catch((reason: unknown) => reason),
    );
    expect(error).toMatchObject({
      code: 'bad-request',
      message: `GET /api/products/p: 400 ${serverMessage}`,
      serverMessage,
    });
    expect(error).toHaveProperty('details', details);
  });

  it('a conflict is final: true the second time as well', async () => {
    const { clock, fanfare, server } = setUp([answer(409, { error: 'Taken' })], { apiKey: 'k' });
    const error: unknown = await clock.run(
      fanfare.products.update('p', {}).catch((reason: unknown) => reason),
    );
    expect(error).toMatchObject({ code: 'conflict', retryable: false, ambiguous: false });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a page', () => {
  it.each([0, 101, 1.5, Number.NaN, -1])('of %d products is not asked for', async (pageSize) => {
    const { fanfare, server } = setUp([], { apiKey: 'k' });
    await expect(fanfare.products.list({ pageSize }).next()).rejects.toThrow(
      `pageSize expected a whole number from 1 to 100, got ${String(pageSize)}`,
    );
    expect(server.requests).toEqual([]);
  });

  it.each([1, 100])('of %d products is asked for', async (pageSize) => {
    const { clock, fanfare, server } = setUp([answer(200, [])], { apiKey: 'k' });
    await clock.run(fanfare.products.list({ pageSize }).next());
    expect(server.requests[0]?.request.url).toContain(`?first=${String(pageSize)}`);
  });
});

describe('a list below a product may stand', () => {
  const lists = {
    assets: (fanfare: FanfareClient) => fanfare.mediaAssets.list('p'),
    reordered: (fanfare: FanfareClient) => fanfare.mediaAssets.reorder('p', ['x']),
    options: (fanfare: FanfareClient) => fanfare.variantOptions.list('p'),
    assigned: (fanfare: FanfareClient) => fanfare.variantOptions.assign('p', []),
    variants: (fanfare: FanfareClient) => fanfare.variants.list('p'),
    found: (fanfare: FanfareClient) => fanfare.products.search({ syncSource: 'x' }),
  };

  it.each<[keyof typeof lists, readonly string[]]>([
    ['assets', ['data', 'mediaAssets', 'productMediaAssets']],
    ['reordered', ['data', 'mediaAssets', 'productMediaAssets']],
    ['options', ['assignments', 'data']],
    ['assigned', ['assignments', 'data']],
    ['variants', ['items', 'variants']],
    ['found', ['items']],
  ])('for %s under %j', async (list, names) => {
    for (const name of names) {
      const script = [answer(200, { [name]: [{ id: 'one' }] })];
      const { clock, fanfare } = setUp(script, { apiKey: 'k', names: { data: 'items' } });
      expect(await clock.run(lists[list](fanfare))).toEqual([{ id: 'one' }]);
    }
  });
});
