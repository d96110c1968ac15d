import type { Order } from 'sequenzy-contract';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import type { ExchangeRates } from './totals/exchange-rates.ts';
import type { TotalsRule } from './totals/totals-rule.ts';
import type { DailyWindow } from './bounds/daily-window.ts';

export type OrderStatus = NonNullable<Order['status']>;

/** A customer's lifetime totals, as an order carries them. `totalSpentCents` is in the currency's smallest unit. */
export type LifetimeTotals = NonNullable<Order['customerTotals']>;

/** Lifetime totals by e-mail address, such as `CustomerTotals`, or a table of the shop's own. */
export interface TotalsLookup {
  /** The address comes as the order has it; `undefined` where nothing is known: the order is sent without totals. */
  totalsOf(email: string): LifetimeTotals | undefined;
  /**
   * What `totalSpentCents` is in, where that may be another currency than an order's: with other decimals, as USD and
   * JPY have, the totals are written as that order's currency is. Without it they are in whichever an order is in.
   */
  currencyOf?(email: string): string | undefined;
}

/** Lifetime totals of an address as the order has it, such as from a database; `undefined` where nothing is known. */
export type TotalsFunction = (
  email: string,
) => LifetimeTotals | undefined | Promise<LifetimeTotals | undefined>;

/** Options of `backfill`. Only `totals` has no default. */
export interface BackfillOptions extends Omit<DeliveryOptions, 'maxRestocks' | 'onDifference'> {
  /**
   * The lifetime totals every order of a customer carries. They take the place of what Sequenzy has added up, so
   * totals of a part of the history would be damage.
   *
   * - `computed`: added up from the source, which must hold every order ever placed. Customers with a faulty order that
   *   cannot be counted are sent without totals, and the result names them.
   * - `given`: what the customer's newest order says in `customerTotals`. Customers with a faulty order that may be
   *   newer are sent without totals, and the result names them.
   * - a lookup, a function (which may be asynchronous), or a Map by e-mail address as the orders have it or in lower
   *   case: from elsewhere, for a history that is not complete. `undefined`: sent without totals.
   * - `none`: orders are sent without totals, and Sequenzy adds up what it is sent.
   */
  readonly totals:
    | 'computed'
    | 'given'
    | 'none'
    | TotalsLookup
    | TotalsFunction
    | ReadonlyMap<string, LifetimeTotals>;
  /**
   * With `computed`: converts the totals of customers whose orders mix currencies. Without rates (or without the one
   * that is needed) their orders are sent without totals, and the result names them. Customers of one currency keep it.
   */
  readonly rates?: ExchangeRates;
  /**
   * Send each customer's newest order first, so that all lifetime values are correct after as many requests as there
   * are customers, and then the rest by time. Default: false, everything by time.
   */
  readonly ltvFirst?: boolean;
  /**
   * Experimental. Store history as events, 25 a request, which fire nothing, and send as an order only the newest one of
   * each customer, with the final totals, after them. Orders younger than an hour, and known ones that have changed in
   * something else than their status, are sent as orders, too; those older than five years are left out, since the API
   * takes no events of that age. Whether such events feed product segments and replenishment is not known. A customer
   * whose newest order is refused gets no totals. Not with `ltvFirst`, `singlePass` or a `full` lifecycle. Default: false.
   */
  readonly asEvents?: boolean;
  /**
   * With `computed`: how orders are added up. `Orders.totalsRule` of `sequenzy-sources` has the platform's own.
   * Default: `net`.
   */
  readonly totalsRule?: TotalsRule;
  /** Add `properties.backfill: true` to every order, for automations to be filtered by. Default: true. */
  readonly mark?: boolean;
  /** `final` sends an order's last status only; `full` sends it as `placed` first. Default: `final`. */
  readonly lifecycle?: 'final' | 'full';
  /** Send only orders of this moment or later. Totals and profiles are taken from all orders all the same. */
  readonly since?: Date;
  /** Send only orders before this moment. */
  readonly until?: Date;
  /** Send only orders that have one of these statuses now. */
  readonly status?: readonly OrderStatus[];
  /**
   * `changed`: also send orders that differ from what was sent in ways that are not a reason to, such as another tag, a
   * name or an earlier status, and those of which only the id is known. Not those with another e-mail address; `full`
   * sends them too. Default: they are counted.
   */
  readonly resend?: 'changed';
  /**
   * Continue although `computed` totals lack orders: the ledger knows more of them than the source has (only a ledger with
   * `keys` can tell), faulty ones belong to nobody knows whom, or the source says that it lacks some. Default: false,
   * the run is refused with a {@link SequenzyPartialHistoryError} before anything is sent.
   */
  readonly partialHistory?: boolean;
  /**
   * Read the source once, and send it as it comes: each order with its own profile, in the source's order. For a
   * source that cannot be read again; not with `computed` totals or `ltvFirst`. Default: false.
   */
  readonly singlePass?: boolean;
  /** Stop, resumable, before more requests than this leave. Repeats count; one that is begun is finished. */
  readonly maxRequests?: number;
  /** Stop, resumable, at this moment. */
  readonly deadline?: Date;
  /** Send only in these hours of the day, and wait outside of them. Default: at any time. */
  readonly window?: DailyWindow;
  /** Called when the run begins to wait for the window, with the moment it opens (or the deadline, if that is first). */
  readonly onWait?: (until: Date) => void;
}
