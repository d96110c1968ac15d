import {
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyValidationError,
  type SequenzyCommerce,
} from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import { Contradictions } from '../../connect/contradictions.ts';
import type { Deletion } from '../../report/outcomes.ts';
import { interruption, stopReason, type StopReason } from '../../report/stop-reason.ts';

export interface DeletionResult {
  readonly products: readonly Deletion[];
  readonly stoppedBy: StopReason | undefined;
}

export interface DeletionMeans {
  /** Forgets each product before its deletion is told. */
  readonly ledger: Pick<FileLedger, 'read' | 'write' | 'verify'>;
  readonly signal: AbortSignal;
  readonly onDone: (deletion: Deletion) => void;
}

/** Deletes one after the other, until all are gone or something stops it. */
export async function deleteEach(
  { products }: Pick<SequenzyCommerce, 'products'>,
  productIds: readonly string[],
  { ledger, signal, onDone }: DeletionMeans,
): Promise<DeletionResult> {
  const done: Deletion[] = [];
  const settle = (deletion: Deletion): void => {
    done.push(deletion);
    onDone(deletion);
  };
  let stoppedBy: StopReason | undefined;
  const contradictions = new Contradictions();
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
      contradictions.clear();
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      if (!contradictions.maySendNext(error)) stoppedBy = stopReason(error);
      if (error.ambiguous) stoppedBy ??= await doubt(ledger, productId);
      const unknown: Deletion = { productId, status: 'unknown', reason: error.message };
      settle(error.ambiguous ? unknown : { productId, status: 'notAttempted' });
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
    await products.delete(productId, { permit });
    return { productId, status: 'deleted' };
  } catch (error) {
    if (error instanceof SequenzyNotFoundError) return { productId, status: 'notFound' };
    if (!(error instanceof SequenzyValidationError)) throw error;
    const reason = error.faults.map(({ message }) => message).join('; ');
    return { productId, status: 'rejected', reason };
  }
}

/** The product may be gone: a later sync must not take it for unchanged. */
function doubt(
  ledger: DeletionMeans['ledger'],
  productId: string,
): Promise<StopReason | undefined> {
  return orStop(async () => {
    const [remembered] = await ledger.read([productId]);
    if (remembered === undefined) return;
    await ledger.write([{ ...remembered, key: productId, fingerprint: null }]);
  });
}

/** The product is gone whether or not that can be written down: the failure stops what would come next. */
function forget(
  ledger: DeletionMeans['ledger'],
  productId: string,
): Promise<StopReason | undefined> {
  return orStop(() => ledger.write([{ key: productId, fingerprint: null, forget: true }]));
}

async function orStop(work: () => Promise<void>): Promise<StopReason | undefined> {
  try {
    await orLedgerError(work());
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
