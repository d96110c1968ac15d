import type {
  RateLimit,
  RateLimiter,
  RateLimiterFactory,
  TransportOptions,
} from 'sequenzy-transport';

/** Settings of a client. Everything but the key has a default. */
export interface ClientOptions extends TransportOptions {
  /** The key, sent as `Authorization: Bearer`. Default: the environment's `SEQUENZY_API_KEY`. */
  readonly apiKey?: string;
  /** Which company a personal key works for, sent as `x-company-id`. Default: the key's own. */
  readonly companyId?: string;
  /**
   * Origin of the API, without `/api/v1`; `https` unless it is this machine.
   * Default: the environment's `SEQUENZY_API_URL` or `SEQUENZY_BASE_URL` (an error where both are set and differ), else `https://api.sequenzy.com`.
   */
  readonly baseUrl?: string;
  /**
   * Pacing, so that no 429 is earned. Default: 100 requests in any minute, 20 in any second.
   * `false` lets everything leave at once; a {@link RateLimiter} of your own, or of another client's, is asked instead.
   * `sharedRateLimit()` of `sequenzy-commerce/node` and `redisRateLimit()` of `sequenzy-commerce/redis` share the quota of
   * the key with other processes and machines.
   */
  readonly rateLimit?: false | RateLimit | RateLimiter | RateLimiterFactory;
}
