import fc from 'fast-check';
import { ManualClock } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { SlidingWindowLimiter, type Window } from './sliding-window.ts';

const second: Window = { name: 'second', milliseconds: 1000, requests: 20 };
const minute: Window = { name: 'minute', milliseconds: 60_000, requests: 100 };

/** The most that any window of this length holds. */
function fullest(times: readonly number[], milliseconds: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.max(
    ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + milliseconds).length),
  );
}

async function depart(limiter: SlidingWindowLimiter, clock: ManualClock, transit: number[]) {
  const left: number[] = [];
  const arrived: number[] = [];
  await clock.run(
    Promise.all(
      transit.map(async (milliseconds) => {
        const release = await limiter.acquire();
        left.push(clock.monotonic());
        await clock.sleep(milliseconds / 2);
        arrived.push(clock.monotonic());
        await clock.sleep(milliseconds / 2);
        release();
      }),
    ),
  );
  return { left, arrived };
}

describe('the sliding window limiter', () => {
  it('lets the first 100 requests go in about five seconds, and the next 100 a minute later', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([second, minute], clock);
    const { left } = await depart(limiter, clock, Array<number>(200).fill(10));
    expect(left[99]).toBeGreaterThan(4000);
    expect(left[99]).toBeLessThan(5000);
    expect(left[100]).toBeGreaterThan(60_000);
    expect(left[100]).toBeLessThan(60_200);
    expect(fullest(left, 1000)).toBe(20);
    expect(fullest(left, 60_000)).toBe(100);
  });

  it('never lets the server count too many, however long each request is on its way', async () => {
    const transits = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 21, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(transits, async (transit) => {
        const clock = new ManualClock();
        const limiter = new SlidingWindowLimiter([second, minute], clock);
        const { arrived } = await depart(limiter, clock, transit);
        expect(fullest(arrived, 1000)).toBeLessThanOrEqual(20);
        expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps to its pace over a day', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([{ ...minute, requests: 2 }], clock);
    const { left } = await depart(limiter, clock, Array<number>(2 * 60 * 24).fill(1));
    const day = 24 * 60 * 60_000;
    expect(left.at(-1)).toBeGreaterThan(day * 0.99);
    expect(left.at(-1)).toBeLessThan(day * 1.01);
  });

  it('does not let one request without an answer block the others for good', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([{ ...second, requests: 1 }], clock);
    await limiter.acquire();
    const next = limiter.acquire();
    await clock.advance(12_000);
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('is closed for everybody by a pause, which a shorter one does not end', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([], clock);
    limiter.pause(5000);
    limiter.pause(100);
    expect(limiter.explain()).toEqual({ reason: 'paused', milliseconds: 5000, waiting: 0 });
    await clock.run(Promise.all([limiter.acquire(), limiter.acquire()]));
    expect(clock.monotonic()).toBe(5000);
  });

  it('serves first come first, and one who gives up does not hold up the next', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([], clock);
    limiter.pause(1000);
    const order: string[] = [];
    const impatient = new AbortController();
    const first = limiter.acquire(impatient.signal).catch(() => order.push('gave up'));
    const second = limiter.acquire().then(() => order.push('second'));
    const third = limiter.acquire().then(() => order.push('third'));
    impatient.abort(new Error('enough'));
    await clock.run(Promise.all([first, second, third]));
    expect(order).toEqual(['gave up', 'second', 'third']);
  });

  it('holds back all who come at once, however their turns are scheduled', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([{ ...second, requests: 3 }], clock);
    const left: number[] = [];
    const waiting = Array.from({ length: 9 }, () =>
      limiter.acquire(new AbortController().signal).then((release) => {
        left.push(clock.monotonic());
        release();
      }),
    );
    await clock.run(Promise.all(waiting));
    expect(fullest(left, 1000)).toBe(3);
  });

  it('lets go at once of whoever gives up in the queue', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([], clock);
    limiter.pause(60_000);
    const first = limiter.acquire();
    const impatient = new AbortController();
    const second = limiter.acquire(impatient.signal);
    impatient.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    expect(clock.monotonic()).toBe(0);
    await clock.run(first);
  });

  it('takes a share of a quota, which may be a fraction', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([{ ...second, requests: 6.7 }], clock);
    const { left } = await depart(limiter, clock, Array<number>(20).fill(1));
    expect(fullest(left, 1000)).toBe(6);
  });

  it('says what the next request would wait for', async () => {
    const clock = new ManualClock();
    const limiter = new SlidingWindowLimiter([second, minute], clock);
    expect(limiter.explain()).toEqual({ reason: 'open', milliseconds: 0, waiting: 0 });
    for (let request = 0; request < 20; request++) (await limiter.acquire())();
    expect(limiter.explain()).toEqual({ reason: 'second', milliseconds: 1010, waiting: 0 });
  });
});
