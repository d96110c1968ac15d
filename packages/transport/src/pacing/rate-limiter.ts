import type { Clock } from 'sequenzy-contract';
import type { Priority } from './priority.ts';

/** Decides when a request may leave. One per client; hand the same one to several clients to share a quota. */
export interface RateLimiter {
  /**
   * Resolves when one request may leave: the most urgent first, and first come first served among equals. Call the
   * function it gives back when the answer is there (or will not come): only then is it certain that the server has
   * counted the request. Rejects with the signal's reason when that is aborted while waiting.
   *
   * @param priority Default: `order`.
   */
  acquire(signal?: AbortSignal, priority?: Priority): Promise<Release>;
  /** Lets nothing leave for so many milliseconds: what a 429 asks for. A shorter pause never ends a longer one. */
  pause(milliseconds: number): void;
  /** What a request that came now would wait for. */
  explain(): RateLimiterState;
  /**
   * Milliseconds until the last of so many further requests may leave, beside those that are counted already. Optional:
   * without it nothing says how long a run still takes.
   */
  estimate?(requests: number): number;
  /** Requests that have left and are not answered yet. Optional. */
  readonly underWay?: number;
}

/** Requests that may leave in any 60 seconds and in any one second. Default: what the API allows. */
export interface RateLimit {
  readonly perMinute?: number;
  readonly perSecond?: number;
}

export type Release = () => void;

/** Makes the limiter of a client, where that has to know whose quota it is: what processes share is by key and origin. */
export type RateLimiterFactory = (quota: Quota) => RateLimiter;

/** Whose quota it is, and how large. */
export interface Quota {
  readonly apiKey: string;
  /** Such as `https://api.example.com`. */
  readonly origin: string;
  /** What the API allows. */
  readonly rateLimit: Required<RateLimit>;
  readonly clock: Clock;
}

export interface RateLimiterState {
  /** `open`, or what holds the next request back; `priority`: more urgent requests of others. */
  readonly reason: 'open' | 'second' | 'minute' | 'paused' | 'priority';
  /** Milliseconds until the next request may leave, as far as is known now. */
  readonly milliseconds: number;
  /** Requests in the queue. */
  readonly waiting: number;
}
