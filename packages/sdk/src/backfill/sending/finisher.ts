import type { Position } from '../../delivery/entry.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import { checkOrder, type DatedOrder } from '../check-order.ts';
import type { Carried } from '../survey/survey.ts';
import { requireTotals } from '../totals/lookup.ts';
import { completeOrder } from './complete-order.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Route } from '../known/route.ts';
import { eventsOf, unfitEvent, type OrderEvent } from './order-event.ts';

/** What an order carries; `undefined` for a customer the survey did not meet. */
export type CarriedBy = (order: DatedOrder) => Carried | undefined;

/** What the source knows of an order besides, by the input it came as. */
export type FactsOf = (input: unknown) => OrderFacts;

/** How an order leaves. */
export type RouteBy = (order: DatedOrder) => Route | 'too old' | undefined;

/** Makes of an order that was read the events that are sent. */
export class Finisher {
  /** Orders that are not sent: the filters say so, they came after the survey, or they are too old for an event. */
  leftOut = 0;
  /** Those of them that are too old. */
  tooOld = 0;
  /** Orders of customers who were erased, where there was no survey. */
  erased = 0;
  readonly #carriedBy: CarriedBy;
  readonly #mark: boolean;
  readonly #lifecycle: 'final' | 'full';
  readonly #factsOf: FactsOf;
  readonly #routeBy: RouteBy;

  constructor(
    { mark = true, lifecycle = 'final' }: BackfillOptions,
    carriedBy: CarriedBy,
    factsOf: FactsOf,
    routeBy: RouteBy = () => undefined,
  ) {
    this.#routeBy = routeBy;
    this.#carriedBy = carriedBy;
    this.#factsOf = factsOf;
    this.#mark = mark;
    this.#lifecycle = lifecycle;
  }

  /** `positions`: every place the order stands at, the one it was read from last. */
  async finish(positions: readonly Position[], order: DatedOrder): Promise<OrderEvent[]> {
    const carried = this.#carriedBy(order);
    if (carried === undefined) {
      this.leftOut += 1;
      return [];
    }
    const route = this.#routeBy(order);
    if (route === 'too old') {
      this.leftOut += 1;
      this.tooOld += 1;
      return [];
    }
    // Totals may come from the caller's own table, and no table is beyond doubt.
    const totals = requireTotals(await carried.totals);
    const completed = checkOrder(completeOrder(order, { ...carried, totals }, this.#mark));
    const facts = this.#factsOf(positions.at(-1)?.input);
    return 'record' in completed
      ? eventsOf(positions, completed.record, { lifecycle: this.#lifecycle, facts, route })
      : positions.map((position) => unfitEvent(position, completed.faults));
  }
}
