import type { Decisions } from 'sequenzy-jobs/job/decisions.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Surroundings } from 'sequenzy-jobs/job/surroundings.ts';
import { flagWording } from '../terminal/flags.ts';
import type { Answers } from '../terminal/confirm.ts';
import type { Verbosity } from '../terminal/sync-screen.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from '../options/global-options.ts';

/** Where a job of a command is done. */
export function surroundingsOf(
  { io, secrets, argv }: Context,
  onEvent: (event: JobEvent) => void,
  decide: Decisions = {},
): Surroundings {
  const { env, stdin, clock, interruption: signal } = io;
  return { onEvent, decide, signal, env, stdin, clock, secrets, argv, wording: flagWording };
}

export function verbosityOf({ quiet, verbose }: GlobalFlags): Verbosity {
  return { quiet: quiet === true, verbose: verbose === true };
}

export function answersOf(
  { yes }: { readonly yes?: true },
  files: readonly string[] = [],
): Answers {
  return { yes: yes === true, stdinTaken: files.includes('-') };
}
