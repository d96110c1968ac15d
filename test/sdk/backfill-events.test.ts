import { SequenzyBadRequestError, type Order, type Outcome } from 'sequenzy-commerce';
import { backfill, importEvents, type BackfillOptions } from 'sequenzy-commerce/backfill';
import fc from 'fast-check';
import type { FaultRule, Sandbox } from 'sequenzy-sandbox';
import { describe, expect, it } from 'vitest';
import { computed, order, pushed, setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';
import { wrongValues } from './wrong-values.ts';

const asEvents: BackfillOptions = { ...computed, asEvents: true };
const hour = 3_600_000;

/** On noon of 2026-01-01, where the clock of the tests stands. */
const before = (milliseconds: number): string =>
  new Date(Date.UTC(2026, 0, 1, 12) - milliseconds).toISOString();

const history = [
  order('a1', 'ada@example.com', 1, { orderNumber: '#1', items: [] }),
  order('a2', 'ada@example.com', 3, { status: 'refunded', refundAmountCents: 400 }),
  order('a3', 'Ada@example.com', 5),
  order('b1', 'bob@example.com', 2),
];

/** What was stored, in the order of arrival. */
function stored({ history }: Sandbox): string[] {
  return history.map(
    ({ name, properties }) => `${String(properties['orderId'])} ${name.slice(16)}`,
  );
}

/** The answers to imports, changed on the way. */
function answering(change: (reply: Record<string, unknown>) => unknown, status = 200) {
  return (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
    async (input, init) => {
      const response = await fetch(input, init);
      if (!new Request(input).url.endsWith('/imports')) return response;
      const reply = (await response.json()) as Record<string, unknown>; // of the sandbox
      return Response.json(change(reply), { status });
    };
}

describe('a history that is stored as events', () => {
  it('fires one order a customer, the newest with the final totals, after the events of all others', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    sandbox.seedSequences([
      { name: 'Thanks', trigger: { type: 'event_received', eventName: 'ecommerce.order_placed' } },
    ]);
    const result = await clock.run(backfill(sequenzy, history, asEvents));
    expect(stored(sandbox)).toEqual(['a1 placed', 'a2 refunded']);
    expect(pushed(sandbox).sort()).toEqual(['a3 placed', 'b1 placed']);
    expect(sandbox.enrollments.map(({ email }) => email).sort()).toEqual([
      ...['ada@example.com', 'bob@example.com'],
    ]);
    expect(sandbox.history[1]).toMatchObject({
      ...{ name: 'ecommerce.order_refunded', email: 'ada@example.com', at: history[1]?.orderedAt },
      properties: { provider: 'api', totalCents: 1000, refundAmountCents: 400, backfill: true },
    });
    expect(wrongValues(sandbox, history)).toEqual([]);
    expect(result).toMatchObject({
      status: 'completed',
      records: { read: 4, accepted: 4 },
      requests: { sent: 3 },
      events: { placed: 2, refunded: 0 },
      stored: {
        ...{ orders: 2, events: { placed: 1, refunded: 1 }, recent: 0, changed: 0, tooOld: 0 },
      },
    });
  });

  it('is not sent again by a later backfill, of either way', async () => {
    const { clock, sandbox, sequenzy, ledger } = setUp();
    await clock.run(backfill(sequenzy, history, { ...asEvents, ledger }));
    const requests = sandbox.requests.length;
    for (const options of [asEvents, computed]) {
      const run = { ...options, ledger, partialHistory: true };
      const again = await clock.run(backfill(sequenzy, history, run));
      expect(again.records).toMatchObject({ accepted: 0, unchanged: 4 });
    }
    expect(sandbox.requests.length).toBe(requests);
  });

  it('sends as orders what is younger than an hour, and leaves out what is older than five years', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const of = (orderId: string, email: string, age: number) => ({
      ...order(orderId, email, 1),
      orderedAt: before(age),
    });
    const orders = [
      of('old', 'ada@example.com', 6 * 365 * 24 * hour),
      of('past', 'ada@example.com', 2 * hour),
      of('recent', 'ada@example.com', 0.9 * hour),
      of('now', 'ada@example.com', 0.1 * hour),
      // It is the one that brings the totals.
      of('lone', 'bob@example.com', 6 * 365 * 24 * hour),
    ];
    const result = await clock.run(backfill(sequenzy, orders, asEvents));
    expect(stored(sandbox)).toEqual(['past placed']);
    expect(pushed(sandbox).sort()).toEqual(['lone placed', 'now placed', 'recent placed']);
    expect(result).toMatchObject({
      ...{ status: 'completed', leftOut: 1, tooOld: 1, records: { read: 4, accepted: 4 } },
      stored: { orders: 1, recent: 1, tooOld: 1 },
    });
    expect(sandbox.subscribers.get('ada@example.com')?.attributes.ordersCount).toBe(4);
  });

  it('tells a later status by an event, and other changes by an order', async () => {
    const { clock, sandbox, sequenzy, ledger } = setUp();
    await clock.run(backfill(sequenzy, history, { ...asEvents, ledger }));
    const [a1, a2, a3, b1] = history as [Order, Order, Order, Order]; // four, as above
    const changed: Order[] = [
      { ...a1, status: 'fulfilled' },
      { ...a2, refundAmountCents: 500 },
      { ...a3, totalCents: 900 },
      b1,
    ];
    const options = { ...asEvents, ledger, partialHistory: true };
    const result = await clock.run(backfill(sequenzy, changed, options));
    expect(stored(sandbox).slice(2)).toEqual(['a1 fulfilled']);
    expect(result.stored).toMatchObject({ orders: 1, changed: 1 });
    expect(sandbox.orders.get('a2')?.order.refundAmountCents).toBe(500);
    expect(wrongValues(sandbox, changed)).toEqual([]);
  });

  it('is read as often as it takes where it is a function', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const byTime = history.toSorted((one, other) =>
      (one.orderedAt ?? '').localeCompare(other.orderedAt ?? ''),
    );
    await clock.run(backfill(sequenzy, () => byTime.values(), asEvents));
    expect(stored(sandbox)).toEqual(['a1 placed', 'a2 refunded']);
    expect(pushed(sandbox).sort()).toEqual(['a3 placed', 'b1 placed']);
  });

  it.each([
    { ltvFirst: true },
    { lifecycle: 'full' },
    { singlePass: true, totals: 'none' },
  ] as const)('does not go with %j', async (more) => {
    const { clock, sequenzy } = setUp();
    await expect(clock.run(backfill(sequenzy, history, { ...asEvents, ...more }))).rejects.toThrow(
      /asEvents/,
    );
  });
});

