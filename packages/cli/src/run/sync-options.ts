import type { ConnectionOptions } from './connection.ts';
import type { FanfareChoice } from './fanfare/connect-fanfare.ts';
import type { InputChoices } from './open-input.ts';
import type { MaxDelete } from './prune/max-delete.ts';

/** `check` is that of `catalog check`; it and `dry-run` send nothing. */
export type Mode = 'sync' | 'dry-run' | 'check';

/** Options of `catalog sync`, as plain values. `catalog check` goes by those that concern the input. */
export interface SyncOptions extends InputChoices {
  readonly mode: Mode;
  /** Read from Fanfare's API, and not from files. */
  readonly fanfare: FanfareChoice | undefined;
  readonly concurrency: number | undefined;
  /** Path of the rejects file. */
  readonly rejects: string | undefined;
  /** Rejects the report lists; the others are only counted and written. */
  readonly mostListed: number;
  readonly connection: ConnectionOptions;
  /** Where a dry run finds what was sent. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir: string | undefined;
  /** Send what is unchanged all the same. */
  readonly full: boolean;
  /** Requests to spend on finding bad records. Default: the SDK's. */
  readonly isolationBudget: number | undefined;
  /** Products and variants that may come back in stock. Default: any number. */
  readonly maxRestocks: number | undefined;
  /** How many products that are gone from the source may be deleted; undefined: none is looked for. */
  readonly prune: MaxDelete | undefined;
}
