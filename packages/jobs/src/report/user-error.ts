import type { Mapping } from 'sequenzy-sources';
import type { FailureCode } from './failure-code.ts';
import { worded, type Wording } from './wording.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';

/** Something the person at the keyboard can do something about. Everything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** A stable word for scripts. */
  readonly code: FailureCode;
  /** What to do about it, a complete sentence. */
  nextStep: string | undefined;
  readonly exitCode: ExitCode;
  /** How the file can be read, where that waits for the user. */
  readonly mapping?: Mapping;

  /** @param message What is wrong, one line. */
  constructor(
    code: FailureCode,
    message: string,
    nextStep?: string,
    exitCode: ExitCode = exitCodes.usage,
  ) {
    super(message);
    this.code = code;
    this.nextStep = nextStep;
    this.exitCode = exitCode;
  }
}

/** Calls the options in an error for its user as the user knows them. */
export function wordedError(error: unknown, wording: Wording): unknown {
  if (!(error instanceof UserError)) return error;
  error.message = worded(error.message, wording);
  if (error.nextStep !== undefined) error.nextStep = worded(error.nextStep, wording);
  return error;
}

/** The reason the interruption's signal is aborted with. */
export function interrupted(): UserError {
  return new UserError('interrupted', 'Interrupted', undefined, exitCodes.interrupted);
}

/** What is told after the second Ctrl-C. */
export function stoppedAtOnce(): UserError {
  return new UserError(
    'interrupted',
    'Stopped at once: requests under way are not counted',
    'Run the same command again to continue.',
    exitCodes.interrupted,
  );
}
