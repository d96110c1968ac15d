import { backfill } from '../backfill/backfill.ts';
import type { Order, Product } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';
import { planProducts } from '../resources/plan-products.ts';

const count = 100_000;

/** Counts what was asked for. */
class Source<Rec> {
  asked = 0;
  readonly #make: (number: string) => Rec;

  constructor(make: (number: string) => Rec) {
    this.#make = make;
  }

  *[Symbol.iterator](): Generator<Rec> {
    while (this.asked < count) yield this.#make(String(this.asked++));
  }
}

const productOf = (number: string): Product => ({ productId: number, title: 'Tee' });

const orderOf = (number: string): Order => ({
  orderId: number,
  customer: { email: 'ann@shop.example' },
  totalCents: 100,
  currency: 'USD',
  orderedAt: '2026-01-01T00:00:00Z',
});

const apiKey = 'seq_live_sandbox';

it.each([
  [
    'sync',
    (signal: AbortSignal, source: Source<Product>) =>
      new SequenzyCommerce({ apiKey, fetch: taken, rateLimit: false }).products.sync(source, {
        signal,
      }),
  ],
  [
    'planProducts',
    (signal: AbortSignal, source: Source<Product>) => planProducts(source, { signal }),
  ],
])(
  '%s: an abort after 20 ms ends it before its end, though the source never waits',
  async (_, run) => {
    const source = new Source(productOf);
    const result = await run(AbortSignal.timeout(20), source);
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'abort' } });
    expect(source.asked).toBeLessThan(count);
  },
);

it('a backfill too, while it surveys', async () => {
  const client = new SequenzyCommerce({ apiKey, fetch: taken, rateLimit: false });
  const source = new Source(orderOf);
  const signal = AbortSignal.timeout(20);
  const result = await backfill(client, () => source, { totals: 'computed', signal });
  expect(result).toMatchObject({ status: 'stopped', stoppedBy: { code: 'abort' } });
  expect(source.asked).toBeLessThan(count);
});

const taken: typeof fetch = () =>
  Promise.resolve(
    Response.json({ success: true, currentCompanyId: 'c', backInStockEventsTriggered: 0 }),
  );
