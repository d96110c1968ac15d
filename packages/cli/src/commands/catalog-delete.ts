import type { Command } from 'commander';
import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { DeletionResult } from 'sequenzy-jobs/catalog/delete/delete-products.ts';
import { emptySummary } from 'sequenzy-jobs/report/summary.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { connected, type Asking } from './connected.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { sending } from './sending.ts';
import type { OnWatched } from 'sequenzy-jobs/job/sync-listener.ts';

interface DeleteFlags extends GlobalFlags {
  readonly yes?: true;
}

export function addCatalogDelete(catalog: Command, context: Context): void {
  const command = catalog
    .command('delete')
    .description('Delete products that were pushed through the API. Asks first.')
    .argument('<productId...>', 'your own ids of them')
    .option('--yes', 'delete without asking; needed where nobody can be asked')
    .addHelpText('after', help)
    .action(async (productIds: string[]) => {
      const flags = command.optsWithGlobals<DeleteFlags>();
      await remove(context, flags, [...new Set(productIds)]);
    });
}

async function remove(context: Context, flags: DeleteFlags, productIds: string[]): Promise<void> {
  const { io, out, err, end } = context;
  await demandConsent(context, flags, productIds);
  const startedAt = io.clock.monotonic();
  const { result, document } = await sending(context, flags, {
    command: 'catalog delete',
    warn: (sentence) => {
      err.line(['yellow', 'warning'], `  ${sentence}`);
    },
    work: ({ folder }) =>
      connected(context, flags, async (asking) => {
        const done = await deleteAndForget(context, flags, { asking, folder, productIds });
        const durationMs = Math.round(io.clock.monotonic() - startedAt);
        const { warnings } = asking;
        return { result: done, document: { ...documentOf(done), durationMs, warnings } };
      }),
    summaryOf: (done) => done.document,
  });
  if (result.stoppedBy !== undefined) {
    err.line(['red', 'stopped'], `  ${result.stoppedBy.message}. ${result.stoppedBy.nextStep}`);
  }
  if (flags.json === true) out.json(document);
  end(document.exitCode);
}

interface Deleting {
  readonly asking: Asking;
  /** State folder. */
  readonly folder: string;
  readonly productIds: readonly string[];
}

/** A product that is remembered as sent, and is not there any more, would never be sent again. */
async function deleteAndForget(
  { io, err }: Context,
  { company, quiet }: DeleteFlags,
  { asking, folder, productIds }: Deleting,
): Promise<DeletionResult> {
  const { deleteProducts } = await import('sequenzy-jobs/catalog/delete/delete-products.ts');
  const { openLedger } = await import('sequenzy-jobs/memory/own-ledger.ts');
  const { showWatchedRun } = await import('../terminal/watched-run.ts');
  const { connection, warn } = asking;
  const signal = io.interruption;
  const onWatched: OnWatched = (wait) =>
    quiet === true
      ? () => undefined
      : showWatchedRun(wait, io, (text) => {
          err.line(`waiting  ${text}`);
        });
  const question = { company, folder, signal, warn, onWatched };
  const ledger = await openLedger(connection, 'products', question);
  try {
    return await deleteProducts(connection.client, productIds, {
      ledger,
      signal,
      onDone({ productId, status, reason }) {
        if (quiet === true && status === 'deleted') return;
        err.line(`${words[status]}  ${productId}${reason === undefined ? '' : `  ${reason}`}`);
      },
    });
  } finally {
    await ledger.close();
  }
}

const words = {
  deleted: 'deleted',
  notFound: 'not found',
  rejected: 'rejected',
  unknown: 'unknown',
  notAttempted: 'not attempted',
} as const;

async function demandConsent(context: Context, flags: DeleteFlags, ids: string[]): Promise<void> {
  const { canAsk, confirm } = await import('../terminal/confirm.ts');
  const { count } = await import('../terminal/wording.ts');
  const answers = { yes: flags.yes === true, stdinTaken: false };
  const what = ids.length === 1 ? `product ${ids[0] ?? ''}` : count(ids.length, 'product');
  if (await confirm(`Delete ${what}? This cannot be undone.`, context.io, answers)) return;
  throw canAsk(context.io, answers)
    ? new UserError('declined', 'Nothing was deleted')
    : new UserError('needs-consent', 'Nobody can be asked here', 'Pass --yes to delete.');
}

function exitCodeOf({ products, stoppedBy }: DeletionResult): ExitCode {
  if (stoppedBy !== undefined) return stoppedBy.exitCode;
  const whole = products.every(({ status }) => status === 'deleted');
  return whole ? exitCodes.ok : exitCodes.rejected;
}

function documentOf(result: DeletionResult) {
  const { products, stoppedBy } = result;
  const exitCode = exitCodeOf(result);
  const having = (wanted: string): number =>
    products.filter(({ status }) => status === wanted).length;
  const finished = exitCode === exitCodes.ok ? 'completed' : 'partial';
  const stop =
    stoppedBy === undefined
      ? null
      : { code: stoppedBy.code, message: stoppedBy.message, nextStep: stoppedBy.nextStep };
  const end = { status: stop === null ? finished : 'stopped', exitCode, stoppedBy: stop } as const;
  const summary = emptySummary({ command: 'catalog delete', ...end }, []);
  // Here the ids named are what was read.
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

const help = `
Examples:
  $ sequenzy-cli catalog delete tee-1
  $ sequenzy-cli catalog delete tee-1 tee-2 --yes --json

Exit codes: 0 all deleted, 2 usage or not agreed to (nothing deleted), 3 some were not found, cannot be
named in a request, or it is not known whether they are gone, 4 key
or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;
