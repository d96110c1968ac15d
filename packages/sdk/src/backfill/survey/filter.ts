import type { BackfillOptions } from '../backfill-options.ts';
import type { DatedOrder } from '../check-order.ts';

/** Whether an order is one of those that should be sent. */
export type OrderFilter = (order: DatedOrder) => boolean;

export function filterFrom({
  since,
  until,
  status,
}: Pick<BackfillOptions, 'since' | 'until' | 'status'>): OrderFilter {
  const first = since?.getTime() ?? -Infinity;
  const end = until?.getTime() ?? Infinity;
  return (order) => {
    const time = timeOf(order);
    return time >= first && time < end && (status?.includes(order.status ?? 'placed') ?? true);
  };
}

/** Milliseconds since 1970. */
export function timeOf({ orderedAt }: DatedOrder): number {
  return Date.parse(orderedAt);
}
