import fc from 'fast-check';
import { ManualClock, scriptedFetch } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../settings/settings.ts';
import { createTransport } from '../retry/transport.ts';
import { createLimiter } from './create-limiter.ts';
import { lastDeparture, type Allowance } from './departures.ts';

/** A client at a rate, and a clock that passes at once. */
function setUp(rate: { perMinute: number; perSecond: number }) {
  const clock = new ManualClock();
  const { fetch } = scriptedFetch();
  const settings = settingsFrom(
    { apiKey: 'seq_live_sandbox', fetch, clock },
    {
      userAgent: 'probe/1.0',
      environment: { apiKey: 'PROBE_API_KEY', baseUrl: (read) => ({ url: read('PROBE_API_URL') }) },
      defaultUrl: 'https://probe.example',
      locate: (baseUrl) => ({ baseUrl, apiPath: '' }),
      headers: () => ({}),
      rateLimit: rate,
      replies: { refuses: () => false, problemIn: () => ({}), conflictPasses: false },
    },
  );
  const limiter = createLimiter(settings);
  const transport = createTransport(settings, limiter);
  /** Sends so many requests one after the other; gives back how long that took. */
  const send = async (requests: number): Promise<number> => {
    const startedAt = clock.monotonic();
    for (let request = 0; request < requests; request += 1) {
      await clock.run(transport({ method: 'GET', path: '/account', replayable: true }));
    }
    return clock.monotonic() - startedAt;
  };
  return { clock, limiter, send, estimate: (requests: number) => limiter.estimate?.(requests) };
}

const documented = { perMinute: 100, perSecond: 20 };

describe('an estimate', () => {
  it.each([0, 1, 99, 100, 101, 250])('of %i requests is the time they take', async (requests) => {
    const { send, estimate } = setUp(documented);
    const estimated = estimate(requests);
    expect(await send(requests)).toBe(estimated);
  });

  it.each([
    [1, 99],
    [1, 100],
    [1, 249],
    [37, 100],
    [100, 1],
    [120, 250],
  ])('after %i others counts them', async (before, requests) => {
    const { send, estimate } = setUp(documented);
    await send(before);
    const estimated = estimate(requests);
    expect(await send(requests)).toBe(estimated);
  });

  it('in the middle of a run is what is left of it', async () => {
    const { clock, send, estimate } = setUp(documented);
    const whole = estimate(250) ?? 0;
    for (let sent = 0; sent < 250; sent += 50) {
      expect(clock.monotonic() + (estimate(250 - sent) ?? NaN)).toBe(whole);
      await send(50);
    }
  });

  it('counts what the server asks to wait', async () => {
    const { clock, limiter, send, estimate } = setUp(documented);
    limiter.pause(90_000);
    expect(estimate(1)).toBe(90_000);
    await clock.advance(30_000);
    const estimated = estimate(150);
    expect(await send(150)).toBe(estimated);
  });

  it('knows what is under way', async () => {
    const { limiter } = setUp(documented);
    const release = await limiter.acquire();
    expect(limiter.underWay).toBe(1);
    release();
    release();
    expect(limiter.underWay).toBe(0);
  });

  it('of many is what counting them one by one gives', () => {
    const windows = fc.array(
      fc.record({
        milliseconds: fc.integer({ min: 1, max: 50 }),
        requests: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const counted = fc.array(fc.integer({ min: -60, max: 0 }), { maxLength: 12 });
    fc.assert(
      fc.property(windows, counted, fc.nat(300), (limits, before, requests) => {
        const sorted = before.sort((one, other) => one - other);
        expect(lastDeparture(requests, limits, sorted, 0)).toBe(oneByOne(requests, limits, sorted));
      }),
    );
  });

  it('of a year takes no time', () => {
    const { estimate } = setUp(documented);
    expect(estimate(52_560_000)).toBeGreaterThan(364 * 24 * 3_600_000);
  });
});

function oneByOne(requests: number, limits: readonly Allowance[], before: readonly number[]) {
  const times = [...before];
  let last = 0;
  for (let request = 0; request < requests; request += 1) {
    for (const { milliseconds, requests: most } of limits) {
      last = Math.max(last, (times[times.length - most] ?? -Infinity) + milliseconds);
    }
    times.push(last);
  }
  return last;
}
