import type { DeliveryResult } from '../delivery/outcome.ts';
import type { OrderStatus } from './backfill-options.ts';
import type { HistoryComparison } from './survey/compare-history.ts';
import type { OrderChanges } from './known/order-changes.ts';
import type { CustomerTotals } from './totals/customer-totals.ts';

/** How many events of each kind. */
export type EventCounts = Readonly<Record<OrderStatus, number>>;

/** What is stored as history, with `asEvents`. */
export interface StoredHistory {
  /** Orders that are stored as one event each, which fires nothing. */
  readonly orders: number;
  /** The same by kind. */
  readonly events: EventCounts;
  /** Orders that are sent as orders besides the newest of each customer: an event of their age would fire, too. */
  readonly recent: number;
  /** Orders that are sent as orders because they were sent before, and have changed in something else than their status. */
  readonly changed: number;
  /** Orders that are left out, because the API takes no events of their age. They are part of `leftOut`. */
  readonly tooOld: number;
}

/** What a backfill found in its source, beside what became of it. */
interface SourceFindings {
  /** Customers with an order to send; 0 with `singlePass`, which does not count them. */
  readonly customers: number;
  /** Orders the filters left out, or that turned up only after the totals were made: not part of `records`. */
  readonly leftOut: number;
  /** Orders of customers who were erased from the ledger: nothing is sent of them. Not part of `records`. */
  readonly erased: number;
  /** E-mail addresses of customers who are sent without totals because their orders mix currencies. */
  readonly mixedCurrencyCustomers: readonly string[];
  /**
   * Those of customers who are sent without totals because of a faulty order: with `computed` it does not count, with
   * `given` it is newer than the totals.
   */
  readonly incompleteCustomers: readonly string[];
  /**
   * Those of customers who are sent without computed totals because an order that was sent for them is skipped, faulty, or has another
   * address now.
   */
  readonly lackingCustomers: readonly string[];
  /**
   * Orders that were sent before and are in the source, but skipped, such as those without an address, or faulty: some
   * of their numbers, `#1001`. Only with computed totals.
   */
  readonly lostOrders: { readonly count: number; readonly examples: readonly string[] };
}

/** What nobody is told by an answer. */
export interface BackfillNotices {
  /**
   * Orders to be sent that are more than five years old. The API refuses other events of that age, and answers an order
   * before it looks at it: they may vanish.
   */
  readonly tooOld: number;
  /** Names of event properties of theirs that Sequenzy keeps for itself, and does not take. */
  readonly reservedProperties: readonly string[];
  /** How the source stands to what Sequenzy has; `undefined` unless totals are computed, and with `partialHistory`. */
  readonly comparison: HistoryComparison | undefined;
  /** When the first and the last order of the source were placed: computed totals take it for the whole history. */
  readonly span: { readonly from: Date; readonly to: Date } | undefined;
}

/** What a backfill gives back. `records` counts orders; one that stands in the source twice counts twice. */
export interface BackfillResult extends DeliveryResult, SourceFindings, BackfillNotices {
  /** What is new, and what has changed in what. */
  readonly orderChanges: OrderChanges;
  /** Events the server took in this run and fires; not those of `stored`. */
  readonly events: EventCounts;
  /** What was stored as history; `undefined` without `asEvents`. */
  readonly stored: StoredHistory | undefined;
  /** The totals the orders carried, to be checked by `orders.verify`; `undefined` unless computed. */
  readonly totals: CustomerTotals | undefined;
}

/** What a backfill would do. */
export interface BackfillPlan extends SourceFindings, BackfillNotices {
  /** Orders that would be sent. */
  readonly orders: number;
  /** What is new, and what has changed in what. */
  readonly orderChanges: OrderChanges;
  /** Orders the ledger knows: nothing would be sent of them. */
  readonly unchanged: number;
  /** Records that do not fit the API. */
  readonly rejected: number;
  /** Events that would be fired. Each can start automations. Not those of `stored`. */
  readonly events: EventCounts;
  /** What would be stored as history; `undefined` without `asEvents`. */
  readonly stored: StoredHistory | undefined;
  /** Those that read customers back before, as `comparison` has them, included. */
  readonly requests: number;
  /** How long the documented rate limits make the requests take, without windows and deadlines. */
  readonly milliseconds: number;
}
