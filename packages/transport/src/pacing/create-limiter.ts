import type { Clock } from 'sequenzy-contract';
import type { RateLimit, RateLimiter, RateLimiterFactory } from './rate-limiter.ts';
import { SlidingWindowLimiter, windowsOf } from './sliding-window.ts';

export interface PacingOptions {
  readonly rateLimit: false | Required<RateLimit> | RateLimiter | RateLimiterFactory;
  readonly clock: Clock;
  readonly apiKey: string;
  readonly baseUrl: string;
  /** What the API allows. */
  readonly allowed: Required<RateLimit>;
}

/** Without windows nothing is held back, but a 429 still closes the gate. */
export function createLimiter(options: PacingOptions): RateLimiter {
  const { rateLimit, clock, apiKey, baseUrl, allowed } = options;
  if (rateLimit === false) return new SlidingWindowLimiter([], clock);
  if (typeof rateLimit === 'function') {
    return rateLimit({ apiKey, origin: new URL(baseUrl).origin, rateLimit: allowed, clock });
  }
  if ('acquire' in rateLimit) return rateLimit;
  return new SlidingWindowLimiter(windowsOf(rateLimit), clock);
}
