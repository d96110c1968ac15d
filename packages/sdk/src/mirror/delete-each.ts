import type { CallOptions } from 'sequenzy-transport';
import { requireIterable } from '../delivery/require-iterable.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { orLedgerError } from '../ledger/or-ledger-error.ts';
import {
  SequenzyAbortError,
  SequenzyAnswerError,
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyValidationError,
} from '../errors/errors.ts';
import type { Products } from '../resources/products.ts';

/** What became of a product that was to be deleted. */
export interface Deletion {
  readonly productId: string;
  /** `rejected`: no request can name this id; `unknown`: it was sent, and no clear answer came. */
  readonly status: 'deleted' | 'notFound' | 'rejected' | 'unknown' | 'notAttempted';
  /** Why it was rejected, or is unknown. */
  readonly reason?: string;
}

export interface DeletionResult {
  readonly products: readonly Deletion[];
  /** Why it ended early. */
  readonly stoppedBy: SequenzyError | undefined;
}

export interface DeleteEachOptions extends CallOptions {
  /** Forgets each product before its deletion is told. */
  readonly ledger: Pick<Ledger, 'read' | 'write' | 'verify'>;
  /** Ends the run; a deletion that has left is awaited. */
  readonly signal?: AbortSignal | undefined;
  readonly onDone?: (deletion: Deletion) => void;
}

/** So many answers in a row that settle nothing end the run. */
const mostContradictions = 3;

/**
 * Deletes products one after the other, until all are gone or something stops it, and forgets that they were sent. It
 * does not throw for what becomes of them: look at `products` and `stoppedBy`.
 *
 * @example
 * const { products } = await deleteEach(sequenzy, ['tee', 'cap'], { ledger });
 */
export async function deleteEach(
  { products }: { readonly products: Pick<Products, 'delete'> },
  productIds: readonly string[],
  { ledger, signal, onDone, ...call }: DeleteEachOptions,
): Promise<DeletionResult> {
  requireIterable(productIds, 'productIds');
  const done: Deletion[] = [];
  const settle = (deletion: Deletion): void => {
    done.push(deletion);
    onDone?.(deletion);
  };
  let stoppedBy: SequenzyError | undefined;
  let contradictions = 0;
  for (const productId of productIds) {
    if (signal?.aborted === true) {
      stoppedBy ??= new SequenzyAbortError('abort', 'Stopped by the caller');
    }
    if (stoppedBy !== undefined) {
      settle({ productId, status: 'notAttempted' });
      continue;
    }
    try {
      const deletion = await remove(products, productId, { ...call, ledger });
      if (deletion.status !== 'rejected') stoppedBy = await forget(ledger, productId);
      settle(deletion);
      contradictions = 0;
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      if (error instanceof SequenzyAnswerError) contradictions += 1;
      else stoppedBy = error;
      if (contradictions === mostContradictions) stoppedBy = error;
      if (error.ambiguous) stoppedBy ??= await doubt(ledger, productId);
      const unknown: Deletion = { productId, status: 'unknown', reason: error.message };
      settle(error.ambiguous ? unknown : { productId, status: 'notAttempted' });
    }
  }
  return { products: done, stoppedBy };
}

/** Not handed the signal: a deletion that has left is awaited, its end would be unknown otherwise. */
async function remove(
  products: Pick<Products, 'delete'>,
  productId: string,
  { ledger, ...call }: Pick<DeleteEachOptions, 'ledger' | keyof CallOptions>,
): Promise<Deletion> {
  const permit = async (): Promise<void> => {
    const asked = ledger.verify?.();
    if (asked !== undefined) await orLedgerError(asked);
  };
  try {
    await products.delete(productId, { ...call, permit });
    return { productId, status: 'deleted' };
  } catch (error) {
    if (error instanceof SequenzyNotFoundError) return { productId, status: 'notFound' };
    if (!(error instanceof SequenzyValidationError)) throw error;
    const reason = error.faults.map(({ message }) => message).join('; ');
    return { productId, status: 'rejected', reason };
  }
}

/** The product may be gone: a later run must not take it for unchanged. */
function doubt(
  ledger: DeleteEachOptions['ledger'],
  productId: string,
): Promise<SequenzyError | undefined> {
  return failureOf(async () => {
    const [remembered] = await ledger.read([productId]);
    if (remembered === undefined) return;
    await ledger.write([{ ...remembered, key: productId, fingerprint: null }]);
  });
}

/** The product is gone whether or not that can be written down: the failure stops what would come next. */
function forget(
  ledger: DeleteEachOptions['ledger'],
  productId: string,
): Promise<SequenzyError | undefined> {
  return failureOf(() => ledger.write([{ key: productId, fingerprint: null, forget: true }]));
}

async function failureOf(work: () => Promise<void>): Promise<SequenzyError | undefined> {
  try {
    await orLedgerError(work());
    return undefined;
  } catch (error) {
    if (error instanceof SequenzyError) return error;
    throw error;
  }
}
