import type { Surroundings } from '../../job/surroundings.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { liveOfPlan, readPlan } from '../plan-file/read-plan.ts';
import { runSync } from '../sync/run-sync.ts';
import type { SyncOptions } from '../sync/sync-options.ts';

/** Options of `applyCatalog`; those that decide what is sent stand in the plan. */
export interface ApplyOptions extends Pick<
  SyncOptions,
  | 'concurrency'
  | 'connection'
  | 'isolationBudget'
  | 'mostListed'
  | 'rejects'
  | 'remote'
  | 'stateDir'
  | 'undo'
> {
  /** Path of the plan. */
  readonly plan: string;
}

/**
 * Carries out a plan that `syncCatalog` has written with `out`, if the input and what was sent before are still those it was
 * made of. What it deletes was agreed to by those who reviewed it: nobody is asked.
 *
 * @example
 *   await applyCatalog({ plan: 'plan.json' });
 */
export async function applyCatalog(
  { plan: path, ...options }: ApplyOptions,
  surroundings: Surroundings = {},
): Promise<SyncReport> {
  const { options: planned, ...plan } = await readPlan(path);
  const live = liveOfPlan({ options: planned });
  const decide = { ...surroundings.decide, deleteProducts: () => true };
  return runSync({ ...planned, ...options, live }, { ...surroundings, decide }, plan);
}
