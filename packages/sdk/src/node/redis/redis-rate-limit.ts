import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RateLimit, RateLimiterFactory } from 'sequenzy-transport';
import { quotaId } from '../quota/quota-folder.ts';
import { SharedLimiter } from '../../quota/shared-limiter.ts';
import { RedisBook } from './redis-book.ts';

/** {@link redisRateLimit} */
export interface RedisRateLimitOptions extends RateLimit {
  /** Such as `redis://127.0.0.1:6379` or `rediss://user:password@host`; Redis 6.2 or later. */
  readonly url: string;
  /** Begins the names of its keys in Redis. Default: `sequenzy:quota`. */
  readonly prefix?: string;
  /** What this process is called for those who look. Default: `sdk`. */
  readonly name?: string;
  /**
   * Told when Redis gets out of reach. Until it is back, and a minute longer, this client takes an equal part of the
   * quota: one that never reached it takes all.
   */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Shares the quota of a key with every process on every machine that is given the same Redis, with the same order of
 * priorities as `sharedRateLimit` of `sequenzy-commerce/node`. Needs the package `@redis/client`.
 *
 * Of the key, Redis holds a hash only. After a start of Redis all wait until nothing counts that it may have forgotten:
 * at most 70 seconds.
 *
 * @example
 * import { SequenzyCommerce } from 'sequenzy-commerce';
 * import { redisRateLimit } from 'sequenzy-commerce/redis';
 *
 * const sequenzy = new SequenzyCommerce({ rateLimit: redisRateLimit({ url: 'redis://127.0.0.1:6379' }) });
 */
export function redisRateLimit(options: RedisRateLimitOptions): RateLimiterFactory {
  const { url, prefix = 'sequenzy:quota', name = 'sdk', onTrouble = () => undefined } = options;
  return (quota) => {
    const { clock, rateLimit: allowed } = quota;
    const client = randomUUID().slice(0, 13);
    // A hash tag keeps the keys of one quota together in a cluster.
    const key = `{${prefix}:${quotaId(quota)}}`;
    const book = new RedisBook({ url, key, clock });
    book.tell({ kind: 'join', client, who: { name, pid: process.pid, host: hostname() } });
    return new SharedLimiter({ book, client, clock, allowed, share: options, onTrouble });
  };
}
