import type { Hooks } from 'sequenzy-commerce';
import { FanfareClient, SequenzyValidationError } from 'sequenzy-fanfare';
import type { Io } from '../../io.ts';
import type { Secrets } from '../../secrets.ts';
import { UserError } from '../../user-error.ts';
import { apiKeyFrom } from '../api-key.ts';
import type { ConnectionOptions } from '../connection.ts';

/** How Fanfare's API is read. Where it is comes from FANFARE_API_URL. */
export interface FanfareChoice {
  /** Default: FANFARE_SECRET_KEY. */
  readonly keyFile: string | undefined;
}

export interface FanfareSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly warn: (sentence: string) => void;
  readonly hooks: Hooks;
}

const names = {
  variable: 'FANFARE_SECRET_KEY',
  option: '--fanfare-key-file',
  absence: 'There is no key for Fanfare',
  advice: 'Set FANFARE_SECRET_KEY, or name a file with --fanfare-key-file.',
};

/**
 * A client that reads. With `--sandbox` and without a key, it is one of a private sandbox with example products.
 *
 * @throws {UserError} when there is no key, or a setting cannot be used. Nothing has been asked then.
 */
export async function connectFanfare(
  { keyFile }: FanfareChoice,
  { sandbox, timeout, maxRetries }: ConnectionOptions,
  { io, secrets, warn, hooks }: FanfareSurroundings,
): Promise<FanfareClient> {
  const { env, clock } = io;
  const settings = {
    hooks,
    clock,
    ...(timeout === undefined ? {} : { timeout }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
  };
  if (sandbox && keyFile === undefined && (env[names.variable] ?? '') === '') {
    const { openPrivateFanfare } = await import('./private-fanfare.ts');
    warn('There is no key for Fanfare: example products of a private sandbox are read.');
    return new FanfareClient({ ...settings, ...openPrivateFanfare() });
  }
  const apiKey = await apiKeyFrom({ apiKeyFile: keyFile, env, secrets, warn, names });
  const url = env['FANFARE_API_URL']?.trim() ?? '';
  try {
    return new FanfareClient({ ...settings, apiKey, ...(url === '' ? {} : { baseUrl: url }) });
  } catch (error) {
    if (!(error instanceof SequenzyValidationError)) throw error;
    throw badAddress(error);
  }
}

/** The address itself is not told: it may hold a password. */
function badAddress({ faults }: SequenzyValidationError): UserError {
  const problem = faults.map(({ message }) => message).join('; ');
  return new UserError(
    'bad-fanfare-url',
    `FANFARE_API_URL ${problem}`,
    'Give everything before /products, such as https://admin.fanfare.io/api.',
  );
}
