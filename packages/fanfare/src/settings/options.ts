import type { RateLimit, RateLimiter, TransportOptions } from 'sequenzy-transport';
import type { FanfareNames } from './names.ts';

/** Settings of a client. Everything but the key has a default. */
export interface FanfareClientOptions extends TransportOptions {
  /** The secret key, sent as `Authorization: Bearer`. Default: the environment's `FANFARE_SECRET_KEY`. */
  readonly apiKey?: string;
  /**
   * Everything before `/products`; `https` unless it is this machine. An origin alone is taken to end in `/api`, as the
   * OpenAPI description has it; the older guides say `/api/v1`.
   * Default: the environment's `FANFARE_API_URL`, else `https://admin.fanfare.io/api`.
   */
  readonly baseUrl?: string;
  /**
   * Pacing, so that no 429 is earned. Default: 1,000 requests in any minute, 50 in any second. The minute is documented
   * for the whole organization; the second is this client's own, since no limit for it is documented.
   * `false` lets everything leave at once; a {@link RateLimiter} of your own, or of another client's, is asked instead.
   */
  readonly rateLimit?: false | RateLimit | RateLimiter;
  /** How the API calls what its documentation does not name. Default: see {@link FanfareNames}. */
  readonly names?: Partial<FanfareNames>;
}
