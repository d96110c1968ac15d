import type { LiveChoice, LiveOptions } from '../live/connect-live.ts';
import type { InputChoices } from '../open-input.ts';

/** Where records are read from. */
export interface LiveInput extends LiveOptions {
  /** Read from an API or a database, and not from files. */
  readonly live?: LiveChoice | undefined;
}

/** Where products are read from, and how. */
export interface ProductChoices extends InputChoices, LiveInput {}
