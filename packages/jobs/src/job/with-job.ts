import { programWording, Secrets, systemClock } from 'sequenzy-contract';
import { interrupted } from '../report/user-error.ts';
import { asUserError } from '../report/stop-reason.ts';
import { recorded, type RecordedRun } from '../runs/recorded.ts';
import type { RunSummary } from '../runs/run-record.ts';
import { openStateFolder } from '../state/state-folder.ts';
import { Job } from './job.ts';
import type { Surroundings } from './surroundings.ts';

/** How a run is written down. */
export interface RunRecording<Report> {
  /** `catalog sync` */
  readonly command: string;
  /** Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir: string | undefined;
  readonly summaryOf: (report: Report) => RunSummary;
}

/**
 * Does one job from its start to its end: clock, warnings, signal, the record of the run where something is sent, and
 * the closing of all that was opened, also where it throws.
 *
 * @param kept Undefined where nothing is sent.
 * @throws {UserError} for all that a user can mend. What else is thrown is a bug.
 */
export async function withJob<Report>(
  kept: RunRecording<Report> | undefined,
  surroundings: Surroundings,
  body: (job: Job) => Promise<Report>,
): Promise<Report> {
  const { env = process.env, stdin = process.stdin, clock = systemClock } = surroundings;
  const { signal = new AbortController().signal, onEvent = () => undefined } = surroundings;
  const { secrets = new Secrets(), decide = {}, argv = [] } = surroundings;
  const { wording = programWording, name, machineClock = clock } = surroundings;
  const io = { env, stdin, clock, machineClock, interruption: signal, wording };
  const work = async (run?: RecordedRun): Promise<Report> => {
    if (run !== undefined) onEvent({ type: 'recorded', folder: run.folder, id: run.id });
    const job = new Job({ io, secrets, decide, onEvent, wording, run });
    try {
      return await body(job);
    } catch (error) {
      throw asUserError(error);
    } finally {
      await job.close();
    }
  };
  try {
    if (kept === undefined) return await work();
    const { command, stateDir, summaryOf } = kept;
    const folder = await openStateFolder({ stateDir }, env);
    const warn = (sentence: string): void => {
      onEvent({ type: 'warning', sentence });
    };
    const told = { clock, machineClock, secrets, warn, wording };
    const recording = { folder, command, name, argv, ...told };
    return await recorded(recording, work, summaryOf);
  } catch (error) {
    // Whatever a script aborts with.
    if (signal.aborted && error === signal.reason) throw interrupted();
    throw asUserError(error);
  }
}
