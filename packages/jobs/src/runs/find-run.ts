import { exitCodes } from '../report/exit-codes.ts';
import { UserError } from '../report/user-error.ts';
import type { RunRecord } from './run-record.ts';
import { readRuns } from './runs-folder.ts';

/** The newest runs. */
export async function listRuns(folder: string, limit: number): Promise<RunRecord[]> {
  const runs: RunRecord[] = [];
  for await (const run of readRuns(folder)) {
    if (runs.length >= limit) break;
    runs.push(run);
  }
  return runs;
}

/**
 * One run by its id, by the beginning of it, or by `latest`.
 *
 * @throws {UserError} when there is none, or more than one begins so.
 */
export async function findRun(folder: string, id: string): Promise<RunRecord> {
  const found: RunRecord[] = [];
  for await (const run of readRuns(folder)) {
    if (id === 'latest' || run.id === id) return run;
    if (run.id.startsWith(id)) found.push(run);
  }
  const [run, another] = found;
  if (run !== undefined && another === undefined) return run;
  const problem =
    run === undefined ? `There is no run ${id}` : `More than one run begins with ${id}`;
  throw new UserError('not-found', problem, 'sequenzy-cli runs lists them.', {
    exitCode: exitCodes.rejected,
  });
}
