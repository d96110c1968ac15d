import type { Catalog, Orders } from 'sequenzy-sources';
import type { Job } from '../../job/job.ts';
import { openInput } from '../open-input.ts';
import { openOrderFiles, type OrderChoices } from '../order-choices.ts';
import type { LiveInput, ProductChoices } from './record-choices.ts';

/** @throws {UserError} when the products cannot be read. Nothing of them has been used then. */
export async function openProducts(options: ProductChoices, job: Job): Promise<Catalog> {
  const { live, connection = {} } = options;
  if (live === undefined) return openInput(options, job.io, job.decide);
  const { openLiveProducts } = await import('../live/open-live.ts');
  return openLiveProducts({ ...options, connection }, live, job);
}

/** @throws {UserError} when the orders cannot be read. Nothing of them has been used then. */
export async function openOrders(options: OrderChoices & LiveInput, job: Job): Promise<Orders> {
  const { live, connection = {} } = options;
  if (live === undefined) return openOrderFiles(options, job.io, job.decide);
  const { openLiveOrders } = await import('../live/open-live.ts');
  return openLiveOrders({ ...options, connection }, live, job);
}
