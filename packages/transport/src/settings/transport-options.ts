import type { Clock } from 'sequenzy-contract';
import type { RequestHeaders } from '../request/call-options.ts';
import type { Hooks, Logger, LogLevel } from './hooks.ts';
import type { RateLimit, RateLimiter, RateLimiterFactory } from '../pacing/rate-limiter.ts';

/** What the transport asks of a `fetch`: an address as text, and everything else beside it. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/** What a request is sent with. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
}

/** What every client of this house can be told, whatever API it speaks to. */
export interface TransportOptions {
  /** Milliseconds one attempt may take, from leaving to the last byte of the answer. Default: 30,000. */
  readonly timeout?: number;
  /**
   * Bytes of a success that are read, unpacked. A page of a list that is larger is read again in smaller pages; any
   * other answer fails with a ApiAnswerError. Default: 8,388,608.
   */
  readonly maxAnswerBytes?: number;
  /** Bytes of an error that are read, unpacked; what comes behind them is left out. Default: 65,536. */
  readonly maxErrorBytes?: number;
  /** Repeats after failures that may pass. A 429 costs none. Default: 5. */
  readonly maxRetries?: number;
  /**
   * Milliseconds one request may spend waiting because the server said so (429, Retry-After).
   * Past it the request fails with a typed error that says when to come back. Default: 600,000.
   */
  readonly maxWait?: number;
  /**
   * Pacing, so that no 429 is earned. Default: what the API allows.
   * `false` lets everything leave at once; a {@link RateLimiter} of your own, or of another client's, is asked instead;
   * a {@link RateLimiterFactory} makes one that shares the quota of the key with other processes.
   */
  readonly rateLimit?: false | RateLimit | RateLimiter | RateLimiterFactory;
  /**
   * Sends the requests: `undici.fetch`, `node-fetch`, a wrapper. An error of the network is repeated where that is safe;
   * a bug in it, such as a ReferenceError, reaches the caller as it is. Default: the platform's own.
   */
  readonly fetch?: Fetch;
  /** Sent with every request, besides the client's own headers or instead of them. Default: none. */
  readonly headers?: RequestHeaders;
  /**
   * Gets one line per attempt: method, path, status, time. Neither the key nor a body nor anything the server says is
   * ever in it. Default: standard error, where a level is set.
   */
  readonly logger?: Logger;
  /** How much is logged. Default: what the environment says; without that `debug` with a `logger`, else `off`. */
  readonly logLevel?: LogLevel;
  /** Called as requests leave, are answered, fail, are repeated or held back. */
  readonly hooks?: Hooks;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Numbers from 0 up to 1, for the jitter. Default: `Math.random`. */
  readonly random?: () => number;
}
