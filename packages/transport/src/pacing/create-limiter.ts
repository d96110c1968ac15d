import type { Clock } from 'sequenzy-contract';
import type { RateLimit, RateLimiter } from './rate-limiter.ts';
import { SlidingWindowLimiter, type Window } from './sliding-window.ts';

export interface PacingOptions {
  readonly rateLimit: false | Required<RateLimit> | RateLimiter;
  readonly clock: Clock;
}

/** Without windows nothing is held back, but a 429 still closes the gate. */
export function createLimiter({ rateLimit, clock }: PacingOptions): RateLimiter {
  if (rateLimit === false) return new SlidingWindowLimiter([], clock);
  if ('acquire' in rateLimit) return rateLimit;
  const windows: Window[] = [
    { name: 'second', milliseconds: 1000, requests: rateLimit.perSecond },
    { name: 'minute', milliseconds: 60_000, requests: rateLimit.perMinute },
  ];
  return new SlidingWindowLimiter(windows, clock);
}
