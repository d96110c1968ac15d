import type { LifetimeTotals } from '../backfill-options.ts';
import type { Carried } from '../survey/survey.ts';
import type { DatedOrder } from '../check-order.ts';
import { carriedOn } from '../totals/carried-on.ts';
import { without } from '../without.ts';

/** What an order carries, with totals that a lookup may have fetched. */
interface Completing extends Omit<Carried, 'totals'> {
  readonly totals: LifetimeTotals | undefined;
}

/** The order with what it carries for its customer: the newest profile, the lifetime totals, the mark. */
export function completeOrder(
  order: DatedOrder,
  { profile, totals, currency = order.currency }: Completing,
  mark: boolean,
): DatedOrder {
  return {
    ...without(order, 'customerTotals'),
    customer: { ...order.customer, ...profile },
    ...(totals === undefined
      ? {}
      : { customerTotals: carriedOn(order.currency, totals, currency) }),
    ...(mark ? { properties: { ...order.properties, backfill: true } } : {}),
  };
}
