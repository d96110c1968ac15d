import type { Answer } from '../http/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import type { ErrorShape } from '../http/problem.ts';
import type { KnownKey } from '../keys/access.ts';

/** What makes one API: arrival, log, faults, limits and time are alike for all (see {@link Service}). */
export interface Api extends ErrorShape {
  /** Every path lies under it. */
  readonly basePath: string;
  /** Requests with the same name share one rate limit. */
  quotaOf(key: KnownKey): string;
  /** The key that a request carries. Default: that of `Authorization: Bearer`. */
  keyIn?(arrival: Arrival): string | undefined;
  /** Does what a request with a known key asks. `now` is ISO 8601, UTC. */
  answer(arrival: Arrival, key: KnownKey, now: string): Answer;
  /** Forgets everything. */
  reset(): void;
}
