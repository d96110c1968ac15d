import { SequenzyError, SequenzyNotFoundError, type SequenzyCommerce } from 'sequenzy-commerce';
import { exitCodes } from '../exit-codes.ts';
import { runAgain, stopReason, type StopReason } from './stop-reason.ts';

export type DeletionStatus = 'deleted' | 'notFound' | 'notAttempted';

export interface Deletion {
  readonly productId: string;
  readonly status: DeletionStatus;
}

export interface DeletionResult {
  readonly products: readonly Deletion[];
  readonly stoppedBy: StopReason | undefined;
}

/** Deletes one after the other, until all are gone or something stops it. */
export async function deleteProducts(
  { products }: Pick<SequenzyCommerce, 'products'>,
  productIds: readonly string[],
  signal: AbortSignal,
  onDone: (deletion: Deletion) => void,
): Promise<DeletionResult> {
  const done: Deletion[] = [];
  const settle = (productId: string, status: DeletionStatus): void => {
    const deletion = { productId, status };
    done.push(deletion);
    onDone(deletion);
  };
  let stoppedBy: StopReason | undefined;
  for (const productId of productIds) {
    stoppedBy ??= signal.aborted ? interruption : undefined;
    if (stoppedBy !== undefined) {
      settle(productId, 'notAttempted');
      continue;
    }
    try {
      // Not handed the signal: a deletion that has left is awaited, its end would be unknown otherwise.
      const { deleted } = await products.delete(productId);
      settle(productId, deleted ? 'deleted' : 'notFound');
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      if (!(error instanceof SequenzyNotFoundError)) stoppedBy = stopReason(error);
      settle(productId, stoppedBy === undefined ? 'notFound' : 'notAttempted');
    }
  }
  return { products: done, stoppedBy };
}

const interruption: StopReason = {
  code: 'interrupted',
  message: 'Interrupted',
  nextStep: runAgain,
  exitCode: exitCodes.interrupted,
};
