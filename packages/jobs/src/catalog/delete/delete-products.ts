import { deleteEach, type Deletion, type DeletionResult } from 'sequenzy-commerce/mirror';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { openMemory } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { stopReason, type StopReason } from '../../report/stop-reason.ts';
import { emptySummary, type Ended, type Summary } from '../../report/summary.ts';
import { openStateFolder } from '../../state/state-folder.ts';

export interface DeleteOptions {
  /** Your own ids of them. */
  readonly productIds: readonly string[];
  readonly connection?: ConnectionOptions | undefined;
  readonly stateDir?: string | undefined;
}

/** The ids that were named are what was read; those that were not found count as rejected. */
export interface DeleteReport extends Summary {
  readonly products: readonly Deletion[];
}

/**
 * Deletes products that were pushed through the API, one after the other, and forgets that they were sent. Nobody is
 * asked: naming them is the consent.
 *
 * @example
 *   await deleteProducts({ productIds: ['tee-1', 'tee-2'] });
 */
export function deleteProducts(
  { productIds, connection: options = {}, stateDir }: DeleteOptions,
  surroundings: Surroundings = {},
): Promise<DeleteReport> {
  const summaryOf = (report: DeleteReport): DeleteReport => report;
  return withJob({ command, stateDir, summaryOf }, surroundings, async (job) => {
    const connection = await connect(options, job);
    const folder = job.run?.folder ?? (await openStateFolder({ stateDir }, job.io.env));
    // A product that is remembered as sent, and is not there any more, would never be sent again.
    const ledger = job.use(await openMemory(connection, memoryRequest(job, options, { folder })));
    const result = await deleteEach(connection.client, [...new Set(productIds)], {
      ...{ ledger, signal: job.signal },
      onDone: (deletion) => {
        job.tell({ type: 'deletion', deletion });
      },
    });
    const reason = result.stoppedBy && stopReason(result.stoppedBy);
    return { ...reportOf(result, reason), durationMs: job.durationMs, warnings: job.warnings };
  });
}

const command = 'catalog delete';

function reportOf({ products }: DeletionResult, reason: StopReason | undefined): DeleteReport {
  const summary = emptySummary({ command, ...endOf(products, reason) }, []);
  const having = (wanted: Deletion['status']): number =>
    products.filter(({ status }) => status === wanted).length;
  const records = {
    ...summary.records,
    read: products.length,
    deleted: having('deleted'),
    rejected: having('notFound') + having('rejected'),
    unknown: having('unknown'),
    notAttempted: having('notAttempted'),
  };
  return { ...summary, records, products };
}

function endOf(
  products: readonly Deletion[],
  stoppedBy: StopReason | undefined,
): Omit<Ended, 'command'> {
  if (stoppedBy !== undefined) {
    const { exitCode, ...reason } = stoppedBy;
    return { status: 'stopped', exitCode, stoppedBy: reason };
  }
  const isWhole = products.every(({ status }) => status === 'deleted');
  return isWhole
    ? { status: 'completed', exitCode: exitCodes.ok, stoppedBy: null }
    : { status: 'partial', exitCode: exitCodes.rejected, stoppedBy: null };
}
