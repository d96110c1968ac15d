import type { BackfillPlan } from 'sequenzy-commerce/backfill';

/** What a backfill will take. `rejected` has those that are faulty in the files, too. */
export interface OrdersPlan extends BackfillPlan {
  /** Undefined where nothing is held back. */
  readonly requestsPerMinute: number | undefined;
  /** Orders the run is about, those that need not or cannot be sent included. */
  readonly read: number;
}
