import { answer, ManualClock, scriptedFetch, type Step } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '../errors/api-error.ts';
import { createLimiter } from '../pacing/create-limiter.ts';
import type { TransportCall } from './exchange.ts';
import type { Service } from '../settings/service.ts';
import { settingsFrom, type ServiceOptions } from '../settings/settings.ts';
import { createTransport } from './transport.ts';

const service: Service = {
  userAgent: 'probe/1.0',
  environment: { apiKey: 'PROBE_API_KEY', baseUrl: (read) => ({ url: read('PROBE_API_URL') }) },
  defaultUrl: 'https://probe.example',
  locate: (baseUrl) => ({ baseUrl, apiPath: '/v2' }),
  headers: (apiKey) => ({ 'x-key': apiKey }),
  rateLimit: { perMinute: 60, perSecond: 1 },
  replies: {
    refuses: () => false,
    problemIn: (json) => ({ message: Reflect.get(Object(json), 'said') as string | undefined }), // written by the tests
    conflictPasses: false,
  },
};
const get: TransportCall = { method: 'GET', path: '/things', replayable: true };

function setUp(script: Step[], options: ServiceOptions = {}, changes: Partial<Service> = {}) {
  const clock = new ManualClock();
  const server = scriptedFetch(...script);
  const settings = settingsFrom(
    { apiKey: 'secret', fetch: server.fetch, clock, random: () => 0.5, ...options },
    { ...service, ...changes },
  );
  const send = createTransport(settings, createLimiter(settings));
  const failure = (): Promise<ApiError> =>
    clock.run(
      send(get).then(
        () => Promise.reject(new Error('it should have failed')),
        (error: unknown) => error as ApiError, // what every call throws
      ),
    );
  return { clock, server, send, failure };
}

describe('a transport', () => {
  it('sends to the place and with the headers its service tells', async () => {
    const { server, send, clock } = setUp([]);
    await clock.run(send(get));
    const [{ request } = { request: undefined }] = server.requests;
    expect(request?.url).toBe('https://probe.example/v2/things');
    expect(request?.headers.get('x-key')).toBe('secret');
    expect(request?.headers.get('user-agent')).toBe('probe/1.0');
  });

  it('says where it has knocked when nobody answers', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const { failure } = setUp([() => Promise.reject(refused)], { maxRetries: 0 });
    const { message } = await failure();
    expect(message).toBe(
      'GET /v2/things: the connection to https://probe.example failed (ECONNREFUSED)',
    );
  });

  it('counts a request that was answered with a redirect elsewhere', async () => {
    const meter = { sent: 0, retried: 0, rateLimited: 0 };
    const elsewhere = answer(302, '', { location: 'https://other.example/login?key=secret' });
    const { send, clock } = setUp([elsewhere]);
    const failed = send({ ...get, meter }).catch((error: unknown) => error);
    expect(await clock.run(failed)).toMatchObject({
      code: 'connection',
      status: 302,
      retryable: false,
      message: expect.stringContaining('302 a redirect to https://other.example was') as string,
    });
    expect(meter).toEqual({ sent: 1, retried: 0, rateLimited: 0 });
  });

  it('paces by what its service allows', async () => {
    const { send, clock } = setUp([]);
    await clock.run(Promise.all([send(get), send(get), send(get)]));
    expect(clock.monotonic()).toBeGreaterThanOrEqual(2000);
  });

  it('names the variable the key may stand in', () => {
    expect(() => settingsFrom({}, service)).toThrow('pass it, or set PROBE_API_KEY');
  });

  it.each([
    ['at once, where a conflict stays one', false, 1],
    ['after repeats, where it may pass', true, 6],
  ])('gives up on a 409 %s', async (_, conflictPasses, attempts) => {
    const replies = { ...service.replies, conflictPasses };
    const conflict = () => answer(409, { said: 'Still in use' });
    const { failure } = setUp(Array<Step>(9).fill(conflict), {}, { replies });
    const error = await failure();
    expect(error).toMatchObject({ code: 'conflict', attempts, retryable: conflictPasses });
    expect(error.ambiguous).toBe(conflictPasses);
  });

  it('says so when the server gave no reason, and puts no words into its mouth', async () => {
    const { failure } = setUp([answer(413, '')]);
    const error = await failure();
    expect(error.message).toBe('GET /v2/things: 413 and gave no reason');
    expect(error.serverMessage).toBeUndefined();
  });

  it('repeats of a long answer only the beginning, in one line', async () => {
    const json = answer(400, { errors: Array<string>(50).fill('is wrong') });
    expect((await setUp([json]).failure()).message).toMatch(/^GET \/v2\/things: 400 \{"err.{95}…$/);
    const text = answer(400, `No.\n\n  ${'so '.repeat(200)}`);
    expect((await setUp([text]).failure()).message).toMatch(/: 400 No\. so so .{290}…$/);
    expect((await setUp([answer(400, 'Brief\nand good')]).failure()).message).toBe(
      'GET /v2/things: 400 Brief and good',
    );
  });

  it('says until when the server wants to be left alone, in words a user knows', async () => {
    const { failure } = setUp([answer(429, { said: 'Slow down' }, { 'retry-after': '3600' })]);
    expect((await failure()).message).toBe(
      'GET /v2/things: 429 Slow down; the server asks to come back at 2026-01-01T01:00:00.000Z, which is longer than this client waits',
    );
  });
});
