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

/** @param command What was typed, as far as it is known: `catalog sync`. */
export function failureOf(error: unknown, command = ''): Failure {
  if (error instanceof UserError) {
    const { code, message, nextStep = null, exitCode, mapping } = error;
    return { code, message, nextStep, exitCode, ...(mapping && { mapping }), stack: null };
  }
  return (
    usageFailure(error, command) ?? {
      code: 'bug',
      message: error instanceof Error ? error.message : String(error),
      nextStep: 'This is a bug in sequenzy-cli. Please report it with the lines above.',
      exitCode: exitCodes.bug,
      stack: error instanceof Error ? (error.stack ?? null) : null,
    }
  );
}

/** What commander throws, known by its code so that commander need not be loaded for it. One line, no option values. */
function usageFailure(error: unknown, command: string): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  if (typeof code !== 'string' || !code.startsWith('commander.')) return undefined;
  const noCommand = code === 'commander.help';
  const message = noCommand
    ? 'a command is missing'
    : error.message
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(/'(--[^'=]+)=[^']*'/, "'$1'");
  const nextStep = `See ${['sequenzy-cli', command].join(' ').trim()} --help.`;
  return { code: 'usage', message, nextStep, exitCode: exitCodes.usage, stack: null };
}
