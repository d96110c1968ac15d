import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import * as found from '../runs/find-run.ts';
import { pastRun, type PastRun } from '../runs/run-record.ts';
import * as watched from '../runs/watch-run.ts';
import { stateFolderPath } from '../state/state-folder.ts';

interface RunsPlace {
  /** Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
}

export interface ListRunsOptions extends RunsPlace {
  /** How many at most. Default: 20. */
  readonly limit?: number | undefined;
}

/**
 * Lists the records of past runs, the newest first.
 *
 * @example
 *   const [last] = await listRuns({ limit: 1 });
 */
export function listRuns(
  { limit = 20, ...place }: ListRunsOptions = {},
  surroundings: Surroundings = {},
): Promise<readonly PastRun[]> {
  return withJob(undefined, surroundings, async ({ io }) => {
    const runs = await found.listRuns(stateFolderPath(place, io.env), limit);
    return runs.map(pastRun);
  });
}

export interface FindRunOptions extends RunsPlace {
  /** Its id, the beginning of it, or `latest`. */
  readonly id: string;
}

/**
 * Finds the record of one run.
 *
 * @throws {UserError} when there is none, or more than one begins so.
 * @example
 *   const { status, summary } = await findRun({ id: 'latest' });
 */
export function findRun(
  { id, ...place }: FindRunOptions,
  surroundings: Surroundings = {},
): Promise<PastRun> {
  return withJob(undefined, surroundings, async ({ io }) =>
    pastRun(await found.findRun(stateFolderPath(place, io.env), id)),
  );
}

export interface WatchRunOptions extends RunsPlace {
  /** Its id or the beginning of it. Default: the newest that is running. */
  readonly id?: string | undefined;
}

/**
 * Looks at a run once a second until it has ended or was killed, and tells each look as an event.
 *
 * @throws {UserError} when there is none.
 * @example
 *   const { status } = await watchRun({}, { onEvent: (event) => console.log(event.type) });
 */
export function watchRun(
  { id, ...place }: WatchRunOptions = {},
  surroundings: Surroundings = {},
): Promise<PastRun> {
  return withJob(undefined, surroundings, async ({ io, tell }) => {
    const onLook = (run: PastRun): void => {
      tell({ type: 'run', run });
    };
    return watched.watchRun(stateFolderPath(place, io.env), id, { io, onLook });
  });
}
