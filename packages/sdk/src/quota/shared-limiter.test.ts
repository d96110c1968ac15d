import fc from 'fast-check';
import { ManualClock } from 'sequenzy-testkit';
import type { Priority } from 'sequenzy-transport';
import { describe, expect, it } from 'vitest';
import type { QuotaBook } from './quota-book.ts';
import { QuotaState, type Verdict } from './quota-state.ts';
import { recordFrom, written, type Ask, type QuotaRecord } from './record.ts';
import { SharedLimiter } from './shared-limiter.ts';

const allowed = { perMinute: 100, perSecond: 20 };

/** A log in memory, and clients of it that share one clock. */
function quota() {
  const clock = new ManualClock();
  const log: { readonly at: number; readonly text: string }[] = [];
  let isReachable = true;
  let clients = 0;
  const left: { readonly client: string; readonly at: number; readonly asked: number }[] = [];
  const arrived: number[] = [];

  const bookOf = (): QuotaBook => {
    const state = new QuotaState();
    let read = 0;
    const write = (record: QuotaRecord): void => {
      if (!isReachable) throw new Error('out of reach');
      log.push({ at: clock.monotonic(), text: JSON.stringify(written(record)) });
    };
    return {
      state,
      now: () => clock.monotonic(),
      tell: (record) => {
        if (isReachable) write(record);
      },
      ask: (ask) => {
        write(ask);
        let verdict;
        for (; read < log.length; read += 1) {
          const { at, text } = log[read] ?? { at: 0, text: '[]' };
          const record = recordFrom(JSON.parse(text) as unknown[]); // written above
          if (record !== undefined) verdict = state.apply(record, at);
        }
        if (verdict === undefined) throw new Error('no verdict');
        return verdict;
      },
    };
  };

  /** @param away Told of each ask: its answer is here when that is done. */
  const client = (share = {}, troubles: unknown[] = [], away?: () => Promise<number>) => {
    const name = `client ${String((clients += 1))}`;
    const onTrouble = (error: unknown): number => troubles.push(error);
    const own = bookOf();
    let asleep = 0;
    const ownClock = {
      now: () => clock.now(),
      monotonic: () => clock.monotonic() - asleep,
      sleep: (milliseconds: number, signal?: AbortSignal) => clock.sleep(milliseconds, signal),
    };
    const askFromAway = async (ask: Ask): Promise<Verdict> => {
      const verdict = await own.ask(ask);
      asleep += (await away?.()) ?? 0;
      return verdict;
    };
    const book = away === undefined ? own : { ...own, ask: askFromAway };
    const options = { book, client: name, clock: ownClock, allowed, share, onTrouble };
    const limiter = new SharedLimiter(options);
    const send = async (priority?: Priority, transit = 10, signal?: AbortSignal): Promise<void> => {
      const asked = clock.monotonic();
      const release = await limiter.acquire(signal, priority);
      left.push({ client: name, at: clock.monotonic(), asked });
      await clock.sleep(transit / 2);
      arrived.push(clock.monotonic());
      await clock.sleep(transit / 2);
      release();
    };
    /** Asks, and is never heard of again. */
    const ask = () => {
      const turn = { client: name, number: 1, priority: 'order', backlog: 50 } as const;
      return book.ask({ kind: 'ask', ...turn, ...allowed });
    };
    return { name, limiter, send, ask };
  };
  const reach = (now: boolean): void => {
    isReachable = now;
  };
  return { clock, client, left, arrived, reach };
}

function fullest(times: readonly number[], milliseconds: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.max(
    0,
    ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + milliseconds).length),
  );
}

