import type { PastRun } from '../runs/run-record.ts';
import type {
  Hooks,
  Progress,
  RateLimiter,
  RateLimiterState,
  RequestCounts,
} from 'sequenzy-commerce';
import type { TotalsRule } from 'sequenzy-commerce/backfill';
import type { Deletion } from 'sequenzy-commerce/mirror';
import type { LedgerWait } from 'sequenzy-commerce/node';
import type { Catalog, Orders, StockFeed } from 'sequenzy-sources';
import type { Automations, HoldPlan } from '../report/automations.ts';
import type { ListedChanges } from '../report/changes.ts';
import type { OrdersPlan } from '../report/orders-plan.ts';
import type { EventOutcome } from '../report/outcomes.ts';
import type { Plan } from '../report/plan.ts';
import type { UndoPlan } from '../report/undo-plan.ts';

/** How much there is to send. */
export interface Load {
  /** What the records are. */
  readonly noun: Plan['noun'] | 'order' | 'deletion';
  readonly records: number;
  readonly requests: number;
}

/**
 * Milliseconds until the last request of a run may leave, given those that are settled; undefined where nothing says
 * when that is.
 */
export type Pace = (settled: RequestCounts) => number | undefined;

/** What is needed to tell how a run continues. */
export interface Sending {
  readonly load: Load;
  readonly pace: Pace;
  readonly limiter: Pick<RateLimiter, 'explain'>;
}

/** What is read from files, an API or a database before anything can be planned. */
export interface Fetching {
  /** Whose it is, as people call it. */
  readonly from: string;
  readonly noun: 'product' | 'order' | 'row';
  /** What becomes of them. Default: `read`. */
  readonly doing?: 'read' | 'compared';
  /** What holds requests back, where something does. */
  readonly limiter?: Pick<RateLimiter, 'explain'>;
}

/** How far a run is. */
export type Settled = Pick<Progress, 'records' | 'requests'>;

type Input = 'files' | 'source' | 'counts' | 'warnings';
type Hook<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** One thing that happens while a job is done. */
export type JobEvent =
  /** Something worth knowing that does not stop the job. The report has it too. */
  | { readonly type: 'warning'; readonly sentence: string }
  /** The server answered, well or badly. */
  | { readonly type: 'response'; readonly response: Hook<'onResponse'> }
  /** A request failed and will leave again. */
  | { readonly type: 'retry'; readonly retry: Hook<'onRetry'> }
  /** The rate limiter holds a request back. */
  | { readonly type: 'hold'; readonly hold: Hook<'onWait'> }
  /** A run elsewhere holds the ledger and is watched, since it may be over; `ledger-free` ends the wait. */
  | { readonly type: 'ledger-held'; readonly wait: LedgerWait }
  | { readonly type: 'ledger-free' }
  /** Many records begin to be read from files, an API or a database, or to be compared; `settled` ends it. */
  | { readonly type: 'fetching'; readonly fetching: Fetching }
  /** So many of them have been read. */
  | { readonly type: 'fetched'; readonly records: number }
  /** The next request for them has to wait. */
  | {
      readonly type: 'fetching-held';
      readonly hold: Pick<RateLimiterState, 'reason' | 'milliseconds'>;
    }
  /** The input has been recognised and read once. */
  | {
      readonly type: 'opened';
      readonly kind: 'products';
      readonly input: Pick<Catalog, Input | 'recognition' | 'proposal'>;
    }
  | {
      readonly type: 'opened';
      readonly kind: 'orders';
      readonly input: Pick<Orders, Input | 'recognition' | 'proposal'>;
    }
  | { readonly type: 'opened'; readonly kind: 'stock'; readonly input: Pick<StockFeed, Input> }
  | { readonly type: 'planned'; readonly kind: 'products'; readonly plan: Plan }
  | { readonly type: 'planned'; readonly kind: 'undo'; readonly plan: UndoPlan }
  /** What becomes of the products of the plan, field by field; where that was asked for. */
  | { readonly type: 'changes'; readonly changes: ListedChanges }
  | {
      readonly type: 'planned';
      readonly kind: 'orders';
      readonly plan: OrdersPlan;
      /** How totals are added up; undefined unless they are computed. */
      readonly rule: TotalsRule | undefined;
    }
  /** Read what the run would start. */
  | {
      readonly type: 'automations';
      readonly automations: Automations;
      /** Undefined where nothing is held. */
      readonly hold?: HoldPlan;
    }
  /** Enrolment of these sequences is paused for the length of the run. */
  | { readonly type: 'held'; readonly names: readonly string[] }
  /** Enrolment resumes in so long, when the last orders are processed. */
  | {
      readonly type: 'releasing';
      readonly names: readonly string[];
      readonly milliseconds: number;
    }
  | {
      readonly type: 'released';
      readonly resumed: readonly string[];
      readonly leftAlone: readonly string[];
      readonly stillPaused: readonly string[];
    }
  /** Requests that change something begin to leave; `settled` says that none is under way any more. */
  | { readonly type: 'sending'; readonly sending: Sending }
  | { readonly type: 'progress'; readonly progress: Settled }
  /** The run waits for the hours in which it may send. */
  | { readonly type: 'waiting'; readonly until: Date }
  /** So many of the products that are gone from the source have been deleted. */
  | { readonly type: 'pruned'; readonly products: number; readonly of: number }
  /** A product that was named has been deleted, or not. */
  | { readonly type: 'deletion'; readonly deletion: Deletion }
  /** A single order, checkout or request has been sent, or not. */
  | { readonly type: 'event'; readonly outcome: EventOutcome }
  /** The run is written down in this state folder. */
  | { readonly type: 'recorded'; readonly folder: string; readonly id: string }
  /** A run that is watched has been looked at. */
  | { readonly type: 'run'; readonly run: PastRun }
  | { readonly type: 'settled' };
