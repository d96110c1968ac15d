import type { ApiError } from '../errors/api-error.ts';

/** All the decision rests on. */
export interface Failure {
  readonly error: ApiError;
  /** Doing it twice is the same as doing it once. */
  readonly replayable: boolean;
  /** Retries spent on this request, and allowed. */
  readonly retries: number;
  readonly maxRetries: number;
  /** 429s this request has met. */
  readonly rateLimited: number;
  /** Milliseconds this request has waited as the server asks, and may wait. */
  readonly waited: number;
  readonly maxWait: number;
  /** Milliseconds that are left of the whole call. */
  readonly left: number;
  /** Whether the client's retry budget has anything left. */
  readonly budgetLeft: boolean;
  /** From 0 up to 1. */
  readonly random: number;
}

export type Decision =
  | { readonly action: 'stop'; readonly reason: StopReason }
  /** Leave again after so many milliseconds; `pause` holds the whole client back, and costs no retry. */
  | { readonly action: 'retry' | 'pause'; readonly wait: number };

type StopReason = 'final' | 'ambiguous' | 'exhausted' | 'budget' | 'maxWait';

const firstBackoff = 500;
const longestBackoff = 30_000;

/** Where a 429 does not say how long, the first guess is a second; the quota is by the minute. */
const firstPause = 1000;
const longestPause = 60_000;

export function decide(failure: Failure): Decision {
  const { error } = failure;
  if (error.code === 'rate-limit') return decidePause(failure);
  // 4xx, a refused redirect, an abort: the same request would meet the same answer.
  if (!error.retryable) return { action: 'stop', reason: 'final' };
  // It may have been carried out: a second time could fire a second event.
  if (error.ambiguous && !failure.replayable) return { action: 'stop', reason: 'ambiguous' };
  if (failure.retries >= failure.maxRetries) return { action: 'stop', reason: 'exhausted' };
  if (!failure.budgetLeft) return { action: 'stop', reason: 'budget' };
  const backoff = fullJitter(firstBackoff, longestBackoff, failure.retries, failure.random);
  const wait = Math.max(error.retryAfter ?? 0, backoff);
  return within(failure, error.retryAfter ?? 0) && wait < failure.left
    ? { action: 'retry', wait }
    : tooLong;
}

function decidePause(failure: Failure): Decision {
  const { error, rateLimited, random } = failure;
  const guess = firstPause + fullJitter(firstPause, longestPause, rateLimited, random);
  // A server that keeps saying "now" and meaning "no" is not asked without end.
  const least = rateLimited === 0 ? 0 : firstPause;
  const wait = Math.max(error.retryAfter ?? Math.min(guess, longestPause), least);
  return within(failure, wait) && wait < failure.left ? { action: 'pause', wait } : tooLong;
}

const tooLong = { action: 'stop', reason: 'maxWait' } as const;

function within({ waited, maxWait }: Failure, wait: number): boolean {
  return waited + wait <= maxWait;
}

/** Anything from nothing to the doubled bound, so that clients that failed together do not come back together. */
function fullJitter(first: number, longest: number, doublings: number, random: number): number {
  return random * Math.min(longest, first * 2 ** doublings);
}
