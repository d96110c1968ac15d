import { fingerprintOf } from '../../ledger/fingerprint.ts';
import { orLedgerError } from '../../ledger/or-ledger-error.ts';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import { take } from '../../delivery/take.ts';
import { unwritten } from '../../delivery/dry-run.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import { checkOrder, statusOf, type DatedOrder } from '../check-order.ts';
import { KnownOrders } from '../known/known-orders.ts';
import type { OrderFacts } from '../order-facts.ts';
import { identityOf } from '../order-endpoint.ts';
import type { Surveyed } from '../survey/survey-source.ts';
import { Routes } from './routes.ts';

/** Orders that are looked up together. */
const together = 100;

interface Candidate {
  readonly row: number;
  readonly order: DatedOrder;
  readonly facts: OrderFacts;
}

/**
 * Tells how each order leaves, before the first one does: of every customer the newest of those that are to be sent goes as
 * an order, so that it brings the totals. What is to be sent only the ledger knows; it is read, not written.
 */
export async function findRoutes(
  surveyed: Surveyed,
  options: BackfillOptions,
  now: number,
  signal: AbortSignal,
): Promise<Routes> {
  const routes = new Routes(surveyed.survey, now);
  const { orders } = surveyed.survey;
  if (options.ledger === undefined) {
    for (const row of orders.rows()) if (orders.isSelected(row)) routes.add(row, false);
    return routes;
  }
  const sorting = new Sorting(routes, options, options.ledger);
  let some: Candidate[] = [];
  for await (const candidate of candidatesOf(surveyed, signal)) {
    some.push(candidate);
    if (some.length < together) continue;
    await sorting.sort(some);
    some = [];
  }
  await sorting.sort(some);
  return routes;
}

/** The orders that the filters let pass, each once as it counts. What does not fit any more is for the sending to tell. */
async function* candidatesOf(
  { access, survey: { orders } }: Surveyed,
  signal: AbortSignal,
): AsyncGenerator<Candidate> {
  const { read, all, factsOf } = access;
  if (read === undefined) {
    for await (const input of take(all(), signal)) {
      const checked = checkOrder(input);
      const row = 'record' in checked ? orders.find(checked.record.orderId) : undefined;
      if (row === undefined || 'faults' in checked || !orders.isSelected(row)) continue;
      yield { row, order: checked.record, facts: factsOf(input) };
    }
    return;
  }
  for (const row of orders.rows()) {
    if (signal.aborted) return;
    if (!orders.isSelected(row)) continue;
    const input = await read(orders.ordinal(row));
    const checked = checkOrder(input);
    if ('record' in checked) yield { row, order: checked.record, facts: factsOf(input) };
  }
}

/** Asks of orders whether they are to be sent, as the sending will. */
class Sorting {
  readonly #routes: Routes;
  readonly #ledger: NonNullable<BackfillOptions['ledger']>;
  readonly #known: KnownOrders;
  readonly #full: boolean;

  constructor(
    routes: Routes,
    options: BackfillOptions,
    ledger: NonNullable<BackfillOptions['ledger']>,
  ) {
    this.#routes = routes;
    this.#ledger = ledger;
    this.#full = options.full === true;
    this.#known = new KnownOrders({ ...options, ledger: unwritten(ledger) });
  }

  async sort(candidates: readonly Candidate[]): Promise<void> {
    if (candidates.length === 0) return;
    const keys = candidates.map(({ order }) => order.orderId);
    const entries = await orLedgerError(this.#ledger.read(keys));
    for (const [at, { row, order, facts }] of candidates.entries()) {
      const remembered = entries[at];
      const isSame = !this.#full && remembered?.fingerprint === fingerprintOf(identityOf(order));
      const stage = { order, facts, isLast: true };
      if (await orLedgerError(this.#known.stays(stage, remembered, isSame))) continue;
      this.#routes.add(row, await this.#isTold(order, remembered));
    }
  }

  /** Whether Sequenzy has an event of this order and status, for certain: what has changed besides it would not take. */
  async #isTold(order: DatedOrder, remembered: LedgerEntry | undefined): Promise<boolean> {
    if (this.#full || remembered === undefined || remembered.fingerprint === null) return false;
    const [known] = await orLedgerError(
      this.#ledger.readOrders?.([order.orderId]) ?? Promise.resolve([]),
    );
    return known === undefined || known.status === statusOf(order);
  }
}
