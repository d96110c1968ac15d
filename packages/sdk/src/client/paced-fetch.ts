import { connect, paceFetch, type Priority } from 'sequenzy-transport';
import type { ClientOptions } from './options.ts';
import { sequenzyService } from './service.ts';

/** {@link pacedFetch} */
export interface PacedFetchOptions extends Pick<
  ClientOptions,
  'apiKey' | 'baseUrl' | 'rateLimit' | 'clock'
> {
  /** Sends the requests as they come. Default: the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** How urgent its requests are where not all can go. Default: `order`, as live orders. */
  readonly priority?: Priority;
}

/**
 * A `fetch` for any other client of the same API, such as the vendor's own: its requests wait for their turn like those
 * of this client, so that subscribers and transactional mail share the quota of the key too. Answers come back as they
 * are; a 429 makes everybody wait who shares the quota. Repeating is left to the client.
 *
 * @throws {SequenzyValidationError} naming every option that cannot be used.
 * @example
 * import { pacedFetch } from 'sequenzy-commerce';
 * import { sharedRateLimit } from 'sequenzy-commerce/node';
 *
 * const fetch = pacedFetch({ rateLimit: sharedRateLimit(), priority: 'order' });
 * await fetch('https://api.sequenzy.com/api/v1/subscribers', { headers: { authorization: `Bearer ${key}` } });
 */
export function pacedFetch(options: PacedFetchOptions = {}): typeof globalThis.fetch {
  const { priority = 'order', fetch = globalThis.fetch, ...rest } = options;
  const { rateLimiter: limiter, clock } = connect(rest, sequenzyService({}));
  return paceFetch({ limiter, clock, priority, fetch });
}
