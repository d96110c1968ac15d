import type { Mapping } from 'sequenzy-sources';
import type { FailureCode } from './failure-code.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { UserError } from './user-error.ts';

/** An error as it is told. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly nextStep: string | null;
  readonly exitCode: ExitCode;
  /** How the file can be read, where that waits for the user. */
  readonly mapping?: Mapping;
  /** Only of a bug. */
  readonly stack: string | null;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) {
    const { code, message, nextStep = null, exitCode, mapping } = error;
    return { code, message, nextStep, exitCode, ...(mapping && { mapping }), stack: null };
  }
  return {
    code: 'bug',
    message: error instanceof Error ? error.message : String(error),
    nextStep: 'This is a bug in sequenzy-cli. Please report it with the lines above.',
    exitCode: exitCodes.bug,
    stack: error instanceof Error ? (error.stack ?? null) : null,
  };
}
