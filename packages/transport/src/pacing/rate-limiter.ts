/** Decides when a request may leave. One per client; hand the same one to several clients to share a quota. */
export interface RateLimiter {
  /**
   * Resolves when one request may leave, first come first served. Call the function it gives back when the
   * answer is there (or will not come): only then is it certain that the server has counted the request.
   * Rejects with the signal's reason when that is aborted while waiting.
   */
  acquire(signal?: AbortSignal): Promise<Release>;
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

export interface RateLimiterState {
  /** `open`, or what holds the next request back. */
  readonly reason: 'open' | 'second' | 'minute' | 'paused';
  /** Milliseconds until the next request may leave, as far as is known now. */
  readonly milliseconds: number;
  /** Requests in the queue. */
  readonly waiting: number;
}
