import type { ProductChoices } from '../../input/products/product-choices.ts';
import type { Mode } from '../../report/summarize.ts';
import type { SendingChoices } from '../plan/carry-out.ts';

/** Options of `catalog sync`, as plain values. `catalog check` goes by those that concern the input. */
export interface SyncOptions extends ProductChoices, SendingChoices {
  readonly mode: Mode;
  /** Path of the rejects file. */
  readonly rejects: string | undefined;
  /** Rejects the report lists; the others are only counted and written. */
  readonly mostListed: number;
  /** Where a dry run finds what was sent. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir: string | undefined;
}
