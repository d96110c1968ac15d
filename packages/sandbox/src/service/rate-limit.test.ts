import { expect, it } from 'vitest';
import { createSandbox } from '../commerce/sandbox.ts';
import { call } from '../testing/call.ts';
import { MovedClock } from '../testing/moved-clock.ts';

async function statuses(sandbox: ReturnType<typeof createSandbox>, count: number) {
  const replies = [];
  for (let sent = 0; sent < count; sent += 1) replies.push(await call(sandbox, 'GET', '/account'));
  return replies;
}

it('holds 20 requests in any second and says when to come back', async () => {
  const clock = new MovedClock();
  const sandbox = createSandbox({ rateLimit: true, clock });
  clock.elapsed = 900;
  await statuses(sandbox, 20);
  clock.elapsed = 1899;
  const [refused] = await statuses(sandbox, 1);
  expect(refused?.status).toBe(429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  clock.elapsed = 1900;
  expect((await statuses(sandbox, 20)).every((reply) => reply.status === 200)).toBe(true);
});

it('holds 100 requests in any minute, counts no refused ones, and counts each key by itself', async () => {
  const clock = new MovedClock();
  const sandbox = createSandbox({ rateLimit: true, clock, apiKey: ['seq_live_sandbox', 'other'] });
  for (let second = 0; second < 5; second += 1) {
    clock.elapsed = second * 1000;
    await statuses(sandbox, 20);
  }
  clock.elapsed = 30_000;
  const refused = await statuses(sandbox, 30);
  expect(refused.map((reply) => reply.status)).toEqual(Array(30).fill(429));
  expect(refused[0]?.headers.get('retry-after')).toBe('30');
  expect(
    (await call(sandbox, 'GET', '/account', undefined, { authorization: 'Bearer other' })).status,
  ).toBe(200);
  clock.elapsed = 60_000;
  const later = await statuses(sandbox, 21);
  expect(later.map((reply) => reply.status)).toEqual([...Array<number>(20).fill(200), 429]);
});

it('is off by default, can be set, and refuses limits below 1', async () => {
  expect((await statuses(createSandbox(), 150)).every((reply) => reply.status === 200)).toBe(true);
  const own = createSandbox({ rateLimit: { perMinute: 1, perSecond: 1 } });
  expect((await statuses(own, 2))[1]?.status).toBe(429);
  expect(() => createSandbox({ rateLimit: { perMinute: 0, perSecond: 1 } })).toThrow(RangeError);
});
