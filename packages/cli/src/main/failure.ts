import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { failureOf as failureOfJob, type Failure } from 'sequenzy-jobs/report/failure.ts';
import { flagWording } from '../terminal/flags.ts';

/** What was typed. */
interface Typed {
  /** As far as it is known: `catalog sync`. */
  readonly command?: string;
  /** What may have been meant, where no command has the name. */
  readonly meant?: readonly string[];
}

export function failureOf(error: unknown, typed: Typed = {}): Failure {
  return usageFailure(error, typed) ?? failureOfJob(error, flagWording);
}

/** What commander throws, known by its code so that commander need not be loaded for it. One line, no option values. */
function usageFailure(error: unknown, { command = '', meant = [] }: Typed): Failure | undefined {
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
  const help = `See ${['sequenzy-cli', command].join(' ').trim()} --help.`;
  const isUnknown = code === 'commander.unknownCommand' && meant.length > 0;
  const nextStep = isUnknown ? `Did you mean: ${meant.join('   or   ')}` : help;
  return { code: 'usage', message, nextStep, exitCode: exitCodes.usage, stack: null };
}
