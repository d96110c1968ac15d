import type { Carried } from '../survey/survey.ts';
import type { DatedOrder } from '../check-order.ts';
import { without } from '../without.ts';

/** The order with what it carries for its customer: the newest profile, the lifetime totals, the mark. */
export function completeOrder(
  order: DatedOrder,
  { profile, totals }: Carried,
  mark: boolean,
): DatedOrder {
  return {
    ...without(order, 'customerTotals'),
    customer: { ...order.customer, ...profile },
    ...(totals === undefined ? {} : { customerTotals: totals }),
    ...(mark ? { properties: { ...order.properties, backfill: true } } : {}),
  };
}
