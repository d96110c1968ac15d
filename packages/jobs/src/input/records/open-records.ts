import type { Catalog, Orders } from 'sequenzy-sources';
import type { Job } from '../../job/job.ts';
import { refuseUnreadable } from 'sequenzy-sources';
import { openInput, orRefuse } from '../open-input.ts';
import { openOrderFiles, type OrderChoices } from '../order-choices.ts';
import type { LiveInput, ProductChoices } from './record-choices.ts';

/**
 * Looks whether the files are there, before anything else is asked of the user.
 *
 * @throws {UserError} when one is not, or may not be read.
 */
export async function demandFiles(
  { files, live }: { readonly files: readonly string[] } & Pick<LiveInput, 'live'>,
  { io }: Pick<Job, 'io'>,
): Promise<void> {
  if (live === undefined) await orRefuse(io, refuseUnreadable(files));
}

/** @throws {UserError} when the products cannot be read. Nothing of them has been used then. */
export async function openProducts(options: ProductChoices, job: Job): Promise<Catalog> {
  const { live, connection = {} } = options;
  if (live === undefined) return openInput(options, job.io, job.decide, job.tell);
  const { openLiveProducts } = await import('../live/open-live.ts');
  return openLiveProducts({ ...options, connection }, live, job);
}

/** @throws {UserError} when the orders cannot be read. Nothing of them has been used then. */
export async function openOrders(options: OrderChoices & LiveInput, job: Job): Promise<Orders> {
  const { live, connection = {} } = options;
  if (live === undefined) return openOrderFiles(options, job.io, job.decide, job.tell);
  const { openLiveOrders } = await import('../live/open-live.ts');
  return openLiveOrders({ ...options, connection }, live, job);
}
