import type { ToldFailure } from 'sequenzy-jobs/report/advice.ts';
import type { ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Status } from 'sequenzy-jobs/report/summary.ts';

/** How every document begins. */
export interface Head<Name extends string, State extends string> {
  /** Changes when a field is taken away or gets another meaning. */
  readonly schemaVersion: 1;
  readonly command: Name;
  readonly status: State;
  readonly exitCode: ExitCode;
}

/** The command has done what it does. */
export interface Done<Name extends string> extends Head<Name, 'completed'> {
  readonly exitCode: 0;
}

/** The command has ended, early or not. */
export interface Ended<Name extends string> extends Head<Name, Status> {
  /** Why it ended early; `null` where it did not. */
  readonly stoppedBy: ToldFailure | null;
}

/** A failure of a command without figures of its own. */
export interface Failed<Name extends string> extends Head<Name, 'failed' | 'stopped'> {
  /** Complete sentences. */
  readonly warnings: readonly string[];
  readonly stoppedBy: ToldFailure;
}

/** Wrong usage: nothing was begun. The command is as far as it was typed: `catalog`, or empty. */
export interface UsageError extends Head<string, 'failed'> {
  readonly exitCode: 2;
  readonly stoppedBy: ToldFailure;
}
