import type { ApiError } from '../errors/api-error.ts';
import type { RateLimiterState } from '../pacing/rate-limiter.ts';

/** Where log lines go. Every method may be missing; `console` fits. */
export interface Logger {
  debug?(message: string): void;
  warn?(message: string): void;
}

/** `debug`: a line for each attempt; `warn`: only what will be repeated; `off`: nothing. */
export type LogLevel = 'debug' | 'warn' | 'off';

/** One attempt of one call. */
export interface AttemptEvent {
  /** Names the call: alike for all of its attempts, and for no other call of any client. */
  readonly callId: string;
  /** Names this attempt: the `callId`, a dot and the number of the attempt. */
  readonly attemptId: string;
  /** 1 for the first time it leaves. */
  readonly attempt: number;
  readonly method: string;
  /** Path below the origin, such as `/api/v1/products`. E-mail addresses are left out: `/api/v1/subscribers/[email]`. */
  readonly path: string;
}

export interface RequestEvent extends AttemptEvent {
  /** Empty. What is put into it is sent as headers with this attempt, such as `traceparent`. */
  readonly headers: Record<string, string>;
}

export interface ResponseEvent extends AttemptEvent {
  readonly status: number;
  /** Between leaving and the last byte of the answer. */
  readonly milliseconds: number;
  /** How the server calls the request, where it says so. */
  readonly requestId: string | undefined;
}

export interface FailureEvent extends AttemptEvent {
  /** An {@link ApiError}, unless a `fetch` of your own has a bug. */
  readonly error: Error;
  readonly milliseconds: number;
}

export interface RetryEvent extends AttemptEvent {
  /** Its message may repeat what the server said of a record. */
  readonly error: ApiError;
  /** Milliseconds until it leaves again, or waits for its turn. */
  readonly wait: number;
}

export interface WaitEvent extends AttemptEvent {
  readonly reason: RateLimiterState['reason'];
  readonly milliseconds: number;
}

/**
 * What happens to requests, as it happens. After `onRequest` comes exactly one of `onResponse` and `onFailure`, with the
 * same `attemptId`. A hook that throws ends the call with what it threw.
 */
export interface Hooks {
  /** A request leaves; headers may be added to it. */
  onRequest?(event: RequestEvent): void;
  /** The server answered, well or badly. */
  onResponse?(event: ResponseEvent): void;
  /** The attempt ended without an answer: refused, cut off, out of time, or stopped by the caller. */
  onFailure?(event: FailureEvent): void;
  /** A request failed, or was answered 429, and will leave again. */
  onRetry?(event: RetryEvent): void;
  /** The rate limiter holds back the attempt that comes next. */
  onWait?(event: WaitEvent): void;
}
