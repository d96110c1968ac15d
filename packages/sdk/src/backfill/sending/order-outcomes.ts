import type { Outcome, Progress, RecordCounts } from '../../delivery/outcome.ts';
import { Tally } from '../../delivery/tally.ts';
import type { BackfillOptions, OrderStatus } from '../backfill-options.ts';
import type { EventCounts, StoredHistory } from '../backfill-result.ts';
import { statusOf } from '../check-order.ts';
import type { Route } from '../known/route.ts';
import type { OrderEvent, ReadOrder } from './order-event.ts';

/** The stronger word of two, where an order has several events: what has to be looked at comes first. */
const weight = { rejected: 4, unknown: 3, notAttempted: 2, accepted: 1, unchanged: 0 } as const;

/** Makes of what became of events what became of orders, at their places in the source. */
export class OrderOutcomes {
  readonly #tally = new Tally();
  readonly #options: BackfillOptions;
  readonly #events: Record<OrderStatus, number> = emptyCounts();
  readonly #stored: Record<OrderStatus, number> = emptyCounts();
  /** Orders that were taken, by how they left. */
  readonly #routes: Record<Route, number> = { event: 0, newest: 0, recent: 0, changed: 0 };
  /** Of orders with several events: what is known until all of them are. */
  readonly #open = new Map<ReadOrder, Outcome[]>();

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  /** Events the server took, and fires. */
  get events(): EventCounts {
    return this.#events;
  }

  /** What the server took as history. */
  get stored(): Omit<StoredHistory, 'tooOld'> {
    const { event: orders, recent, changed } = this.#routes;
    return { orders, events: this.#stored, recent, changed };
  }

  get records(): RecordCounts {
    return this.#tally.progress().records;
  }

  progress(ofEvents: Progress): Progress {
    return { ...ofEvents, records: this.records };
  }

  /** The engine has taken the event. */
  taken({ of }: OrderEvent): void {
    if (this.#open.has(of)) return;
    this.#open.set(of, []);
    this.#tally.read += of.positions.length;
  }

  settle(outcome: Outcome): void {
    const { of, count, content } = outcome.input as OrderEvent; // nothing else is delivered
    if (outcome.status === 'accepted' && 'order' in content) {
      const { order, route } = content;
      (route === 'event' ? this.#stored : this.#events)[statusOf(order)] += 1;
      if (route !== undefined) this.#routes[route] += 1;
    }
    const outcomes = [...(this.#open.get(of) ?? []), outcome];
    this.#open.set(of, outcomes);
    if (outcomes.length === count) this.#report(of, outcomes);
  }

  /** The run is over: of some orders not every event was taken any more. */
  close(): void {
    for (const [of, outcomes] of this.#open) {
      const untaken = { status: 'notAttempted', key: of.orderId } as const;
      this.#report(of, [...outcomes, { ...untaken, index: 0, input: undefined }]);
    }
  }

  #report(of: ReadOrder, outcomes: readonly Outcome[]): void {
    this.#open.delete(of);
    const [decisive] = [...outcomes].sort(
      (one, other) => weight[other.status] - weight[one.status],
    );
    if (decisive === undefined) return;
    for (const position of of.positions) {
      const outcome: Outcome = { ...decisive, ...position, ...keyOf(decisive, of) };
      this.#tally.count(outcome);
      this.#options.onOutcome?.(outcome);
    }
  }
}

/** The ledger's key names an event; outside an order is named by its id. */
function keyOf({ key }: Outcome, { orderId }: ReadOrder): { key: string } | object {
  return key === undefined || orderId === undefined ? {} : { key: orderId };
}

function emptyCounts(): Record<OrderStatus, number> {
  return { placed: 0, cancelled: 0, fulfilled: 0, refunded: 0 };
}
