import type { Clock, Subscriber } from 'sequenzy-contract';
import type { CallOptions, Transport } from 'sequenzy-transport';
import { orLedgerError } from '../ledger/or-ledger-error.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { orThrow } from '../delivery/throw-on-stop.ts';
import { requestsWith } from '../delivery/requests-with.ts';
import type { DeliveryResult } from '../delivery/outcome.ts';
import type { BackfillOptions } from './backfill-options.ts';
import type { BackfillResult } from './backfill-result.ts';
import { Bounds } from './bounds/bounds.ts';
import { requireGiven, requireOptions } from './check-options.ts';
import { withoutErased } from './erased-orders.ts';
import { eventEndpoint } from './event-endpoint.ts';
import { KnownOrders } from './known/known-orders.ts';
import { accessTo, type OrderSource } from './order-source.ts';
import { Doubts } from './sending/doubts.ts';
import { findRoutes } from './sending/find-routes.ts';
import { OrderOutcomes } from './sending/order-outcomes.ts';
import { readAsItComes, readSurveyed } from './sending/read-events.ts';
import type { KnownHistory } from './survey/known-history.ts';
import { noteRule } from './totals/rules-sent.ts';
import {
  compareHistory,
  type GetSubscriber,
  type HistoryComparison,
} from './survey/compare-history.ts';
import { sampleOf } from './survey/subscriber-sample.ts';
import { surveySource, type Surveyed } from './survey/survey-source.ts';

/** The part of a client that a backfill needs. */
export interface BackfillClient {
  readonly request: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly subscribers: {
    get(email: string, options?: CallOptions): Promise<Subscriber>;
  };
}

/**
 * Sends a history of orders, one a request. Every order of a customer carries the final lifetime totals, and the
 * newest name, externalId and attributes, so that the values of everybody who was touched are correct wherever the run
 * stops. Orders go out by time, and never two of one customer at once. Each can start automations.
 *
 * With a ledger, the same call is a first run, a resume, and a daily run that sends only what is new: what a backfill
 * puts on an order makes no old order new. (So a changed profile or changed totals travel with the next order only;
 * `full: true` sends everything.)
 *
 * Memory: about 250 MB for a million customers with an order each, computed totals included, and 65 MB for each
 * further million orders. A function whose orders do not come by time for each customer is held as a whole: let it
 * sort, or give {@link StoredOrders}.
 *
 * It does not throw for what becomes of the orders: look at `status` and `stoppedBy`.
 *
 * @throws {SequenzyValidationError} naming every option that cannot be used, {@link SequenzyPartialHistoryError} and
 * {@link SequenzySourceError} (while the source is read for the first time): before anything is sent.
 * @example
 * const result = await backfill(sequenzy, () => ordersFromDatabase(), { totals: 'computed', ledger });
 * if (result.status === 'stopped') console.error(result.stoppedBy); // run it again to continue
 */
export async function backfill(
  { request, clock, random, subscribers }: BackfillClient,
  source: OrderSource,
  options: BackfillOptions,
): Promise<BackfillResult> {
  requireGiven(options);
  const { timeout, maxRetries, headers } = options;
  const result = await runBackfill(source, options, {
    transport: requestsWith(request, options),
    clock,
    random,
    getSubscriber: (email, { signal }) =>
      subscribers.get(email, { signal, attemptTimeout: timeout, maxRetries, headers }),
  });
  return orThrow(result, options);
}

/** What a backfill works with. */
export interface BackfillAccess {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Draws the customers who are looked at before computed totals are sent. */
  readonly random: () => number;
  /** Reads them. Absent in a dry run: they are counted only. */
  readonly getSubscriber?: (email: string, options: CallOptions) => Promise<Subscriber>;
}

