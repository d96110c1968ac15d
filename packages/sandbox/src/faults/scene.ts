import type { Api } from '../api.ts';
import type { Clock } from 'sequenzy-contract';
import type { Answer } from '../http/answer.ts';
import type { Arrival } from '../http/arrival.ts';

/** What a fault happens to. */
export interface Scene {
  readonly api: Pick<Api, 'problem' | 'invalidKey'>;
  readonly arrival: Arrival;
  readonly clock: Clock;
  /** Does what the request asks. */
  readonly work: () => Promise<Answer>;
}
