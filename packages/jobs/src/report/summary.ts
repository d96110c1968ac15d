import type { RequestCounts, StockCounts } from 'sequenzy-commerce';
import type { Recognition } from 'sequenzy-sources';
import type { FailureParts } from './advice.ts';
import type { ExitCode } from './exit-codes.ts';

export type Status = 'completed' | 'partial' | 'stopped' | 'failed' | 'planned';

export interface RecordFigures {
  /** `accepted`, `unchanged`, `rejected`, `unknown` and `notAttempted` add up to it. */
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Sent, and nobody knows whether they have arrived. */
  readonly unknown: number;
  readonly notAttempted: number;
  /** Deleted at the API: none of them was read. */
  readonly deleted: number;
}

interface SourceFigures {
  /** As the user named them. */
  readonly files: readonly string[];
  /** The feed they are; absent for the default feed, and for what belongs to none. */
  readonly feed?: string;
  readonly format: string | null;
  /** Why the input was taken for that; `null` where there is one format only, or nothing was read. */
  readonly recognition: Recognition | null;
  readonly rows: number;
  readonly products: number;
  readonly variants: number;
  readonly skipped: readonly { readonly reason: string; readonly products: number }[];
}

/** The figures of a job that works on records. */
export interface Summary {
  readonly command: string;
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly source: SourceFigures;
  readonly records: RecordFigures;
  readonly requests: RequestCounts;
  /** Stock that the input does not state. */
  readonly stock: StockCounts;
  readonly backInStockEventsTriggered: number;
  readonly durationMs: number;
  readonly rejectsFile: string | null;
  readonly warnings: readonly string[];
  /** Why the run ended early or did not begin. */
  readonly stoppedBy: FailureParts | null;
  /** The inputs have not changed since the run that ended then, so that nothing was read. */
  readonly unchangedSince?: string;
}

export const noStockCounts: StockCounts = {
  products: 0,
  carried: 0,
  unknown: 0,
  others: 0,
  unread: 0,
  requests: 0,
};

export const noRecords: RecordFigures = {
  read: 0,
  accepted: 0,
  unchanged: 0,
  rejected: 0,
  unknown: 0,
  notAttempted: 0,
  deleted: 0,
};

/** How a command ended, where nothing else is known. */
export type Ended = Pick<Summary, 'command' | 'status' | 'exitCode' | 'stoppedBy'>;

/** A run without a result. */
export function emptySummary(
  { stoppedBy, ...of }: Ended,
  files: readonly string[],
  feed?: string,
): Summary {
  return {
    ...of,
    source: {
      files,
      ...(feed === undefined ? {} : { feed }),
      format: null,
      recognition: null,
      rows: 0,
      products: 0,
      variants: 0,
      skipped: [],
    },
    records: noRecords,
    requests: { sent: 0, retried: 0, rateLimited: 0 },
    stock: noStockCounts,
    backInStockEventsTriggered: 0,
    durationMs: 0,
    rejectsFile: null,
    warnings: [],
    stoppedBy,
  };
}
