import { backfill } from 'sequenzy-commerce/backfill';
import fc from 'fast-check';
import type { FaultRule } from 'sequenzy-sandbox';
import { expect, it } from 'vitest';
import { setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';
import { wrongValues } from './wrong-values.ts';

const breaks: FaultRule['do'][] = [
  { kind: 'reset', when: 'before-work' },
  { kind: 'reset', when: 'after-work' },
  { kind: 'server-error', status: 503 },
  { kind: 'truncated' },
  { kind: 'rate-limited', retryAfter: 'milliseconds', waitMs: 300 },
];

it('leaves correct values wherever it stops, and ends right when it is run until it is done', async () => {
  const input = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    stops: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    faults: fc.array(
      fc.record({
        after: fc.nat(60),
        do: fc.constantFrom(...breaks),
        times: fc.constantFrom(1, 9),
      }),
      { maxLength: 4 },
    ),
    ltvFirst: fc.boolean(),
    lifecycle: fc.constantFrom('final', 'full'),
    asFunction: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ seed, stops, faults, ltvFirst, lifecycle, asFunction }) => {
      const { clock, sandbox, sequenzy, ledger } = setUp({ faults, latency: [5, 80], seed });
      const history = makeHistory({ orders: 80, customers: 15, seed });
      const source = asFunction ? () => history.values() : history;
      const options = { totals: 'computed', ledger, ltvFirst, lifecycle } as const;
      for (const stopAfter of stops) {
        const stop = new AbortController();
        let settled = 0;
        const result = await clock.run(
          backfill(sequenzy, source, {
            ...options,
            signal: stop.signal,
            accountForAll: true,
            onProgress: () => {
              if (++settled === stopAfter) stop.abort();
            },
          }),
        );
        const { read, accepted, unchanged, rejected, unknown, notAttempted } = result.records;
        expect(accepted + unchanged + rejected + unknown + notAttempted).toBe(read);
        expect(read).toBe(80);
        expect(wrongValues(sandbox, history)).toEqual([]);
      }
      let status = 'stopped';
      for (let run = 0; status === 'stopped' && run < 20; run++) {
        ({ status } = await clock.run(backfill(sequenzy, source, options)));
        expect(wrongValues(sandbox, history)).toEqual([]);
      }
      expect(status).toBe('completed');
      expect(sandbox.orders.size).toBe(80);
      const events = sandbox.events.map(
        ({ name, properties }) => `${name} ${String(properties['orderId'])}`,
      );
      expect(new Set(events).size).toBe(events.length);
    }),
    { numRuns: 12 },
  );
});
