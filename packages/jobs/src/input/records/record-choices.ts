import type { ConnectionOptions } from '../../connect/connection.ts';
import type { LiveChoice } from '../live/connect-live.ts';
import type { InputChoices } from '../open-input.ts';

/** Where records are read from. */
export interface LiveInput {
  /** Read from an API or a database, and not from files. */
  readonly live?: LiveChoice | undefined;
  readonly connection?: ConnectionOptions | undefined;
}

/** Where products are read from, and how. */
export interface ProductChoices extends InputChoices, LiveInput {}