function repeat<T>(times: number, make: (index: number) => T): T[] {
  return Array.from({ length: times }, (_, index) => make(index));
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

describe('clients that share a quota', () => {
  it('send no more together than one may, and one after the other', async () => {
    const { clock, client, left, arrived } = quota();
    const clients = repeat(4, () => client());
    await clock.run(Promise.all(clients.flatMap(({ send }) => repeat(75, () => send()))));
    expect(fullest(arrived, 1000)).toBeLessThanOrEqual(20);
    expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
    const ends = clients.map(({ name }) =>
      Math.max(...left.filter((one) => one.client === name).map(({ at }) => at)),
    );
    expect(Math.max(...ends)).toBeLessThan(126_000);
    expect(Math.min(...ends)).toBeGreaterThan(Math.max(...ends) * 0.9);
  });

  it('never let the server count too many, however long each request is on its way', async () => {
    const requests = fc.array(
      fc.record({
        client: fc.nat(3),
        transit: fc.integer({ min: 0, max: 3000 }),
        after: fc.nat(3000),
        priority: fc.constantFrom<Priority>('checkout', 'order', 'catalog', 'backfill'),
      }),
      { minLength: 30, maxLength: 150 },
    );
    await fc.assert(
      fc.asyncProperty(requests, async (some) => {
        const { clock, client, arrived } = quota();
        const clients = repeat(4, () => client());
        const send = async ({ client: at, transit, after, priority }: (typeof some)[number]) => {
          await clock.sleep(after);
          await clients[at]?.send(priority, transit);
        };
        await clock.run(Promise.all(some.map(send)));
        expect(arrived).toHaveLength(some.length);
        expect(fullest(arrived, 1000)).toBeLessThanOrEqual(20);
        expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 15 },
    );
  });

  it('let what is urgent go first, also before their own', async () => {
    const { clock, client, left } = quota();
    const [one, other] = [client(), client()];
    const order: string[] = [];
    const send = (from: typeof one, priority: Priority) =>
      from.send(priority).then(() => order.push(priority));
    const early = async (): Promise<void> => {
      for (let sent = 0; sent < 100; sent += 1) {
        await one.send('catalog');
        await clock.sleep(500);
      }
    };
    await clock.run(early());
    await clock.run(
      Promise.all([
        send(one, 'catalog'),
        send(other, 'backfill'),
        send(one, 'order'),
        clock.sleep(1000).then(() => send(other, 'checkout')),
      ]),
    );
    expect(order).toEqual(['checkout', 'order', 'catalog', 'backfill']);
    expect(left.at(-1)?.at).toBeGreaterThan(60_000);
  });

  it('keep a live request waiting less than a second while a backfill runs', async () => {
    const { clock, client, left } = quota();
    const [shop, history] = [client(), client()];
    await clock.run(shop.send('checkout'));
    const checkouts = async (): Promise<void> => {
      for (let sent = 0; sent < 60; sent += 1) {
        await clock.sleep(5000);
        await shop.send('checkout');
      }
    };
    await clock.run(Promise.all([checkouts(), ...repeat(400, () => history.send('backfill'))]));
    const waits = left.filter((one) => one.client === shop.name).map(({ at, asked }) => at - asked);
    expect(median(waits)).toBeLessThan(1000);
    expect(Math.max(...waits)).toBeLessThan(1500);
    const backfilled = left.filter((one) => one.client === history.name).map(({ at }) => at);
    expect(fullest(backfilled, 590)).toBe(1);
    // It takes what is left: 460 requests at 100 a minute.
    expect(Math.max(...backfilled)).toBeLessThan((460 / 100) * 60_000 * 1.05);
  });

  it('let a backfill that is alone burst', async () => {
    const { clock, client, left } = quota();
    const history = client();
    await clock.run(Promise.all(repeat(100, () => history.send('backfill'))));
    expect(left.at(-1)?.at).toBeLessThan(5000);
  });

  it('do not wait for one that was killed', async () => {
    const { clock, client, left } = quota();
    const [dead, alive] = [client(), client()];
    await clock.run(Promise.all(repeat(100, () => alive.send())));
    await dead.ask();
    await clock.run(Promise.all(repeat(20, () => alive.send())));
    expect(Math.max(...left.map(({ at }) => at))).toBeLessThan(62_000);
  });

  it('lose no place where answers are late', async () => {
    const { clock, client, left, arrived } = quota();
    const late = client({}, [], () => clock.sleep(1500).then(() => 0));
    const prompt = client();
    await clock.run(Promise.all([late, prompt].flatMap(({ send }) => repeat(50, () => send()))));
    expect(left).toHaveLength(100);
    expect(Math.max(...left.map(({ at }) => at))).toBeLessThan(50 * 1500 + 5000);
    expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
  });

  it('are not held up by a machine that sleeps for two minutes, nor surprised when it wakes', async () => {
    const { clock, client, left, arrived } = quota();
    let asks = 0;
    const sleepy = client({}, [], async () => {
      asks += 1;
      if (asks !== 3) return 0;
      await clock.sleep(120_000);
      return 120_000;
    });
    const awake = repeat(2, () => client());
    await clock.run(
      Promise.all([
        ...repeat(30, () => sleepy.send()),
        ...awake.flatMap(({ send }) => repeat(150, () => send())),
      ]),
    );
    expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
    expect(fullest(arrived, 1000)).toBeLessThanOrEqual(20);
    const ends = (names: readonly string[]): number =>
      Math.max(...left.filter((one) => names.includes(one.client)).map(({ at }) => at));
    // 302 requests by then; no place was kept for it.
    expect(ends(awake.map(({ name }) => name))).toBeLessThan(182_000);
    expect(ends([sleepy.name])).toBeLessThan(184_000);
  });

  it('are all closed by a pause, and one that gives up holds up nobody', async () => {
    const { clock, client, left } = quota();
    const [one, other] = [client(), client()];
    await clock.run(other.send());
    one.limiter.pause(5000);
    const impatient = new AbortController();
    const first = one.send('checkout', 10, impatient.signal).catch(() => undefined);
    const second = other.send();
    await clock.advance(1000);
    impatient.abort(new Error('enough'));
    await clock.run(Promise.all([first, second]));
    expect(left.map(({ client: name }) => name)).toEqual([other.name, other.name]);
    expect(left.at(-1)?.at).toBeGreaterThanOrEqual(5000);
    expect(left.at(-1)?.at).toBeLessThan(5100);
  });

  it('hold each to its share', async () => {
    const { clock, client, left } = quota();
    const [small, large] = [client({ perMinute: 30 }), client()];
    await clock.run(
      Promise.all([...repeat(90, () => small.send()), ...repeat(100, () => large.send())]),
    );
    const own = left.filter((one) => one.client === small.name).map(({ at }) => at);
    expect(fullest(own, 60_000)).toBe(30);
  });

  it('take an equal part each while the log is out of reach, and tell of it afterwards', async () => {
    const { clock, client, arrived, reach } = quota();
    const troubles: unknown[] = [];
    const clients = [client({}, troubles), client({}, troubles)];
    await clock.run(Promise.all(clients.flatMap(({ send }) => repeat(3, () => send()))));
    reach(false);
    await clock.run(Promise.all(clients.flatMap(({ send }) => repeat(60, () => send()))));
    reach(true);
    await clock.run(Promise.all(clients.flatMap(({ send }) => repeat(60, () => send()))));
    expect(troubles).toHaveLength(2);
    expect(fullest(arrived, 1000)).toBeLessThanOrEqual(20);
    expect(fullest(arrived, 60_000)).toBeLessThanOrEqual(100);
  });

  it('say what they wait for and how long many requests take', async () => {
    const { clock, client } = quota();
    const { limiter, send } = client();
    expect(limiter.explain()).toEqual({ reason: 'open', milliseconds: 0, waiting: 0 });
    await clock.run(Promise.all(repeat(100, () => send())));
    const { reason, milliseconds } = limiter.explain();
    expect(reason).toBe('minute');
    expect(milliseconds).toBeGreaterThan(54_000);
    expect(limiter.estimate(0)).toBe(0);
    expect(limiter.estimate(150)).toBeGreaterThan(110_000);
  });
});
