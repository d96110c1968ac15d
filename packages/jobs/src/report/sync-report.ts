import type { Automations } from './automations.ts';
import type { ListedChanges } from './changes.ts';
import type { Plan } from './plan.ts';
import type { Reject } from './reject.ts';
import type { Summary } from './summary.ts';

/** What `catalog sync` and `catalog stock` give back. */
export interface SyncReport {
  readonly summary: Summary;
  readonly plan: Plan;
  readonly rejects: readonly Reject[];
  /** Every rejects file that was written, `summary.rejectsFile` first. */
  readonly rejectsFiles: readonly string[];
  /** What the restocks would start; only of a dry run that could ask. */
  readonly automations?: Automations;
  /** Only where they were asked for. */
  readonly changes?: ListedChanges;
}
