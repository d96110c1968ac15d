import type { Catalog } from 'sequenzy-sources';
import { openProducts } from '../../input/records/open-records.ts';
import type { Job } from '../../job/job.ts';
import type { InputMemory } from '../../memory/input-memory.ts';
import { UserError } from '../../report/user-error.ts';
import type { SyncOptions } from './sync-options.ts';

/** Undefined where no input has changed since the last complete run. */
export async function openChanged(
  options: SyncOptions,
  memory: InputMemory | undefined,
  job: Job,
): Promise<Catalog | undefined> {
  const { remote } = memory ?? options;
  try {
    return await openProducts({ ...options, remote }, job);
  } catch (error) {
    if (error instanceof UserError && error.code === 'not-modified') return undefined;
    throw error;
  }
}
