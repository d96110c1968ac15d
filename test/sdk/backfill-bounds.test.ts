import { planBackfill, type BackfillOptions, backfill } from 'sequenzy-commerce/backfill';
import { describe, expect, it } from 'vitest';
import { computed, pushed, setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';

describe('the bounds of a run', () => {
  const history = makeHistory({ orders: 500, customers: 50 });

  it('stop it at so many requests, to be carried on', async () => {
    const { clock, sandbox, sequenzy, ledger } = setUp();
    const options = { ...computed, ledger, maxRequests: 200, accountForAll: true };
    const first = await clock.run(backfill(sequenzy, history, options));
    expect(first).toMatchObject({
      status: 'stopped',
      stoppedBy: { code: 'ceiling', bound: 'maxRequests', retryable: true },
      requests: { sent: 200 },
      records: { read: 500, accepted: 200, notAttempted: 300 },
    });
    await clock.run(backfill(sequenzy, history, options));
    const last = await clock.run(backfill(sequenzy, history, options));
    expect(last).toMatchObject({ status: 'completed', records: { accepted: 100, unchanged: 400 } });
    expect(pushed(sandbox).length).toBe(500);
  });

  it('let all leave that were counted, also those that waited for their turn', async () => {
    const { clock, sandbox, sequenzy } = setUp({ rateLimit: true, latency: [20, 90] });
    const result = await clock.run(backfill(sequenzy, history, { ...computed, maxRequests: 22 }));
    expect(result).toMatchObject({
      stoppedBy: { bound: 'maxRequests' },
      requests: { sent: 22 },
      records: { accepted: 22 },
    });
    expect(pushed(sandbox).length).toBe(22);
  });

  it('let nothing leave after the deadline, not even what was waiting for its turn', async () => {
    const { clock, sandbox, sequenzy } = setUp({ rateLimit: true, latency: [20, 90] });
    const deadline = new Date(clock.now() + 150_000);
    const result = await clock.run(backfill(sequenzy, history, { ...computed, deadline }));
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { bound: 'deadline' } });
    const times = sandbox.requests.map(({ at }) => new Date(at).getTime());
    expect(times.length).toBe(300);
    expect(Math.max(...times)).toBeLessThanOrEqual(deadline.getTime());
  });

  it('keep it inside a daily window, over as many days as it takes', async () => {
    const { clock, sandbox, sequenzy } = setUp({ rateLimit: true, latency: [20, 90] });
    const window = { from: '22:58', to: '23:00', timeZone: 'UTC' };
    const result = await clock.run(backfill(sequenzy, history, { ...computed, window }));
    expect(result).toMatchObject({ status: 'completed', records: { accepted: 500 } });
    const times = sandbox.requests.map(({ at }) => new Date(at).toISOString());
    expect(times.every((time) => /T22:5[89]:/.test(time))).toBe(true);
    expect(new Set(times.map((time) => time.slice(0, 10))).size).toBe(3);
  });

  it('can be left by the signal while it waits for the window', async () => {
    const { clock, sandbox, sequenzy } = setUp();
    const stop = new AbortController();
    const running = backfill(sequenzy, history, {
      ...computed,
      window: { from: '22:00', to: '06:00', timeZone: 'UTC' },
      signal: stop.signal,
    });
    await clock.advance(1000);
    stop.abort();
    expect(await running).toMatchObject({ status: 'stopped', stoppedBy: { code: 'abort' } });
    expect(sandbox.requests).toEqual([]);
  });
});

describe('a plan', () => {
  it('says what the run will do, by doing it without sending', async () => {
    const { clock, sequenzy, ledger } = setUp();
    const history = makeHistory({ orders: 400, customers: 60, mixed: true });
    await clock.run(backfill(sequenzy, history, { ...computed, ledger, maxRequests: 150 }));
    const known = ledger.entries.size;
    const options: BackfillOptions = { ...computed, ledger, lifecycle: 'final' };
    const plan = await planBackfill(history, options);
    expect(ledger.entries.size).toBe(known);
    expect(plan).toMatchObject({ orders: 250, unchanged: 150, requests: 254, rejected: 0 });
    expect(plan.comparison).toMatchObject({ customers: 4 });
    expect(plan.milliseconds).toBe(122_000);
    const result = await clock.run(backfill(sequenzy, history, options));
    expect(plan).toMatchObject({
      orders: result.records.accepted,
      events: result.events,
      requests: result.requests.sent + 4,
      customers: result.customers,
      mixedCurrencyCustomers: result.mixedCurrencyCustomers,
    });
    expect(result.mixedCurrencyCustomers.length).toBeGreaterThan(0);
  });
});
