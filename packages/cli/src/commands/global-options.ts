import { Option, type Command } from 'commander';
import type { ConnectionOptions } from 'sequenzy-jobs/connect/connection.ts';
import { privateSandbox } from '../sandbox/private-sandbox.ts';
import { seconds, wholeNumber } from './option-values.ts';

/** Options that may stand anywhere on the command line. */
export interface GlobalFlags {
  readonly sandbox?: true;
  readonly company?: string;
  readonly apiKeyFile?: string;
  readonly baseUrl?: string;
  readonly stateDir?: string;
  readonly timeout?: number;
  readonly maxRetries?: number;
  readonly json?: true;
  readonly quiet?: true;
  readonly verbose?: true;
}

export function addGlobalOptions(program: Command): void {
  program
    .addOption(
      new Option(
        '--sandbox',
        'talk to a private sandbox inside this process: no key, no network',
      ).conflicts(['apiKeyFile', 'baseUrl']),
    )
    .option('--company <id>', 'company a personal key works for')
    .option('--api-key-file <path>', 'file that holds the key (default: $SEQUENZY_API_KEY)')
    .option(
      '--base-url <url>',
      'origin of the API (default: $SEQUENZY_API_URL or $SEQUENZY_BASE_URL, else the live API)',
    )
    .option(
      '--state-dir <path>',
      'where what was sent is remembered (default: $SEQUENZY_STATE_DIR, else the platform’s place)',
    )
    .option('--timeout <seconds>', 'how long one attempt may take (default: 30)', seconds)
    .option('--max-retries <n>', 'repeats of a request that failed (default: 5)', wholeNumber(0))
    .option('--json', 'print exactly one JSON document on standard output')
    .addOption(new Option('--quiet', 'only errors and failures').conflicts('verbose'))
    .option('--verbose', 'tell each request, repeat and wait');
}

/** Flags -> plain options. */
export function connectionOf(
  flags: GlobalFlags,
  rate?: ConnectionOptions['rate'],
): ConnectionOptions {
  const { company, apiKeyFile, baseUrl, timeout, maxRetries } = flags;
  const sandbox = flags.sandbox === true ? privateSandbox : undefined;
  return { sandbox, company, apiKeyFile, baseUrl, timeout, maxRetries, rate };
}
