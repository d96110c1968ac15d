import type { Position } from '../../delivery/entry.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import { checkOrder, type DatedOrder } from '../check-order.ts';
import type { Carried } from '../survey/survey.ts';
import { completeOrder } from './complete-order.ts';
import { eventsOf, unfitEvent, type OrderEvent } from './order-event.ts';

/** What an order carries; `undefined` for a customer the survey did not meet. */
export type CarriedBy = (order: DatedOrder) => Carried | undefined;

/** Makes of an order that was read the events that are sent. */
export class Finisher {
  /** Orders that are not sent: the filters say so, or they came after the survey. */
  leftOut = 0;
  readonly #carriedBy: CarriedBy;
  readonly #mark: boolean;
  readonly #lifecycle: 'final' | 'full';

  constructor({ mark = true, lifecycle = 'final' }: BackfillOptions, carriedBy: CarriedBy) {
    this.#carriedBy = carriedBy;
    this.#mark = mark;
    this.#lifecycle = lifecycle;
  }

  /** `positions`: every place the order stands at, the one it was read from last. */
  finish(positions: readonly Position[], order: DatedOrder): OrderEvent[] {
    const carried = this.#carriedBy(order);
    if (carried === undefined) {
      this.leftOut += 1;
      return [];
    }
    // Totals may come from the caller's own table, and no table is beyond doubt.
    const completed = checkOrder(completeOrder(order, carried, this.#mark));
    return 'record' in completed
      ? eventsOf(positions, completed.record, this.#lifecycle)
      : positions.map((position) => unfitEvent(position, completed.faults));
  }
}
