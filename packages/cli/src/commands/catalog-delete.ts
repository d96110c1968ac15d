import type { Command } from 'commander';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { withState } from '../sandbox/state.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { answersOf, saySandboxIsEmpty, surroundingsOf, verbosityOf } from './surroundings.ts';

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
  const { deleteProducts } = await import('sequenzy-jobs/catalog/delete/delete-products.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { stoppedLine, withTold } = await import('../terminal/flags.ts');
  const { outcomeWords } = await import('../terminal/outcome-words.ts');
  const tell = plainScreen(io, err, verbosityOf(flags));
  const onEvent = (event: JobEvent): void => {
    tell(event);
    if (event.type !== 'deletion') return;
    const { productId, status, reason } = event.deletion;
    if (flags.quiet === true && status === 'deleted') return;
    const why = reason === undefined ? '' : `  ${reason}`;
    err.line(`${outcomeWords[status]}  ${productId}${why}`);
  };
  saySandboxIsEmpty(context, flags);
  const options = { productIds, connection: connectionOf(flags) };
  const report = await withState(flags, (stateDir) =>
    deleteProducts({ ...options, stateDir }, surroundingsOf(context, onEvent)),
  );
  const { stoppedBy } = report;
  if (stoppedBy !== null) {
    err.line(['red', 'stopped'], `  ${stoppedLine(stoppedBy)}`);
  }
  if (flags.json === true) out.json(withTold(report));
  end(report.exitCode);
}

async function demandConsent(context: Context, flags: DeleteFlags, ids: string[]): Promise<void> {
  const { canAsk, confirm } = await import('../terminal/confirm.ts');
  const { count } = await import('../terminal/wording.ts');
  const answers = answersOf(flags);
  const what = ids.length === 1 ? `product ${ids[0] ?? ''}` : count(ids.length, 'product');
  if (await confirm(`Delete ${what}? This cannot be undone.`, context.io, answers)) return;
  throw canAsk(context.io, answers)
    ? new UserError('declined', 'Nothing was deleted')
    : new UserError('needs-consent', 'Nobody can be asked here', 'Pass --yes to delete.');
}

const help = `
Examples:
  $ sequenzy-cli catalog delete tee-1
  $ sequenzy-cli catalog delete tee-1 tee-2 --yes --json

Exit codes: 0 all deleted, 2 usage or not agreed to (nothing deleted), 3 some were not found, cannot be
named in a request, or it is not known whether they are gone, 4 key
or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;
