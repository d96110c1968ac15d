import { setTimeout as sleep } from 'node:timers/promises';
import { redisRateLimit } from 'sequenzy-commerce/redis';
import { longForm } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { shopOf } from './pushers.ts';
import { canStartRedis, privateRedis } from './redis.ts';

const clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds: number, signal?: AbortSignal) => sleep(milliseconds, undefined, { signal }),
};
const quota = {
  apiKey: 'seq_live_sandbox',
  origin: 'https://api.example.com',
  rateLimit: { perMinute: 100, perSecond: 20 },
  clock,
};

/** A limiter, and how long one that comes now is held back for a restart. */
function client(url: string) {
  const troubles: unknown[] = [];
  const limiter = redisRateLimit({ url, onTrouble: (error) => troubles.push(error) })(quota);
  const send = async (): Promise<number> => {
    const asked = Date.now();
    (await limiter.acquire())();
    return Date.now() - asked;
  };
  const pause = async (): Promise<number> => {
    const enough = new AbortController();
    // One that is not connected again yet goes on by itself.
    const turns = (async () => {
      for (;;) {
        (await limiter.acquire(enough.signal))();
        await sleep(100);
      }
    })().catch((error: unknown) => error);
    await expect.poll(() => limiter.explain().reason, { timeout: 10_000 }).toBe('paused');
    const { milliseconds } = limiter.explain();
    enough.abort('enough');
    expect(await turns).toBe('enough');
    return milliseconds;
  };
  return { troubles, send, pause };
}

test.skipIf(canStartRedis !== true)(
  'without Redis nobody waits; after its start all do, until nothing counts that it may have forgotten',
  { timeout: 60_000 },
  async () => {
    const { url, start, kill, forgetPause } = await privateRedis();
    expect(await client(url).pause()).toBeLessThanOrEqual(70_000);
    await forgetPause();
    const old = client(url);
    expect(await old.send()).toBeLessThan(5000);
    await kill();
    expect(await old.send()).toBeLessThan(5500);
    expect(old.troubles).toHaveLength(1);

    await start();
    for (const one of [old, client(url)]) {
      const pause = await one.pause();
      expect(pause).toBeGreaterThan(50_000);
      expect(pause).toBeLessThanOrEqual(70_000);
    }
  },
);

test.skipIf(canStartRedis !== true || !longForm)(
  'processes lose nothing and earn no 429 while Redis is killed and started again',
  { timeout: 900_000 },
  async () => {
    const redis = await privateRedis();
    const { push, refused } = await shopOf(redis.url);
    const pushers = [push(75), push(75), push(75), push(75)];
    const all = [...pushers];
    for (const down of [200, 3000]) {
      const started = Date.now();
      const sent = all.map(({ sentAt }) => sentAt.length);
      const goOn = (): boolean => all.every(({ sentAt }, at) => sentAt.length > (sent[at] ?? 0));
      await expect.poll(goOn, { timeout: 80_000, interval: 100 }).toBe(true);
      // A minute, and the ten seconds that a request may be under way.
      expect(Date.now() - started).toBeLessThan(72_500);
      await sleep(Math.random() * 5000);
      await redis.kill();
      await sleep(down);
      await redis.start();
      all.push(push(10));
    }
    await Promise.all(all.map(({ ended }) => ended));
    expect(all.map(({ sentAt }) => sentAt.length)).toEqual([75, 75, 75, 75, 10, 10]);
    expect(refused()).toBe(0);
  },
);
