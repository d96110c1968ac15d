import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { failureOf as failureOfJob, type Failure } from 'sequenzy-jobs/report/failure.ts';
import { flagWording } from '../terminal/flags.ts';

/** @param command What was typed, as far as it is known: `catalog sync`. */
export function failureOf(error: unknown, command = ''): Failure {
  return usageFailure(error, command) ?? failureOfJob(error, flagWording);
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
