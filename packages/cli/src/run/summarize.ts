import type { DeliveryResult } from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { runAgain, stopReason } from './stop-reason.ts';
import type { Status, StoppedBy, Summary } from './summary.ts';

/** `check` and `dry-run` send nothing. */
export type Mode = 'sync' | 'dry-run' | 'check';

export interface Ending {
  readonly mode: Mode;
  readonly files: readonly string[];
  readonly catalog: Pick<Catalog, 'source' | 'counts'>;
  /** Undefined where nothing was sent. */
  readonly delivery: DeliveryResult | undefined;
  readonly rejected: number;
  readonly interrupted: boolean;
  readonly durationMs: number;
  readonly rejectsFile: string | null;
  readonly warnings: readonly string[];
}

/** The whole of a run in figures. */
export function summarize(ending: Ending): Summary {
  const { mode, files, catalog, delivery, rejected, durationMs, rejectsFile, warnings } = ending;
  const { rows, products, variants, skipped, records: read } = catalog.counts;
  const { accepted = 0, unchanged = 0 } = delivery?.records ?? {};
  const { status, exitCode, stoppedBy } = verdict(ending);
  return {
    command: mode === 'check' ? 'catalog check' : 'catalog sync',
    status,
    exitCode,
    source: { files, format: catalog.source.name, rows, products, variants, skipped },
    records: {
      read,
      accepted,
      unchanged,
      rejected,
      notAttempted: read - accepted - unchanged - rejected,
      deleted: 0,
    },
    requests: delivery?.requests ?? { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: delivery?.backInStockEventsTriggered ?? 0,
    durationMs,
    rejectsFile,
    warnings,
    stoppedBy,
  };
}

interface Verdict {
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly stoppedBy: StoppedBy | null;
}

function verdict({ mode, delivery, rejected, interrupted }: Ending): Verdict {
  const error = delivery?.stoppedBy;
  if (error !== undefined && error.code !== 'abort') {
    const { exitCode, ...stoppedBy } = stopReason(error);
    const begun = delivery !== undefined && delivery.records.accepted > 0;
    const failed = exitCode === exitCodes.refused && !begun;
    return { status: failed ? 'failed' : 'stopped', exitCode, stoppedBy };
  }
  if (interrupted) return { status: 'stopped', exitCode: exitCodes.interrupted, stoppedBy: byHand };
  const exitCode = rejected > 0 ? exitCodes.rejected : exitCodes.ok;
  if (mode === 'dry-run') return { status: 'planned', exitCode, stoppedBy: null };
  return { status: rejected > 0 ? 'partial' : 'completed', exitCode, stoppedBy: null };
}

const byHand: StoppedBy = {
  code: 'interrupted',
  message: 'Interrupted',
  nextStep: runAgain,
};
