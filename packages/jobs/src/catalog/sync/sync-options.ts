import type { ProductChoices } from '../../input/records/record-choices.ts';
import type { FeedChoice } from '../../memory/feed-name.ts';
import type { SendingChoices } from '../plan/carry-out.ts';

/** Options of `syncCatalog`; other jobs that read product files go by those that concern the input. */
export interface SyncOptions extends ProductChoices, SendingChoices, FeedChoice {
  /** Read, check and plan, but send nothing. */
  readonly dryRun?: boolean | undefined;
  /** Path of the rejects file. Default: `<first file>.rejects.csv`, where something is sent. */
  readonly rejects?: string | undefined;
  /** Rejects the report lists; the others are only counted and written. Default: 20. */
  readonly mostListed?: number | undefined;
  /** Path of a plan to be reviewed and applied: nothing is sent. Default: none is written. */
  readonly out?: string | undefined;
  /** Tell what changes in each product, field by field. Default: false. */
  readonly showChanges?: boolean | undefined;
  /** Read and keep what is stored before it is changed, so that the run can be undone. Default: true. */
  readonly undo?: boolean | undefined;
  /** Where what was sent is remembered. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
}
