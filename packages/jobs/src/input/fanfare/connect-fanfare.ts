import { FanfareClient, FanfareValidationError, type Hooks } from 'sequenzy-fanfare';
import { UserError } from '../../report/user-error.ts';
import { apiKeyFrom } from '../../connect/api-key.ts';
import type { Job } from '../../job/job.ts';
import type { ConnectionOptions } from '../../connect/connection.ts';
import { wayTo } from '../../connect/api-fetch.ts';
import { badNames, readFanfareNames } from './names-file.ts';

/** How Fanfare's API is read. Where it is comes from FANFARE_API_URL. */
export interface FanfareChoice {
  /** Default: FANFARE_SECRET_KEY. */
  readonly keyFile: string | undefined;
  /** JSON file of the names its list uses. Default: those that are documented. */
  readonly namesFile: string | undefined;
}

const defaultUrl = 'https://admin.fanfare.io/api';

const names = {
  variable: 'FANFARE_SECRET_KEY',
  option: '--fanfare-key-file',
  absence: 'There is no key for Fanfare',
  advice: 'Set FANFARE_SECRET_KEY, or name a file with --fanfare-key-file.',
};

/**
 * A client that reads. With a sandbox, without a key and without an address, it is that of the sandbox, with example products.
 *
 * @throws {UserError} when there is no key, or a setting cannot be used. Nothing has been asked then.
 */
export async function connectFanfare(
  { keyFile, namesFile }: FanfareChoice,
  { sandbox, timeout, maxRetries }: ConnectionOptions,
  job: Job,
): Promise<FanfareClient> {
  const { io, secrets, warn } = job;
  const { env, clock } = io;
  const listNames = namesFile === undefined ? {} : await readFanfareNames(namesFile);
  const settings = {
    hooks: tellingOfWaits(job),
    clock,
    ...(timeout === undefined ? {} : { timeout }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
  };
  const given = env['FANFARE_API_URL']?.trim() ?? '';
  const url = given === '' ? defaultUrl : given;
  const hasKey = keyFile !== undefined || (env[names.variable]?.trim() ?? '') !== '';
  // An address says that its products are meant.
  if (sandbox !== undefined && !hasKey && given === '') {
    warn('There is no key for Fanfare: example products of a private sandbox are read.');
    return new FanfareClient({ ...settings, ...(await sandbox.openFanfare()) });
  }
  const apiKey = await apiKeyFrom({ apiKeyFile: keyFile, env, secrets, warn, names });
  try {
    return new FanfareClient({
      ...settings,
      apiKey,
      names: listNames,
      baseUrl: url,
      fetch: wayTo(url, env).fetch,
    });
  } catch (error) {
    if (!(error instanceof FanfareValidationError)) throw error;
    const ofNames = error.faults.find(({ path }) => path === 'names');
    throw ofNames === undefined ? badAddress(error) : badNames(`names ${ofNames.message}`);
  }
}

/** The usual hooks, which also tell what holds a request back. */
function tellingOfWaits({ hooks, tell }: Job): Hooks {
  return {
    ...hooks,
    onWait(hold) {
      hooks.onWait?.(hold);
      tell({ type: 'fetching-held', hold });
    },
  };
}

/** The address itself is not told: it may hold a password. */
function badAddress({ faults }: FanfareValidationError): UserError {
  const problem = faults.map(({ message }) => message).join('; ');
  return new UserError(
    'bad-fanfare-url',
    `FANFARE_API_URL ${problem}`,
    `Give everything before /products, such as ${defaultUrl}.`,
  );
}
