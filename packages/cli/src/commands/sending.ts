import type { RecordedRun } from '../run/state/recorded.ts';
import type { RunSummary } from '../run/state/run-record.ts';
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
  const { openStateFolder } = await import('../run/state/state-folder.ts');
  const { recorded } = await import('../run/state/recorded.ts');
  const { stateDir, sandbox = false } = flags;
  const state = await openStateFolder({ stateDir, sandbox }, io.env);
  try {
    const recording = { folder: state.path, command, argv, clock: io.clock, secrets, warn };
    return await recorded(recording, work, summaryOf);
  } finally {
    state.close();
  }
}