describe('answers to an import', () => {
  const outcomesOf = async (watch: Parameters<typeof setUp>[1]) => {
    const { clock, sequenzy, ledger } = setUp({}, watch);
    const outcomes: Outcome[] = [];
    const warnings: string[] = [];
    await clock.run(
      backfill(sequenzy, history, {
        ...{ ...asEvents, ledger, maxRetries: 0 },
        onOutcome: (outcome) => void outcomes.push(outcome),
        onWarning: (sentence) => void warnings.push(sentence),
      }),
    );
    const byIndex = new Map(outcomes.map((outcome) => [outcome.index, outcome]));
    return { at: (index: number) => byIndex.get(index), ledger, warnings };
  };

  it('name events that are refused by their place, and the others are stored', async () => {
    const failures = [{ index: 1, error: 'properties.lineItems is too large' }];
    const { at, ledger } = await outcomesOf(
      answering((reply) => ({ ...reply, success: false, recorded: 1, failed: 1, failures })),
    );
    expect(at(0)?.status).toBe('accepted');
    expect(at(1)).toMatchObject({
      status: 'rejected',
      reasons: [{ path: '', message: 'properties.lineItems is too large' }],
    });
    expect([...ledger.entries.keys()].sort()).toEqual(['a1', 'a3', 'b1']);
  });

  it('leave in doubt what they do not account for', async () => {
    const { at, ledger } = await outcomesOf(answering((reply) => ({ ...reply, recorded: 1 })));
    expect(at(0)).toMatchObject({ status: 'unknown' });
    expect(ledger.entries.get('a1')?.fingerprint).toBeNull();
    const partly = { recorded: 0, failed: 2, failures: [{ index: 0, error: {} }] };
    const { at: other } = await outcomesOf(answering((reply) => ({ ...reply, ...partly })));
    expect([other(0)?.status, other(1)?.status]).toEqual(['rejected', 'unknown']);
  });

  it.each([
    [{ success: true, queued: true, jobId: 'job_1' }, 202],
    [{ success: true, data: { recorded: 1, duplicates: 1, failed: 0 } }, 200],
  ])('may come before the work is done, or have another shape: %j', async (reply, status) => {
    const { at } = await outcomesOf(answering(() => reply, status));
    expect([at(0)?.status, at(1)?.status]).toEqual(['accepted', 'accepted']);
  });

  it('say where something else failed', async () => {
    const failed = { sideEffectFailed: 1, sideEffectFailures: [{ index: 0, error: 'no profile' }] };
    const { at, warnings } = await outcomesOf(answering((reply) => ({ ...reply, ...failed })));
    expect(at(0)?.status).toBe('accepted');
    expect(warnings).toEqual([expect.stringContaining('no profile')]);
  });

  it('to a call of one’s own come back as they are', async () => {
    const { sequenzy, sandbox } = setUp();
    const event = { name: 'ecommerce.order_placed', eventId: '1:placed', occurredAt: before(9e6) };
    const reply = await importEvents(sequenzy, [
      { email: 'ada@example.com', ...event },
      { externalId: 'nobody', ...event },
    ]);
    expect(reply).toMatchObject({ recorded: 1, failed: 1, failures: [{ index: 1 }] });
    expect(sandbox.history).toHaveLength(1);
    await expect(importEvents(sequenzy, [])).rejects.toThrow('1 to 25 events');
    const old = { ...event, email: 'ada@example.com', occurredAt: '2019-01-01T00:00:00Z' };
    await expect(importEvents(sequenzy, [old])).rejects.toThrow(SequenzyBadRequestError);
  });
});

