import type { DeliveryResult, StockCounts } from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Plan } from './plan.ts';
import type { FailureParts } from './advice.ts';
import { interruption, stopReason, type StopReason } from './stop-reason.ts';
import { noStockCounts, type Status, type Summary } from './summary.ts';

/** `check` is that of `catalog check`; it and `dry-run` send nothing. */
export type Mode = 'sync' | 'dry-run' | 'check';

/** What became of a plan. */
export interface CarriedOut {
  /** Why nothing was sent. */
  readonly refusal?: StopReason | undefined;
  readonly delivery?: DeliveryResult;
  readonly pruned?: Pruned;
}

export interface Pruned {
  readonly deleted: number;
  /** No request can name their ids. */
  readonly rejected: number;
  /** It is not known whether they are gone. */
  readonly unknown: number;
  readonly stoppedBy: StopReason | undefined;
}

export interface Ending extends CarriedOut {
  /** `catalog sync` */
  readonly command: string;
  readonly mode: Mode;
  readonly files: readonly string[];
  /** Undefined: the default feed. */
  readonly feed?: string | undefined;
  readonly catalog: Pick<Catalog, 'source' | 'counts'> & Partial<Pick<Catalog, 'recognition'>>;
  readonly plan: Pick<Plan, 'unchanged' | 'stock'>;
  /** Whether everything is sent, also what was sent before: then no run carries another one on. */
  readonly full?: boolean;
  readonly rejected: number;
  readonly interrupted: boolean;
  readonly durationMs: number;
  readonly rejectsFile: string | null;
  readonly warnings: readonly string[];
}

/** The whole of a run in figures. */
export function summarize(ending: Ending): Summary {
  const { command, files, feed, catalog, plan, delivery, pruned, rejected } = ending;
  const { durationMs, rejectsFile, warnings } = ending;
  const { rows, products, variants, skipped, records: read } = catalog.counts;
  const { accepted, unchanged, unknown } = delivery?.records ?? {
    accepted: 0,
    unchanged: plan.unchanged,
    unknown: 0,
  };
  const { recognition = null } = catalog;
  const { status, exitCode, stoppedBy } = verdict(ending);
  return {
    command,
    status,
    exitCode,
    source: {
      files,
      ...(feed === undefined ? {} : { feed }),
      format: catalog.source.name,
      ...{ recognition, rows, products, variants, skipped },
    },
    records: {
      read,
      accepted,
      unchanged,
      rejected,
      unknown,
      notAttempted: read - accepted - unchanged - rejected - unknown,
      deleted: pruned?.deleted ?? 0,
    },
    requests: delivery?.requests ?? { sent: 0, retried: 0, rateLimited: 0 },
    stock: stockOf(plan, delivery),
    backInStockEventsTriggered: delivery?.backInStockEventsTriggered ?? 0,
    durationMs,
    rejectsFile,
    warnings,
    stoppedBy,
  };
}

/** What was read for the plan counts too. */
function stockOf({ stock }: Ending['plan'], delivery: CarriedOut['delivery']): StockCounts {
  const { requests, ...counts } = delivery?.stock ?? noStockCounts;
  return { ...counts, requests: requests + (stock.reads === undefined ? 0 : stock.requests) };
}

export interface Verdict {
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly stoppedBy: FailureParts | null;
}

/** How a run has ended, and what the process says of it. */
export function verdict({
  mode,
  refusal,
  delivery,
  pruned,
  rejected,
  interrupted,
  full = false,
}: Pick<Ending, keyof CarriedOut | 'mode' | 'full' | 'rejected' | 'interrupted'>): Verdict {
  const stopped = (status: Status, reason: StopReason): Verdict => {
    const { exitCode, ...stoppedBy } = full ? startingOver(reason) : reason;
    return { status, exitCode, stoppedBy };
  };
  if (refusal !== undefined) {
    return stopped(refusal.exitCode === exitCodes.stopped ? 'stopped' : 'failed', refusal);
  }
  const error = delivery?.stoppedBy;
  if (error !== undefined && error.code !== 'abort') {
    const reason = stopReason(error);
    const begun = delivery !== undefined && delivery.records.accepted > 0;
    const failed = reason.exitCode === exitCodes.refused && !begun;
    return stopped(failed ? 'failed' : 'stopped', reason);
  }
  if (pruned?.stoppedBy !== undefined) return stopped('stopped', pruned.stoppedBy);
  if (interrupted) return stopped('stopped', interruption);
  const unknown = (delivery?.records.unknown ?? 0) + (pruned?.unknown ?? 0);
  const whole = rejected + (pruned?.rejected ?? 0) + unknown === 0;
  const exitCode = whole ? exitCodes.ok : exitCodes.rejected;
  if (mode === 'dry-run') return { status: 'planned', exitCode, stoppedBy: null };
  return { status: whole ? 'completed' : 'partial', exitCode, stoppedBy: null };
}

/** The same job does not continue where it sends everything. */
function startingOver({ advice, ...reason }: StopReason): StopReason {
  const starts = advice.map((one) =>
    one.act === 'run-again' ? { ...one, act: 'start-over' as const } : one,
  );
  return { ...reason, advice: starts };
}
