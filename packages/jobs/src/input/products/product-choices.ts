import type { ConnectionOptions } from '../../connect/connection.ts';
import type { FanfareChoice } from '../fanfare/connect-fanfare.ts';
import type { InputChoices } from '../open-input.ts';

/** Where products are read from, and how. */
export interface ProductChoices extends InputChoices {
  /** Read from Fanfare's API, and not from files. */
  readonly fanfare: FanfareChoice | undefined;
  readonly connection: ConnectionOptions;
}
