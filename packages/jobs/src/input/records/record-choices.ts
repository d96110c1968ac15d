import type { LiveChanges } from 'sequenzy-sources/live';
import type { ConnectionOptions } from '../../connect/connection.ts';
import type { LiveChoice } from '../live/connect-live.ts';
import type { InputChoices } from '../open-input.ts';

/** Where records are read from. */
export interface LiveInput {
  /** Read from an API or a database, and not from files. */
  readonly live?: LiveChoice | undefined;
  readonly connection?: ConnectionOptions | undefined;
  /**
   * Told, before anything is read, of a reading that can be of what has changed only; gives back after which is to be
   * read. Default: everything is read.
   */
  readonly onChanges?: ((changes: LiveChanges) => Promise<string | undefined>) | undefined;
}

/** Where products are read from, and how. */
export interface ProductChoices extends InputChoices, LiveInput {}
