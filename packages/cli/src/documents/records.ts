import type { DeleteReport } from 'sequenzy-jobs/catalog/delete/delete-products.ts';
import type { DiffReport } from 'sequenzy-jobs/catalog/diff/diff-catalog.ts';
import type { UndoReport } from 'sequenzy-jobs/catalog/undo/undo-catalog.ts';
import type { EventsReport } from 'sequenzy-jobs/events/send-events.ts';
import type { Repaired } from 'sequenzy-jobs/catalog/check/damage.ts';
import type { Found, FoundKind } from 'sequenzy-jobs/catalog/check/findings.ts';
import type { CheckedOrders, OrdersSummary } from 'sequenzy-jobs/orders/backfill/orders-summary.ts';
import type { VerifyReport } from 'sequenzy-jobs/orders/verify/verify-orders.ts';
import type { Automations } from 'sequenzy-jobs/report/automations.ts';
import type { ProductChange } from 'sequenzy-jobs/report/changes.ts';
import type { OrdersPlan } from 'sequenzy-jobs/report/orders-plan.ts';
import type { Restocks, StockPlan } from 'sequenzy-jobs/report/plan.ts';
import type { Reject } from 'sequenzy-jobs/report/reject.ts';
import type { Summary } from 'sequenzy-jobs/report/summary.ts';
import type { Ended } from './head.ts';

type Common = keyof Ended<string>;

/** A sync in figures. */
export interface SyncDocument<Name extends string> extends Ended<Name>, Omit<Summary, Common> {
  /** All of them, where several were written. */
  readonly rejectsFiles?: readonly string[];
  /** With `--show-changes`: the first products that change. */
  readonly changes?: readonly ProductChange[];
  /** Of a dry run or a check; `null` where the records could not be read. */
  readonly plan?: PlanDocument | null;
  /** Of a dry run or a check: every reject. */
  readonly rejects?: readonly Reject[];
}

/** What a sync would send. */
export interface PlanDocument {
  readonly products: number;
  readonly requests: number;
  /** Time the rate limit makes the requests take. */
  readonly milliseconds: number;
  /** `null` where nothing is held back. */
  readonly requestsPerMinute: number | null;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Products without the address of a page. */
  readonly withoutPage: number;
  readonly restocks: Restocks;
  readonly stock: Omit<StockPlan, 'unknown' | 'reads'> & {
    /** Variants whose stock Sequenzy does not know either; `null` where it was not read. */
    readonly unknown: number | null;
  };
  readonly toDelete: number;
  /** The first ids that `--prune` would delete. */
  readonly firstToDelete: readonly string[];
  /** What the restocks would start; `null` where the API was not asked. */
  readonly automations: Automations | null;
}

/** What damage a file has. */
export interface DamageDocument {
  readonly damage: {
    readonly count: number;
    /** Findings with a repair that is certain. */
    readonly certain: number;
    /** Findings that nothing has repaired. */
    readonly left: number;
    readonly kinds: readonly Omit<FoundKind, 'listed'>[];
    /** JSON inputs: no spreadsheet writes them. */
    readonly notInspected: readonly string[];
    readonly repaired: Repaired | null;
  };
  readonly findings: readonly FindingDocument[];
}

/** One place of damage. */
export interface FindingDocument extends Pick<
  Found,
  'kind' | 'file' | 'line' | 'problem' | 'isCertain'
> {
  /** In a workbook: `Sheet1!C7`. */
  readonly cell?: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly repair: string | null;
}

/** Damage is absent where the check did not begin. */
export interface CatalogCheckDocument
  extends SyncDocument<'catalog check'>, Partial<DamageDocument> {}

/** `records.read` are the products of the run that is undone. */
export interface UndoDocument extends Ended<'catalog undo'>, Omit<UndoReport, Common | 'undo'> {
  /** `null` where nothing came of it. */
  readonly undo: UndoReport['undo'] | null;
}

/** `records.read` are the ids that were named. */
export interface DeleteDocument extends Ended<'catalog delete'>, Omit<DeleteReport, Common> {}

/** How a file and what Sequenzy holds differ. */
export interface DiffDocument extends Ended<'catalog diff'>, Omit<DiffReport, Common | 'repair'> {
  /** What became of `--repair`; `null` where it was not given or nothing had to be sent. */
  readonly repair: (Omit<Summary, 'stoppedBy'> & Pick<Ended<string>, 'stoppedBy'>) | null;
}

/** A record of an order that was not taken. */
export type OrderReject = Omit<Reject, 'productId'> & { readonly orderId: string | null };

/** A backfill in figures. */
export interface BackfillDocument extends Ended<'orders backfill'>, Omit<OrdersSummary, Common> {
  readonly rejectsFiles?: readonly string[];
  /** Of a dry run. */
  readonly plan?: OrdersPlanDocument;
  /** Of a dry run: every reject. */
  readonly rejects?: readonly OrderReject[];
}

/** What a backfill would send. */
export interface OrdersPlanDocument extends Pick<
  OrdersPlan,
  'orders' | 'customers' | 'events' | 'requests' | 'milliseconds' | 'tooOld'
> {
  /** What is stored as history, and starts nothing; `null` without `--as-events`. */
  readonly stored: NonNullable<OrdersPlan['stored']> | null;
  /** Customers that are compared first, one request each. */
  readonly compared: number;
  /** The days of the oldest and the newest order. */
  readonly history: OrdersPlan['span'] | null;
  readonly automations: Automations | null;
  readonly requestsPerMinute: number | null;
}

/** Damage is absent where the check did not begin. */
export interface OrdersCheckDocument
  extends Ended<'orders check'>, Omit<CheckedOrders, Common>, Partial<DamageDocument> {
  readonly rejects?: readonly OrderReject[];
}

/** How totals and what Sequenzy has of them differ. */
export interface VerifyDocument
  extends Ended<'orders verify'>, Omit<VerifyReport, Common | 'totals'> {
  /** Where the totals come from; `null` where nothing was compared. */
  readonly totals: VerifyReport['totals'] | null;
}

/** What became of each order, checkout or back-in-stock request. */
export interface EventsDocument<Name extends string>
  extends Ended<Name>, Omit<EventsReport, Common> {}
