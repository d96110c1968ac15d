import type { SequenzyCommerce } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import { deleteProducts } from '../delete-products.ts';
import type { StopReason } from '../stop-reason.ts';
import type { Gone } from './gone.ts';

export interface Pruned {
  readonly deleted: number;
  readonly stoppedBy: StopReason | undefined;
}

export interface PruneOptions {
  readonly ledger: FileLedger;
  readonly signal: AbortSignal;
  readonly onProgress: (deleted: number) => void;
}

/** Deletes what is gone from the source. One that is not there any more counts as deleted. */
export async function pruneProducts(
  client: Pick<SequenzyCommerce, 'products'>,
  { productIds }: Gone,
  { ledger, signal, onProgress }: PruneOptions,
): Promise<Pruned> {
  let deleted = 0;
  const { stoppedBy } = await deleteProducts(client, productIds, {
    ledger,
    signal,
    onDone({ status }) {
      if (status === 'notAttempted') return;
      deleted += 1;
      onProgress(deleted);
    },
  });
  return { deleted, stoppedBy };
}
