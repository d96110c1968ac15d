import { fetching } from 'sequenzy-jobs/input/reading-options.ts';
import { remoteChoices } from 'sequenzy-jobs/input/remote-choices.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { RemoteOptions } from 'sequenzy-sources';
import { isAddress } from 'sequenzy-sources/address';
import { typed, type FlagsOf } from './option.ts';

type FetchingFlags = FlagsOf<typeof fetching>;

/**
 * How inputs at web addresses are fetched.
 *
 * @throws {UserError} when none of the inputs is fetched.
 */
export function remoteOf(inputs: readonly string[], flags: FetchingFlags): RemoteOptions {
  if (!inputs.some(isAddress)) refuseUseless(flags);
  return remoteChoices(flags);
}

function refuseUseless(flags: FetchingFlags): void {
  const names = ['allowPrivateAddresses', 'maxInputBytes', 'inputTimeout'] as const;
  const given = names.find((name) => flags[name] !== undefined);
  if (given === undefined) return;
  const [flag = ''] = typed(given, fetching[given]).split(' ');
  throw new UserError('usage', `${flag} needs an input at a web address`);
}
