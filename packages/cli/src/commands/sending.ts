import type { RunProgress, RunSummary } from '../run/state/run-record.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

/** A command that sends something. */
export interface Sender<Result> {
  /** `catalog sync` */
  readonly command: string;
  readonly warn: (sentence: string) => void;
  /**
   * @param folder State folder, made and fit for writing.
   * @param tell Told how far the run is, for those who watch it.
   */
  readonly work: (folder: string, tell: (progress: RunProgress) => void) => Promise<Result>;
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
    const folder = state.path;
    const recording = { folder, command, argv, clock: io.clock, secrets, warn };
    return await recorded(recording, (tell) => work(folder, tell), summaryOf);
  } finally {
    state.close();
  }
}
