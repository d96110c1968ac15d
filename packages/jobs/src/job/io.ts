import type { Wording } from 'sequenzy-contract';
import type { Readable } from 'node:stream';
import type { Clock } from 'sequenzy-commerce';
import type { Env } from '../state/data-folder.ts';

/** Everything a job has of the outside, so that a test can put in its own. */
export interface Io {
  readonly stdin: Readable;
  readonly env: Env;
  readonly clock: Clock;
  /** By which those who watch a run are told of it, and shops are read. Default: `clock`. */
  readonly machineClock?: Clock | undefined;
  /** Its reason is thrown where a job is cut off. */
  readonly interruption: AbortSignal;
  /** How options are called in what is said of the input. Default: as programs call them. */
  readonly wording?: Wording | undefined;
}
