import { limits } from 'sequenzy-commerce';
import { quotaRoot, readQuota, type QuotaUse } from 'sequenzy-commerce/node';
import { apiKeyFrom } from '../connect/api-key.ts';
import { baseUrlOf, offlineOrigin, type ConnectionOptions } from '../connect/connection.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { UserError } from '../report/user-error.ts';

/** Who uses the quota of the key on this machine, and how much of it there is. */
export interface QuotaReport extends QuotaUse {
  /** Origin of the API. */
  readonly origin: string;
  readonly limits: { readonly perMinute: number; readonly perSecond: number };
}

/**
 * Shows which processes of this user share the quota of the key on this machine. Sends nothing.
 *
 * @throws {UserError} without a key, or where the address of the API cannot be used.
 * @example
 *   const { lastMinute, limits, processes } = await showQuota();
 */
export function showQuota(
  options: Pick<ConnectionOptions, 'apiKeyFile' | 'baseUrl'> = {},
  surroundings: Surroundings = {},
): Promise<QuotaReport> {
  return withJob(undefined, surroundings, async ({ io: { env }, secrets, warn }) => {
    const origin = offlineOrigin(options, env);
    if (origin === undefined) {
      const given = JSON.stringify(baseUrlOf(options, env));
      throw new UserError(
        'bad-base-url',
        `${given} is not an address of the API`,
        'Give its origin, such as https://api.sequenzy.com.',
      );
    }
    const apiKey = await apiKeyFrom({ ...options, env, secrets, warn });
    const { requestsPerMinute: perMinute, requestsPerSecond: perSecond } = limits;
    const use = readQuota({ apiKey, origin }, quotaRoot(env));
    return { origin, limits: { perMinute, perSecond }, ...use };
  });
}