/** Survey the source, refuse what would be damage, then send every order with what it carries for its customer. */
export async function runBackfill(
  source: OrderSource,
  options: BackfillOptions,
  { transport, clock, random, getSubscriber }: BackfillAccess,
): Promise<BackfillResult> {
  const startedAt = clock.monotonic();
  const given = accessTo(source);
  requireOptions(options, given);
  const access = await orLedgerError(withoutErased(given, options.ledger));
  const signal = signalOfReading(options);
  const surveyed = options.singlePass ? undefined : await surveySource(access, options, signal);
  const bounds = new Bounds(options, clock);
  const stop = options.signal ?? new AbortController().signal;
  const get =
    getSubscriber &&
    (async (email: string) => {
      await bounds.open(stop);
      return getSubscriber(email, { signal: stop });
    });
  const comparison = await comparedWith(surveyed, options, stop, { random, get });
  const { asEvents = false } = options;
  const routes =
    surveyed !== undefined && asEvents
      ? await findRoutes(surveyed, options, clock.now(), signal)
      : undefined;
  const { events, finisher } =
    surveyed === undefined
      ? readAsItComes(access, options, signal)
      : readSurveyed(surveyed, options, routes, signal);
  const outcomes = new OrderOutcomes(options);
  const known = new KnownOrders(options);
  const doubts = new Doubts(clock.now());
  const endpoint = eventEndpoint(transport, {
    known,
    doubts,
    bounds,
    asEvents,
    onTaken: (event) => {
      outcomes.taken(event);
    },
  });
  const { ledger, totals, totalsRule = 'net' } = options;
  if (ledger !== undefined && totals === 'computed' && !signal.aborted) {
    await orLedgerError(noteRule(ledger, totalsRule));
  }
  const delivered = await new Delivery(endpoint, listening(options, outcomes), clock).run(events);
  outcomes.close();
  await orLedgerError(known.finish(delivered.status !== 'stopped'));
  const { customers = 0, leftOut = 0, span } = surveyed?.survey.toSend ?? {};
  const { computed, lacking = [], history } = surveyed?.survey.totals ?? {};
  return {
    ...ofOrders(delivered, outcomes),
    durationMs: Math.round(clock.monotonic() - startedAt),
    events: outcomes.events,
    stored: asEvents ? { ...outcomes.stored, tooOld: finisher.tooOld } : undefined,
    orderChanges: known.changes,
    tooOld: doubts.tooOld,
    reservedProperties: doubts.reserved,
    comparison,
    span: span && { from: new Date(span.from), to: new Date(span.to) },
    customers,
    erased: surveyed?.survey.erased ?? finisher.erased,
    leftOut: leftOut + finisher.leftOut,
    mixedCurrencyCustomers: computed?.mixed() ?? [],
    incompleteCustomers: surveyed?.survey.totals.incomplete() ?? [],
    lackingCustomers: [...lacking],
    lostOrders: lostIn(history),
    totals: computed,
  };
}

/** Whether Sequenzy has more than the source, as far as totals are computed and nobody insists. */
async function comparedWith(
  surveyed: Surveyed | undefined,
  { partialHistory = false }: BackfillOptions,
  signal: AbortSignal,
  { random, get }: { readonly random: () => number; readonly get: GetSubscriber | undefined },
): Promise<HistoryComparison | undefined> {
  if (surveyed?.survey.totals.history === undefined || partialHistory) return undefined;
  const customers = sampleOf(surveyed, random);
  if (get !== undefined) return compareHistory(surveyed, customers, { get, signal });
  return { customers: customers.length, answered: 0, error: undefined };
}

function lostIn(history: KnownHistory | undefined): BackfillResult['lostOrders'] {
  const { count = 0, examples = [] } = history?.lost ?? {};
  return { count, examples };
}

/** Where every record has to be accounted for, the source is read to its end whatever comes. */
function signalOfReading({ signal, accountForAll = false }: BackfillOptions): AbortSignal {
  return signal === undefined || accountForAll ? new AbortController().signal : signal;
}

function listening(options: BackfillOptions, outcomes: OrderOutcomes): DeliveryOptions {
  return {
    ...options,
    onOutcome: (outcome) => {
      outcomes.settle(outcome);
    },
    onProgress: (progress) => options.onProgress?.(outcomes.progress(progress)),
  };
}

/** The engine counts events; outside it is orders that count. */
function ofOrders(delivered: DeliveryResult, { records }: OrderOutcomes): DeliveryResult {
  const finished = records.rejected + records.unknown > 0 ? 'partial' : 'completed';
  const status = delivered.status === 'stopped' ? 'stopped' : finished;
  return { ...delivered, records, status };
}
