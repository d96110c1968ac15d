import type { Fault, Order } from 'sequenzy-contract';
import type { Position } from '../../delivery/entry.ts';
import { orderIdOf, statusOf, type DatedOrder } from '../check-order.ts';
import type { Stage } from '../known/known-orders.ts';
import { without } from '../without.ts';

/** An order of the source, and every place it stands at: the last is the one that counts. */
export interface ReadOrder {
  readonly positions: readonly Position[];
  readonly orderId: string | undefined;
}

/** One thing that will be sent of an order, or the reason why nothing can be. */
export interface OrderEvent {
  readonly of: ReadOrder;
  /** How many events the order has. */
  readonly count: number;
  readonly content: Stage | { readonly faults: readonly Fault[] };
}

/** An order that does not fit the API, to be rejected. */
export function unfitEvent(position: Position, faults: readonly Fault[]): OrderEvent {
  return {
    of: { positions: [position], orderId: orderIdOf(position.input) },
    count: 1,
    content: { faults },
  };
}

/** The events of an order that fits: its last status, or how it got there. */
export function eventsOf(
  positions: readonly Position[],
  order: DatedOrder,
  { lifecycle, facts, route }: Pick<Stage, 'facts' | 'route'> & { lifecycle: 'final' | 'full' },
): OrderEvent[] {
  const of: ReadOrder = { positions, orderId: order.orderId };
  const stages = lifecycle === 'full' ? lifeOf(order) : [order];
  return stages.map((stage, at) => ({
    of,
    count: stages.length,
    content: { order: stage, facts, isLast: at === stages.length - 1, route },
  }));
}

/** As it was placed, then as it is now. */
function lifeOf(order: DatedOrder): Order[] {
  if (statusOf(order) === 'placed') return [order];
  return [{ ...without(order, 'refundAmountCents'), status: 'placed' }, order];
}
