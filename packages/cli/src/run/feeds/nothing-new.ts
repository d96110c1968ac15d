import { exitCodes } from '../../exit-codes.ts';
import { nothingPlanned } from '../plan.ts';
import { emptySummary } from '../summary.ts';
import type { SyncReport } from '../sync-report.ts';

/** The report of a run whose inputs are those of the last complete one. */
export function nothingNew(
  files: readonly string[],
  unchangedSince: string | undefined,
  durationMs: number,
): SyncReport {
  const end = {
    command: 'catalog sync',
    status: 'completed',
    exitCode: exitCodes.ok,
    stoppedBy: null,
  } as const;
  const summary = { ...emptySummary(end, files), durationMs };
  return {
    summary: { ...summary, ...(unchangedSince === undefined ? {} : { unchangedSince }) },
    plan: nothingPlanned('product'),
    rejects: [],
    rejectsFiles: [],
  };
}
