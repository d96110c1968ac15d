import type { RecordedRun } from 'sequenzy-jobs/runs/recorded.ts';
import type { RunSummary } from 'sequenzy-jobs/runs/run-record.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

/** A command that sends something. */
export interface Sender<Result> {
  /** `catalog sync` */
  readonly command: string;
  readonly warn: (sentence: string) => void;
  readonly work: (run: RecordedRun) => Promise<Result>;
  /** What `--json` prints of it. */
  readonly summaryOf: (result: Result) => RunSummary;
}

/** Does the work with a state folder, and leaves a record of it there, also when it is killed. */
export async function sending<Result>(
  { io, secrets, argv }: Context,
  flags: GlobalFlags,
  { command, warn, work, summaryOf }: Sender<Result>,
): Promise<Result> {
  const { openState } = await import('../sandbox/state.ts');
  const { recorded } = await import('sequenzy-jobs/runs/recorded.ts');
  const state = await openState(flags, io.env);
  try {
    const recording = { folder: state.folder, command, argv, clock: io.clock, secrets, warn };
    return await recorded(recording, work, summaryOf);
  } finally {
    state.close();
  }
}
