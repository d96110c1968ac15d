import { describe, expect, it } from 'vitest';
import { rehearse } from './rehearse.ts';

/** `REHEARSAL=full npx vitest run test/sdk/backfill-rehearsal.test.ts`: 16 hours of sending in some minutes. */
const full = process.env['REHEARSAL'] === 'full';
const [orders, customers] = full ? [100_000, 30_000] : [1500, 450];

describe('a long backfill', { timeout: 1_800_000 }, () => {
  it.each([false, true])(
    'uses the quota to the full without a 429 (ltvFirst: %s)',
    async (first) => {
      const figures = await rehearse(orders, customers, { ltvFirst: first });
      if (full) process.stdout.write(`ltvFirst ${String(first)} ${JSON.stringify(figures)}\n`);
      expect(figures).toMatchObject({ requests: orders, rateLimited: 0 });
      // A short run begins with a burst, so that it may be faster than the ceiling of a long one.
      expect(figures.ofCeiling).toBeGreaterThan(0.97);
      const expected = first ? customers / orders : 1;
      expect(figures.hoursToRightValues).toBeLessThanOrEqual(figures.hours * expected * 1.02);
    },
  );

  /** The table of docs/orders.md: 50,000 orders of 12,000 customers. */
  const [stored, buyers] = full ? [50_000, 12_000] : [1500, 360];

  it('takes a request for 25 orders and one for each customer where history is stored as events', async () => {
    const figures = await rehearse(stored, buyers, { asEvents: true });
    if (full) {
      const byOrders = await rehearse(stored, buyers);
      process.stdout.write(`orders ${JSON.stringify(byOrders)}\n`);
      process.stdout.write(`asEvents ${JSON.stringify(figures)}\n`);
    }
    const requests = Math.ceil((stored - buyers) / 25) + buyers;
    expect(figures).toMatchObject({ requests, rateLimited: 0, fired: buyers });
    expect(figures.ofCeiling).toBeGreaterThan(0.97);
    expect(figures.hoursToRightValues).toBeLessThanOrEqual(figures.hours);
  });
});
