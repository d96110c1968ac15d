import type { Command } from 'commander';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { DeletionResult } from '../run/delete-products.ts';
import { emptySummary } from '../run/summary.ts';
import { UserError } from '../user-error.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

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
  const { deleteProducts } = await import('../run/delete-products.ts');
  const { io, out, err, end } = context;
  await demandConsent(context, flags, productIds);
  await connected(context, flags, async ({ client, warnings }) => {
    const startedAt = io.clock.monotonic();
    const result = await deleteProducts(client, productIds, io.interruption, (deletion) => {
      if (flags.quiet === true && deletion.status === 'deleted') return;
      err.line(`${words[deletion.status]}  ${deletion.productId}`);
    });
    const durationMs = Math.round(io.clock.monotonic() - startedAt);
    const exitCode = exitCodeOf(result);
    if (result.stoppedBy !== undefined) {
      err.line(['red', 'stopped'], `  ${result.stoppedBy.message}. ${result.stoppedBy.nextStep}`);
    }
    if (flags.json === true) out.json({ ...documentOf(result, exitCode), durationMs, warnings });
    end(exitCode);
  });
}

const words = { deleted: 'deleted', notFound: 'not found', notAttempted: 'not attempted' } as const;

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
  const missing = products.some(({ status }) => status === 'notFound');
  return missing ? exitCodes.rejected : exitCodes.ok;
}

function documentOf({ products, stoppedBy }: DeletionResult, exitCode: ExitCode) {
  const having = (wanted: string): number =>
    products.filter(({ status }) => status === wanted).length;
  const finished = exitCode === exitCodes.ok ? 'completed' : 'partial';
  const stop =
    stoppedBy === undefined
      ? null
      : { code: stoppedBy.code, message: stoppedBy.message, nextStep: stoppedBy.nextStep };
  const end = { status: stop === null ? finished : 'stopped', exitCode, stoppedBy: stop } as const;
  const summary = emptySummary({ command: 'catalog delete', ...end }, []);
  const records = {
    ...summary.records,
    read: products.length,
    deleted: having('deleted'),
    rejected: having('notFound'),
    notAttempted: having('notAttempted'),
  };
  return { ...summary, records, products };
}

const help = `
Examples:
  $ sequenzy-cli catalog delete tee-1
  $ sequenzy-cli catalog delete tee-1 tee-2 --yes --json

Exit codes: 0 all deleted, 2 usage or not agreed to (nothing deleted), 3 some were not found,
4 key or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;
