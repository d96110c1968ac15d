import type { Surroundings } from '../../job/surroundings.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { runSync } from './run-sync.ts';
import type { SyncOptions } from './sync-options.ts';

/**
 * Sends a product file to Sequenzy: what is new or has changed since the last run, by what is remembered in the state
 * folder. With `prune` it deletes what was sent before and is gone from the files.
 *
 * @example
 *   const { summary } = await syncCatalog({ files: ['products.csv'], currency: 'USD' });
 *   console.log(summary.status, summary.records);
 *
 * @throws {UserError} when nothing could be sent: no key, an input that cannot be read, a run that is in progress. What
 * happens later stands in the report.
 */
export function syncCatalog(
  options: SyncOptions,
  surroundings: Surroundings = {},
): Promise<SyncReport> {
  return runSync(options, surroundings);
}
