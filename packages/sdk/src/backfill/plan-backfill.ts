import { systemClock } from 'sequenzy-contract';
import { estimateMilliseconds } from '../pacing/estimate.ts';
import { countOnly, unwritten } from '../delivery/dry-run.ts';
import { runBackfill } from './backfill.ts';
import type { BackfillOptions } from './backfill-options.ts';
import type { BackfillPlan } from './backfill-result.ts';
import type { OrderSource } from './order-source.ts';
import { without } from './without.ts';

/**
 * What a backfill would do, without a key and without sending anything: the same survey, checks and refusals as
 * {@link backfill}. A ledger is only read. Bounds (`maxRequests`, `deadline`, `window`) are left aside: it is
 * the plan of the whole.
 *
 * @throws What {@link backfill} throws.
 * @example
 * const plan = await planBackfill(orders, { totals: 'computed' });
 * console.log(`${plan.orders} orders, about ${plan.milliseconds / 3_600_000} hours`);
 */
export async function planBackfill(
  source: OrderSource,
  options: BackfillOptions,
): Promise<BackfillPlan> {
  const { ledger } = options;
  const result = await runBackfill(
    source,
    {
      ...without(options, 'maxRequests', 'deadline', 'window'),
      ...(ledger === undefined ? {} : { ledger: unwritten(ledger) }),
    },
    { transport: countOnly, clock: systemClock, random: Math.random },
  );
  const { customers, leftOut, erased, mixedCurrencyCustomers, incompleteCustomers } = result;
  const { lackingCustomers, lostOrders } = result;
  const { tooOld, reservedProperties, comparison, span } = result;
  const { records, events, stored, requests, orderChanges } = result;
  const sent = requests.sent + (comparison?.customers ?? 0);
  return {
    orders: records.accepted,
    orderChanges,
    customers,
    leftOut,
    erased,
    mixedCurrencyCustomers,
    incompleteCustomers,
    lackingCustomers,
    lostOrders,
    unchanged: records.unchanged,
    rejected: records.rejected,
    events,
    stored,
    tooOld,
    reservedProperties,
    comparison,
    span,
    requests: sent,
    milliseconds: estimateMilliseconds(sent),
  };
}
