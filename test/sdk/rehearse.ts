import type { Order } from 'sequenzy-commerce';
import { backfill, type BackfillOptions } from 'sequenzy-commerce/backfill';
import { setUp } from './backfill-set-up.ts';
import { makeHistory } from './order-history.ts';

export interface Rehearsal {
  readonly requests: number;
  readonly rateLimited: number;
  readonly hours: number;
  /** Events that could start automations. */
  readonly fired: number;
  /** Of the 100 requests a minute that are allowed: how much was used. */
  readonly ofCeiling: number;
  /** Until every customer's lifetime value was right. */
  readonly hoursToRightValues: number;
}

/** A whole backfill against a server that enforces its limits, on a clock that jumps from one wait to the next. */
export async function rehearse(
  orders: number,
  customers: number,
  way: Pick<BackfillOptions, 'ltvFirst' | 'asEvents'> = {},
): Promise<Rehearsal> {
  const touched = new Set<string>();
  let startedAt = 0;
  let rightAfter = 0;
  const { clock, sandbox, sequenzy } = setUp(
    { rateLimit: true, latency: [40, 160] },
    (fetch) => async (input, init) => {
      const body = await new Request(input, init).text();
      const response = await fetch(input, { ...init, body });
      const { customer } = JSON.parse(body) as Partial<Order>; // what was pushed, if it is not an import
      const before = touched.size;
      if (customer !== undefined) touched.add(customer.email.toLowerCase());
      if (touched.size > before) rightAfter = clock.monotonic() - startedAt;
      return response;
    },
  );
  startedAt = clock.monotonic();
  const history = makeHistory({ orders, customers, start: Date.UTC(2022, 0, 1) });
  // Only the sending is measured: no customer is looked at first.
  const options = { totals: 'computed', partialHistory: true, ...way } as const;
  const result = await clock.run(backfill(sequenzy, history, options));
  const milliseconds = clock.monotonic() - startedAt;
  const hour = 3_600_000;
  return {
    requests: result.requests.sent,
    rateLimited: result.requests.rateLimited,
    hours: milliseconds / hour,
    ofCeiling: (result.requests.sent / 100) * (60_000 / milliseconds),
    fired: sandbox.events.length,
    hoursToRightValues: touched.size === customers ? rightAfter / hour : Infinity,
  };
}
