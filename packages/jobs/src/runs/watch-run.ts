import type { Clock } from 'sequenzy-commerce';
import { exitCodes } from '../report/exit-codes.ts';
import { UserError } from '../report/user-error.ts';
import { findRun, listRuns } from './find-run.ts';
import { pastRun, statusOf, type PastRun, type RunRecord } from './run-record.ts';

/** Milliseconds between two looks. */
const pause = 1000;

export interface Watching {
  readonly io: { readonly clock: Clock; readonly interruption: AbortSignal };
  readonly onLook: (run: PastRun) => void;
}

/**
 * Looks at a run until it has ended or was killed.
 *
 * @param id Default: the newest that is running.
 * @throws {UserError} when there is none.
 */
export async function watchRun(
  folder: string,
  id: string | undefined,
  { io, onLook }: Watching,
): Promise<PastRun> {
  let run = id === undefined ? await newestRunning(folder) : await findRun(folder, id);
  while (statusOf(run) === 'running') {
    onLook(pastRun(run));
    await io.clock.sleep(pause, io.interruption).catch((error: unknown) => {
      io.interruption.throwIfAborted();
      throw error;
    });
    run = await findRun(folder, run.id);
  }
  return pastRun(run);
}

async function newestRunning(folder: string): Promise<RunRecord> {
  const runs = await listRuns(folder, Infinity);
  const running = runs.find((run) => statusOf(run) === 'running');
  if (running !== undefined) return running;
  throw new UserError(
    'not-found',
    'No run is in progress',
    'sequenzy-cli runs lists those that have ended.',
    { exitCode: exitCodes.rejected },
  );
}
