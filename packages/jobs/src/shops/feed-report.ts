import type { BackfillReport } from '../orders/backfill/backfill-orders.ts';
import type { FailureParts } from '../report/advice.ts';
import { exitCodes, type ExitCode } from '../report/exit-codes.ts';
import type { Status } from '../report/summary.ts';
import type { SyncReport } from '../report/sync-report.ts';
import type { FeedCommand } from '../config/feed-schema.ts';

/** What became of one feed. */
export interface FeedReport {
  /** `acme/products` */
  readonly name: string;
  readonly command: FeedCommand;
  readonly status: Status;
  readonly exitCode: ExitCode;
  /** Why it ended early or did not begin. */
  readonly stoppedBy: FailureParts | null;
  /** What its command gives back; undefined where it did not begin. */
  readonly report?: SyncReport | BackfillReport;
  /** Only of a bug. */
  readonly stack?: string;
}

/** What became of all of them. */
export interface FeedsReport {
  readonly status: Status;
  /** The gravest of its feeds. */
  readonly exitCode: ExitCode;
  readonly feeds: readonly FeedReport[];
  readonly durationMs: number;
  readonly warnings: readonly string[];
}

/** The gravest first: whoever is called at night looks there. */
const gravest: readonly ExitCode[] = [
  exitCodes.interrupted,
  exitCodes.bug,
  exitCodes.refused,
  exitCodes.usage,
  exitCodes.stopped,
  exitCodes.rejected,
  exitCodes.ok,
];

export function gravestOf(feeds: readonly Pick<FeedReport, 'exitCode'>[]): ExitCode {
  return gravest.find((code) => feeds.some(({ exitCode }) => exitCode === code)) ?? exitCodes.ok;
}

export function statusOfAll(feeds: readonly Pick<FeedReport, 'status'>[]): Status {
  const order: readonly Status[] = ['failed', 'stopped', 'partial', 'planned', 'completed'];
  return order.find((status) => feeds.some((feed) => feed.status === status)) ?? 'completed';
}
