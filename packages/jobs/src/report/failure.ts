import type { Wording } from 'sequenzy-contract';
import { toldOf, type ToldFailure } from './advice.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { UserError } from './user-error.ts';

/** An error as it is told. */
export interface Failure extends ToldFailure {
  readonly exitCode: ExitCode;
  /** Only of a bug. */
  readonly stack: string | null;
}

export function failureOf(error: unknown, wording?: Wording): Failure {
  if (error instanceof UserError) {
    return { ...toldOf(error, wording), exitCode: error.exitCode, stack: null };
  }
  return {
    code: 'bug',
    message: error instanceof Error ? error.message : String(error),
    nextStep: 'This is a bug in sequenzy-cli. Please report it with the lines above.',
    exitCode: exitCodes.bug,
    stack: error instanceof Error ? (error.stack ?? null) : null,
  };
}
