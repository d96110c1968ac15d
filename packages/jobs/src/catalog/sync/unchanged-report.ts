import { exitCodes } from '../../report/exit-codes.ts';
import { emptySummary } from '../../report/summary.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { nothingPlanned } from '../../report/plan.ts';

interface Unread {
  readonly feed: string | undefined;
  readonly unchangedSince: string | undefined;
  readonly durationMs: number;
}

/** The report of a run whose inputs are those of the last complete one. */
export function unchangedReport(
  files: readonly string[],
  { feed, unchangedSince, durationMs }: Unread,
): SyncReport {
  const end = {
    command: 'catalog sync',
    status: 'completed',
    exitCode: exitCodes.ok,
    stoppedBy: null,
  } as const;
  const summary = { ...emptySummary(end, files, feed), durationMs };
  return {
    summary: { ...summary, ...(unchangedSince === undefined ? {} : { unchangedSince }) },
    plan: nothingPlanned('product'),
    rejects: [],
    rejectsFiles: [],
  };
}
