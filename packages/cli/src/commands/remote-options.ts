import type { Command } from 'commander';
import type { RemoteOptions } from 'sequenzy-sources';
import { isAddress } from 'sequenzy-sources/address';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { seconds, wholeNumber } from './option-values.ts';

/** How inputs at web addresses may be fetched. */
export interface RemoteFlags {
  readonly allowPrivateAddresses?: true;
  readonly maxInputBytes?: number;
  readonly inputTimeout?: number;
}

export function addRemoteOptions(command: Command): Command {
  return command
    .option('--allow-private-addresses', 'also fetch inputs from this machine and private networks')
    .option('--max-input-bytes <n>', 'the largest fetched input (default: 500 MiB)', wholeNumber(1))
    .option('--input-timeout <seconds>', 'how long fetching one may take (default: 600)', seconds);
}

/**
 * Flags -> plain options.
 *
 * @throws {UserError} when none of the inputs is fetched.
 */
export function remoteOf(inputs: readonly string[], flags: RemoteFlags): RemoteOptions {
  const { allowPrivateAddresses, maxInputBytes: maxBytes, inputTimeout: timeout } = flags;
  if (!inputs.some(isAddress)) refuseUseless(flags);
  return {
    ...(allowPrivateAddresses === undefined ? {} : { allowPrivateAddresses }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(timeout === undefined
      ? {}
      : { timeout, firstByteTimeout: Math.min(timeout, longestSilence) }),
  };
}

/** Milliseconds until the first byte. */
const longestSilence = 60_000;

function refuseUseless(flags: RemoteFlags): void {
  const given = {
    '--allow-private-addresses': flags.allowPrivateAddresses,
    '--max-input-bytes': flags.maxInputBytes,
    '--input-timeout': flags.inputTimeout,
  };
  const [option] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (option === undefined) return;
  throw new UserError('usage', `${option} needs an input at a web address`);
}
