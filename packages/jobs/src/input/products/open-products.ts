import type { Catalog } from 'sequenzy-sources';
import type { Job } from '../../job/job.ts';
import { openInput } from '../open-input.ts';
import type { ProductChoices } from './product-choices.ts';

/** @throws {UserError} when the products cannot be read. Nothing of them has been used then. */
export async function openProducts(options: ProductChoices, job: Job): Promise<Catalog> {
  const { live, connection = {} } = options;
  if (live === undefined) return openInput(options, job.io, job.decide);
  const { openLive } = await import('../live/open-live.ts');
  return openLive({ ...options, connection }, live, job);
}
