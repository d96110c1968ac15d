import type { Readable } from 'node:stream';
import type { Clock } from 'sequenzy-commerce';
import type { Wording } from 'sequenzy-contract';
import type { Env } from '../state/data-folder.ts';
import type { Decisions } from './decisions.ts';
import type { JobEvent } from './events.ts';

/** What must never be shown. A job adds the keys that it reads. */
export interface SecretKeeper {
  hide(secret: string): void;
  /** The text without them. */
  redact(text: string): string;
}

/** Where a job is done: who hears of it, who decides, and what ends it. Every part is optional. */
export interface Surroundings {
  /** Told what happens, as it happens. */
  readonly onEvent?: (event: JobEvent) => void;
  /** Answers what the job asks. */
  readonly decide?: Decisions;
  /** Ends the job: what is under way is finished, and the report says how far it came. */
  readonly signal?: AbortSignal;
  /** Variables such as SEQUENZY_API_KEY and HTTPS_PROXY. Default: those of the process. */
  readonly env?: Env;
  /** The input `-`. Default: that of the process. */
  readonly stdin?: Readable;
  /** Default: that of the system. */
  readonly clock?: Clock;
  /** By which those who watch a run are told of it, and shops are read; only where `clock` is not the system's. Default: `clock`. */
  readonly machineClock?: Clock | undefined;
  /** Default: keys are kept out of the record of the run, and nowhere else. */
  readonly secrets?: SecretKeeper;
  /** How options are called in warnings and in the record of the run. Default: as programs call them. */
  readonly wording?: Wording;
  /** What the run is called in its record: the feed of a config, `acme/products`. Default: nothing. */
  readonly name?: string;
  /** Words for the record of the run that say how the job was started. */
  readonly argv?: readonly string[];
}
