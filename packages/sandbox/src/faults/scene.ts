import type { Clock } from 'sequenzy-contract';
import type { Answer } from '../http/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import type { ErrorShape } from '../http/problem.ts';

/** What a fault happens to. */
export interface Scene {
  readonly api: ErrorShape;
  readonly arrival: Arrival;
  readonly clock: Clock;
  /** Does what the request asks. */
  readonly work: () => Promise<Answer>;
}
