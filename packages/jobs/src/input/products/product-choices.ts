import type { ConnectionOptions } from '../../connect/connection.ts';
import type { LiveChoice } from '../live/connect-live.ts';
import type { InputChoices } from '../open-input.ts';

/** Where products are read from, and how. */
export interface ProductChoices extends InputChoices {
  /** Read from an API, and not from files. */
  readonly live?: LiveChoice | undefined;
  readonly connection?: ConnectionOptions | undefined;
}
