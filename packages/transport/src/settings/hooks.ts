import type { ApiError } from '../errors/api-error.ts';
import type { RateLimiterState } from '../pacing/rate-limiter.ts';

/** Where log lines go. Every method may be missing; `console` fits. */
export interface Logger {
  debug?(message: string): void;
  warn?(message: string): void;
}

export interface RequestEvent {
  readonly method: string;
  /** Path below the origin, such as `/api/v1/products`. */
  readonly path: string;
  /** 1 for the first time it leaves. */
  readonly attempt: number;
}

interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly milliseconds: number;
}

interface RetryEvent extends RequestEvent {
  readonly error: ApiError;
  /** Milliseconds until it leaves again. */
  readonly wait: number;
}

interface WaitEvent extends Pick<RequestEvent, 'method' | 'path'> {
  readonly reason: RateLimiterState['reason'];
  readonly milliseconds: number;
}

/** What happens to requests, as it happens. A hook that throws ends the request with what it threw. */
export interface Hooks {
  /** A request leaves. */
  onRequest?(event: RequestEvent): void;
  /** The server answered, well or badly. */
  onResponse?(event: ResponseEvent): void;
  /** A request failed and will leave again. */
  onRetry?(event: RetryEvent): void;
  /** The rate limiter holds a request back. */
  onWait?(event: WaitEvent): void;
}
