import { setTimeout as sleep } from 'node:timers/promises';
import { longForm } from 'sequenzy-testkit';
import { describe, expect, test } from 'vitest';
import { shopOf } from './pushers.ts';
import { redisUrl } from './redis.ts';

describe.each([
  { name: 'one machine', redis: undefined },
  { name: 'Redis', redis: redisUrl },
])('processes that share a quota over $name', ({ name, redis }) => {
  const skip = name === 'Redis' && redis === undefined;
  const long = skip || !longForm;

  test.skipIf(skip)('earn no 429, and lose no place', { timeout: 60_000 }, async () => {
    const { push, refused } = await shopOf(redis);
    const pushers = [push(23), push(23), push(23), push(23)];
    const ends = await Promise.all(pushers.map(({ ended }) => ended));
    expect(pushers.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(pushers.map(({ waits }) => waits.length)).toEqual([23, 23, 23, 23]);
    expect(refused()).toBe(0);
    // 92 requests at 20 a second leave within 4 s.
    expect(Math.max(...ends)).toBeLessThan(30_000);
  });

  test.skipIf(skip)('go on when one is killed or stands still', { timeout: 90_000 }, async () => {
    const { push, refused } = await shopOf(redis);
    const [killed, still, alive] = [push(1000), push(1000), push(40)];
    await sleep(700 + Math.random() * 800);
    still.child.kill('SIGSTOP');
    await sleep(Math.random() * 500);
    killed.child.kill('SIGKILL');
    await alive.ended;
    still.child.kill('SIGCONT');
    await sleep(2000);
    still.child.kill('SIGKILL');
    expect(alive.waits).toHaveLength(40);
    expect(Math.max(...alive.waits)).toBeLessThan(61_500);
    expect(refused()).toBe(0);
  });

  test.skipIf(long)('lose nothing to ten that are killed', { timeout: 400_000 }, async () => {
    const { push, refused } = await shopOf(redis);
    const [one, other] = [push(125), push(125)];
    for (let killed = 0; killed < 10; killed += 1) {
      const holder = push(1000);
      await sleep(200 + Math.random() * 9000);
      holder.child.kill('SIGKILL');
    }
    await Promise.all([one.ended, other.ended]);
    expect([...one.waits, ...other.waits]).toHaveLength(250);
    // Four at a time in each of three: in a full minute the last of twelve waits for the first.
    expect(Math.max(...one.waits, ...other.waits)).toBeLessThan(61_500);
    expect(refused()).toBe(0);
  });

  test.skipIf(long)(
    'go on beside two that sleep for two minutes',
    { timeout: 400_000 },
    async () => {
      const { push, refused } = await shopOf(redis);
      const [first, second, awake] = [push(60), push(60), push(150)];
      await sleep(1000 + Math.random() * 2000);
      for (const { child } of [first, second]) child.kill('SIGSTOP');
      await sleep(120_000);
      const before = Math.max(...awake.waits);
      for (const { child } of [first, second]) child.kill('SIGCONT');
      await Promise.all([first, second, awake].map(({ ended }) => ended));
      expect([first, second, awake].map(({ waits }) => waits.length)).toEqual([60, 60, 150]);
      expect(Math.max(before, ...awake.waits)).toBeLessThan(61_500);
      // They slept for two minutes, and waited for one after it at the most.
      expect(Math.max(...first.waits, ...second.waits)).toBeLessThan(181_500);
      expect(refused()).toBe(0);
    },
  );

  test.skipIf(long)('use the ceiling, whatever there are', { timeout: 400_000 }, async () => {
    const { push, refused } = await shopOf(redis);
    const pushers = [push(75), push(75), push(75), push(75)];
    const ends = await Promise.all(pushers.map(({ ended }) => ended));
    expect(refused()).toBe(0);
    // The last of 300 leaves 124 s after the first, if nothing is lost.
    expect(Math.max(...ends)).toBeLessThan(125_000 / 0.95);
    expect(Math.min(...ends)).toBeGreaterThan(Math.max(...ends) * 0.9);
  });

  test.skipIf(long)('keep live requests from waiting', { timeout: 400_000 }, async () => {
    const { push, refused } = await shopOf(redis);
    const first = push(1, 'checkout');
    await first.ended;
    const history = push(300, 'backfill');
    const waits: number[] = [];
    while (history.child.exitCode === null && waits.length < 40) {
      await sleep(4000);
      const live = push(1, 'checkout');
      await live.ended;
      waits.push(...live.waits);
    }
    history.child.kill('SIGKILL');
    const sorted = waits.sort((one, other) => one - other);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(1000);
    expect(refused()).toBe(0);
  });
});
