import type { ConnectionOptions } from 'sequenzy-jobs/connect/connection.ts';
import { privateSandbox } from '../sandbox/private-sandbox.ts';
import type { FlagsOf, OptionTable } from './option.ts';
import { wholeNumber } from './option-values.ts';

/** Options that may stand anywhere on the command line. */
export const globalOptions = {
  sandbox: {
    form: 'switch',
    description: 'use a private sandbox: no key, no network',
    group: 'safety',
    conflicts: ['apiKeyFile', 'baseUrl'],
  },
  open: {
    form: 'switch',
    description: 'open the sandbox in a browser, until Ctrl-C',
    group: 'output',
    isRare: true,
  },
  report: {
    form: 'text',
    value: '<file.html>',
    description: 'write a report of the run as one HTML file',
    group: 'output',
    isRare: true,
  },
  reportFull: {
    form: 'switch',
    description: 'leave e-mail addresses in the report as they are',
    group: 'output',
    isRare: true,
  },
  company: {
    form: 'text',
    value: '<id>',
    description: 'company a personal key works for',
    group: 'input',
    isRare: true,
  },
  apiKeyFile: {
    form: 'text',
    value: '<path>',
    description: 'file that holds the key',
    default: '$SEQUENZY_API_KEY',
    group: 'input',
    isRare: true,
  },
  baseUrl: {
    form: 'text',
    value: '<url>',
    description: 'origin of the API',
    default: '$SEQUENZY_API_URL or $SEQUENZY_BASE_URL, else the live API',
    group: 'input',
    isRare: true,
  },
  stateDir: {
    form: 'text',
    value: '<path>',
    description: 'folder that remembers what was sent',
    default: '$SEQUENZY_STATE_DIR, else the default of the platform',
    group: 'output',
    isRare: true,
  },
  timeout: {
    form: 'seconds',
    value: '<seconds>',
    description: 'time limit of one attempt',
    default: '30',
    group: 'pace',
    isRare: true,
  },
  maxRetries: {
    form: wholeNumber(0),
    value: '<n>',
    description: 'retries of a failed request',
    default: '5',
    group: 'pace',
    isRare: true,
  },
  json: {
    form: 'switch',
    description: 'print exactly one JSON document on standard output',
    group: 'output',
  },
  quiet: {
    form: 'switch',
    description: 'only errors and failures',
    group: 'output',
    conflicts: ['verbose'],
  },
  verbose: {
    form: 'switch',
    description: 'show each request, retry and wait',
    group: 'output',
    isRare: true,
  },
} as const satisfies OptionTable;

export type GlobalFlags = FlagsOf<typeof globalOptions>;

/** Flags -> plain options. */
export function connectionOf(
  flags: GlobalFlags & { readonly expectState?: true },
  rate?: ConnectionOptions['rate'],
): ConnectionOptions {
  const { company, apiKeyFile, baseUrl, timeout, maxRetries, expectState } = flags;
  const sandbox = flags.sandbox === true ? privateSandbox : undefined;
  return { sandbox, company, apiKeyFile, baseUrl, timeout, maxRetries, rate, expectState };
}
