import {
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyValidationError,
  type SequenzyCommerce,
} from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import { interruption, stopReason, type StopReason } from './stop-reason.ts';

/** `rejected`: no request can name this id. */
export type DeletionStatus = 'deleted' | 'notFound' | 'rejected' | 'notAttempted';

export interface Deletion {
  readonly productId: string;
  readonly status: DeletionStatus;
  /** Why it was rejected. */
  readonly reason?: string;
}

export interface DeletionResult {
  readonly products: readonly Deletion[];
  readonly stoppedBy: StopReason | undefined;
}

export interface DeleteOptions {
  /** Forgets each product before its deletion is told. */
  readonly ledger: Pick<FileLedger, 'write' | 'verify'>;
  readonly signal: AbortSignal;
  readonly onDone: (deletion: Deletion) => void;
}

/** Deletes one after the other, until all are gone or something stops it. */
export async function deleteProducts(
  { products }: Pick<SequenzyCommerce, 'products'>,
  productIds: readonly string[],
  { ledger, signal, onDone }: DeleteOptions,
): Promise<DeletionResult> {
  const done: Deletion[] = [];
  const settle = (deletion: Deletion): void => {
    done.push(deletion);
    onDone(deletion);
  };
  let stoppedBy: StopReason | undefined;
  for (const productId of productIds) {
    stoppedBy ??= signal.aborted ? interruption : undefined;
    if (stoppedBy !== undefined) {
      settle({ productId, status: 'notAttempted' });
      continue;
    }
    try {
      const deletion = await remove(products, productId, ledger);
      if (deletion.status !== 'rejected') stoppedBy = await forget(ledger, productId);
      settle(deletion);
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      stoppedBy = stopReason(error);
      settle({ productId, status: 'notAttempted' });
    }
  }
  return { products: done, stoppedBy };
}

/** Not handed the signal: a deletion that has left is awaited, its end would be unknown otherwise. */
async function remove(
  products: SequenzyCommerce['products'],
  productId: string,
  ledger: Pick<FileLedger, 'verify'>,
): Promise<Deletion> {
  const permit = (): Promise<void> => orLedgerError(ledger.verify());
  try {
    const { deleted } = await products.delete(productId, { permit });
    return { productId, status: deleted ? 'deleted' : 'notFound' };
  } catch (error) {
    if (error instanceof SequenzyNotFoundError) return { productId, status: 'notFound' };
    if (!(error instanceof SequenzyValidationError)) throw error;
    const reason = error.faults.map(({ message }) => message).join('; ');
    return { productId, status: 'rejected', reason };
  }
}

/** The product is gone whether or not that can be written down: the failure stops what would come next. */
async function forget(
  ledger: DeleteOptions['ledger'],
  productId: string,
): Promise<StopReason | undefined> {
  try {
    const written = ledger.write([{ key: productId, fingerprint: null, forget: true }]);
    await orLedgerError(written);
    return undefined;
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    return stopReason(error);
  }
}

async function orLedgerError(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SequenzyError('ledger', `The ledger failed: ${reason}`, { cause });
  }
}
