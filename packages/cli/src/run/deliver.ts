import type { DeliveryResult, Progress, SequenzyCommerce } from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { HandedOver, handOver } from './handed-over.ts';
import { rejectOfOutcome } from './reject.ts';
import type { Rejections } from './rejections.ts';
import { systemCode } from './system-error.ts';

export interface DeliverOptions {
  readonly signal: AbortSignal;
  /** Requests under way at once. Default: the SDK's. */
  readonly concurrency: number | undefined;
  readonly rejections: Rejections;
  readonly onProgress: (progress: Progress) => void;
}

/** Sends every valid record. The faulty ones were rejected when the plan was made. */
export async function deliver(
  client: Pick<SequenzyCommerce, 'products'>,
  catalog: Catalog,
  { signal, concurrency, rejections, onProgress }: DeliverOptions,
): Promise<DeliveryResult> {
  const handed = new HandedOver();
  const result = await client.products.sync(handOver(catalog, handed, rejections), {
    signal,
    onProgress,
    ...(concurrency === undefined ? {} : { concurrency }),
    onOutcome(outcome) {
      if (outcome.status !== 'rejected') return;
      const record = handed.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
  });
  const { stoppedBy } = result;
  // The spool on the disk can fail; anything else that is thrown while reading is a bug.
  if (stoppedBy?.code === 'source' && systemCode(stoppedBy.cause) === undefined) {
    throw stoppedBy.cause;
  }
  return result;
}
