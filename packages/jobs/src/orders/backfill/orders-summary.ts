import { type RequestCounts } from 'sequenzy-commerce';
import {
  SequenzyBoundError,
  type EventCounts,
  type OrderChanges,
  type StoredHistory,
} from 'sequenzy-commerce/backfill';
import { neverSentReason, type Orders, type Recognition } from 'sequenzy-sources';
import { exitCodes, type ExitCode } from '../../report/exit-codes.ts';
import { runAgain, type StopReason } from '../../report/stop-reason.ts';
import { verdict, type Verdict } from '../../report/summarize.ts';
import type { FailureParts } from '../../report/advice.ts';
import type { RecordFigures, Status, Summary } from '../../report/summary.ts';
import type { Released } from '../hold/release.ts';
import type { SentOrders } from './send-orders.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import { option, say, type Words } from 'sequenzy-contract';

/** The figures of a backfill. */
export interface OrdersSummary {
  readonly command: string;
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly source: {
    /** As the user named them. */
    readonly files: readonly string[];
    readonly format: string | null;
    /** Why the input was taken for that; `null` where nothing was read. */
    readonly recognition: Recognition | null;
    readonly rows: number;
    readonly orders: number;
    readonly items: number;
    readonly skipped: Orders['counts']['skipped'];
    /** Orders that `since`, `until` and `status` leave out: not part of `records`. */
    readonly leftOut: number;
  };
  readonly records: RecordFigures;
  /** Events the server took and fires, by kind. */
  readonly events: EventCounts;
  /** What was stored as history, and fires nothing; null without `asEvents`, and where nothing was sent. */
  readonly stored: StoredHistory | null;
  /** How the orders stand to those that were sent before. */
  readonly changes: OrderChanges;
  /** Customers with an order that the filters let pass. */
  readonly customers: number;
  /** Addresses of those sent without totals because their orders mix currencies. */
  readonly mixedCurrencyCustomers: readonly string[];
  /** Addresses of those sent without totals because of a rejected order. */
  readonly incompleteCustomers: readonly string[];
  readonly requests: RequestCounts;
  readonly backInStockEventsTriggered: number;
  readonly durationMs: number;
  readonly rejectsFile: string | null;
  readonly warnings: readonly string[];
  /** Sequences whose enrolment was paused for this run, or by one that was killed; null where there were none. */
  readonly hold: Omit<Released, 'reason'> | null;
  readonly stoppedBy: FailureParts | null;
}

/** Those of a check of orders, besides what it has found. */
export type CheckedOrders = Pick<OrdersSummary, keyof OrdersSummary & keyof Summary>;

export interface OrdersEnding extends SentOrders {
  readonly mode: 'sync' | 'dry-run';
  readonly files: readonly string[];
  readonly orders: Pick<Orders, 'source' | 'recognition' | 'counts'>;
  /** Cancelled orders that were never sent, and are not now. */
  readonly neverSent: number;
  /** Orders of customers who were erased. */
  readonly erased: number;
  readonly plan: OrdersPlan;
  readonly full: boolean;
  readonly rejected: number;
  readonly interrupted: boolean;
  readonly deadline: Date | undefined;
  readonly durationMs: number;
  readonly rejectsFile: string | null;
  readonly warnings: readonly string[];
  readonly released: Released | undefined;
  /** Why enrolment could not be resumed. */
  readonly stillPaused: StopReason | undefined;
}

/** The whole of a run in figures. */
export function summarizeOrders(ending: OrdersEnding): OrdersSummary {
  const { files, orders, neverSent, erased, plan, delivery, rejected } = ending;
  const { durationMs, rejectsFile, warnings } = ending;
  const { rows, orders: found, items, skipped } = orders.counts;
  const { leftOut, customers, mixedCurrencyCustomers, incompleteCustomers, read } = plan;
  const { orderChanges: changes } = plan;
  const { accepted, unchanged, unknown } = delivery?.records ?? {
    accepted: 0,
    unchanged: plan.unchanged,
    unknown: 0,
  };
  const notAttempted = read - accepted - unchanged - rejected - unknown;
  const { status, exitCode, stoppedBy } = endOf(ending);
  return {
    command: 'orders backfill',
    status,
    exitCode,
    source: {
      files,
      format: orders.source.name,
      recognition: orders.recognition,
      rows,
      orders: found,
      items,
      skipped: [
        ...skipped,
        ...(neverSent === 0 ? [] : [{ reason: neverSentReason, orders: neverSent }]),
        ...(erased === 0 ? [] : [{ reason: 'erased', orders: erased }]),
      ],
      leftOut,
    },
    records: { read, accepted, unchanged, rejected, unknown, notAttempted, deleted: 0 },
    events: delivery?.events ?? { placed: 0, cancelled: 0, fulfilled: 0, refunded: 0 },
    stored: delivery?.stored ?? null,
    changes,
    customers,
    mixedCurrencyCustomers,
    incompleteCustomers,
    requests: delivery?.requests ?? { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
    durationMs,
    rejectsFile,
    warnings,
    hold: holdOf(ending),
    stoppedBy,
  };
}

function holdOf({ released }: OrdersEnding): OrdersSummary['hold'] {
  if (released === undefined) return null;
  const { resumed, leftAlone, stillPaused } = released;
  return { resumed, leftAlone, stillPaused };
}

/** A bound that the user has set is reached as planned: there is nothing to correct. */
function endOf(ending: OrdersEnding): Verdict {
  const { delivery, stillPaused, ...others } = ending;
  const error = delivery?.stoppedBy;
  if (delivery === undefined || !(error instanceof SequenzyBoundError)) {
    const ended = verdict(ending);
    if (stillPaused === undefined || ended.stoppedBy !== null) return ended;
    return { ...verdict({ ...others, refusal: stillPaused }), status: 'stopped' };
  }
  const stoppedBy: StopReason = {
    code: 'bound',
    problem: boundOf(error, delivery.requests, ending),
    advice: [runAgain],
    exitCode: exitCodes.stopped,
  };
  return { ...verdict({ ...others, refusal: stoppedBy }), status: 'stopped' };
}

function boundOf(
  { bound }: SequenzyBoundError,
  { sent }: RequestCounts,
  { heldUntil, deadline }: Pick<OrdersEnding, 'heldUntil' | 'deadline'>,
): Words {
  const isHold = heldUntil !== undefined && (deadline === undefined || heldUntil < deadline);
  if (bound === 'deadline' && isHold) return say`The time given by ${option('maxHold')} is over`;
  return bound === 'deadline'
    ? say`The time given by ${option('untilTime')} is reached`
    : say`The limit of ${option('maxRequests')} is reached (${String(sent)})`;
}
