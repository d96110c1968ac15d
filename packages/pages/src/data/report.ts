import type { Rehearsal } from './rehearsal.ts';

/** What a report of a run shows. */
export interface Report {
  /** `orders backfill` */
  readonly command: string;
  readonly status: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly files: readonly string[];
  readonly figures: readonly Figure[];
  /** Requests a minute that are allowed; `null` where nothing is held back. */
  readonly requestsPerMinute: number | null;
  readonly timeline: readonly Moment[];
  readonly rejects: readonly RejectGroup[];
  readonly rejectsFile: string | null;
  readonly restocks: Restocked | null;
  readonly differences: readonly Difference[];
  readonly history: History | null;
  /** Only of a rehearsal. */
  readonly rehearsal: Rehearsal | null;
  readonly warnings: readonly string[];
  /** Why it ended early, and what to do. */
  readonly stoppedBy: string | null;
  /** The words behind `sequenzy-cli`. */
  readonly options: readonly string[];
  /** Of the program, of Node, and the platform. */
  readonly versions: readonly Figure[];
  /** Whether e-mail addresses are masked. */
  readonly isMasked: boolean;
}

export interface Figure {
  readonly name: string;
  readonly value: string | number;
}

/** How far the run was. */
export interface Moment {
  /** Milliseconds since its start. */
  readonly at: number;
  /** Records that are settled. */
  readonly done: number;
  /** Requests that have left. */
  readonly requests: number;
}

export interface RejectGroup {
  readonly reason: string;
  readonly count: number;
  /** The first ones. */
  readonly places: readonly string[];
}

/** What came back in stock. */
export interface Restocked {
  readonly products: number;
  readonly variants: number;
  /** Waiting lists that were told. */
  readonly told: number;
}

export interface Difference {
  readonly productId: string;
  readonly status: string;
  readonly fields: readonly {
    readonly path: string;
    readonly file: string;
    readonly stored: string;
  }[];
}

/** Orders as the files have them, so that a merchant sees whether the history is whole. */
export interface History {
  readonly months: readonly { readonly month: string; readonly orders: number }[];
  readonly customers: number;
  /** Customers by what they have spent in the currency that most orders have; empty where there were too many to count. */
  readonly spent: readonly {
    readonly from: number;
    readonly to: number;
    readonly customers: number;
  }[];
  readonly currency: string | null;
}
