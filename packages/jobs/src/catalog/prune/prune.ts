import type { SequenzyCommerce } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import { deleteEach } from '../delete/delete-each.ts';
import type { Pruned } from '../../report/summarize.ts';
import type { Gone } from '../../report/plan.ts';

export interface PruneOptions {
  readonly ledger: Pick<FileLedger, 'read' | 'write' | 'verify'>;
  readonly signal: AbortSignal;
  readonly onProgress: (deleted: number) => void;
  readonly warn: (sentence: string) => void;
}

/** Deletes what is gone from the source. One that is not there any more counts as deleted. */
export async function pruneProducts(
  client: Pick<SequenzyCommerce, 'products'>,
  { productIds }: Gone,
  { ledger, signal, onProgress, warn }: PruneOptions,
): Promise<Pruned> {
  let deleted = 0;
  let rejected = 0;
  let unknown = 0;
  const { stoppedBy } = await deleteEach(client, productIds, {
    ledger,
    signal,
    onDone({ status, reason = '' }) {
      if (status === 'notAttempted') return;
      if (status === 'rejected') {
        rejected += 1;
        warn(`A product that is gone was not deleted: ${reason}. Delete it in Sequenzy.`);
        return;
      }
      if (status === 'unknown') {
        unknown += 1;
        warn(`It is not known whether a product that is gone was deleted: ${reason}.`);
        return;
      }
      deleted += 1;
      onProgress(deleted);
    },
  });
  return { deleted, rejected, unknown, stoppedBy };
}
