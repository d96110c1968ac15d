import type { DeliveryOptions, DeliveryResult, SequenzyCommerce } from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { HandedOver, handOver } from '../../rejects/handed-over.ts';
import { isTold, rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { systemCode } from '../../report/system-error.ts';

/** What the SDK is told besides; see there for the defaults. */
export interface DeliverOptions
  extends
    Pick<
      DeliveryOptions,
      'concurrency' | 'feed' | 'full' | 'isolationBudget' | 'maxRestocks' | 'stockReads'
    >,
    Required<
      Pick<DeliveryOptions, 'signal' | 'ledger' | 'onProgress' | 'onDifference' | 'onWarning'>
    > {
  readonly rejections: Rejections;
}

/** Sends every valid record. The faulty ones were rejected when the plan was made. */
export async function deliver(
  client: Pick<SequenzyCommerce, 'products'>,
  catalog: Pick<Catalog, 'records'>,
  { rejections, ...options }: DeliverOptions,
): Promise<DeliveryResult> {
  const handed = new HandedOver();
  const result = await client.products.sync(handOver(catalog, handed, rejections), {
    ...options,
    onOutcome(outcome) {
      if (!isTold(outcome)) return;
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