const breaks: FaultRule['do'][] = [
  { kind: 'reset', when: 'before-work' },
  { kind: 'reset', when: 'after-work' },
  { kind: 'server-error', status: 503 },
  { kind: 'rate-limited', retryAfter: 'milliseconds', waitMs: 300 },
];

it('stores each order once and fires one a customer, wherever it stops and is run again', async () => {
  const input = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    stops: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    faults: fc.array(
      fc.record({
        after: fc.nat(25),
        do: fc.constantFrom(...breaks),
        times: fc.constantFrom(1, 9),
      }),
      { maxLength: 4 },
    ),
    asFunction: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ seed, stops, faults, asFunction }) => {
      const { clock, sandbox, sequenzy, ledger } = setUp({ faults, latency: [5, 80], seed });
      const year = 365 * 24 * hour;
      const orders = makeHistory({ orders: 120, customers: 15, seed }).map((one) => ({
        ...one,
        orderedAt: new Date(Date.parse(one.orderedAt ?? '') + year).toISOString(),
      }));
      const source = asFunction ? () => orders.values() : orders;
      const options = { ...asEvents, ledger, accountForAll: true, partialHistory: true };
      for (const stopAfter of stops) {
        const stop = new AbortController();
        let settled = 0;
        const onProgress = (): void => {
          if (++settled === stopAfter) stop.abort();
        };
        const stopping = { ...options, signal: stop.signal, onProgress };
        const { records } = await clock.run(backfill(sequenzy, source, stopping));
        const { read, accepted, unchanged, rejected, unknown, notAttempted } = records;
        expect(accepted + unchanged + rejected + unknown + notAttempted).toBe(read);
        expect(read).toBe(120);
      }
      let status = 'stopped';
      for (let run = 0; status === 'stopped' && run < 20; run++) {
        ({ status } = await clock.run(backfill(sequenzy, source, options)));
      }
      expect(status).toBe('completed');
      expect(sandbox.orders.size).toBe(15);
      expect(sandbox.events).toHaveLength(15);
      expect(sandbox.history).toHaveLength(105);
      expect(wrongValues(sandbox, orders)).toEqual([]);
    }),
    { numRuns: 6 },
  );
});
