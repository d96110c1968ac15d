import { deleteProducts, UserError } from 'sequenzy-jobs';
import type { Context } from '../command/context.ts';
import { define } from '../command/define.ts';
import { answersOf } from '../command/surroundings.ts';
import { connectionOf } from '../options/global-options.ts';
import { outcomeScreen } from './outcome-screen.ts';

export const catalogDelete = define({
  name: 'catalog delete',
  summary: 'Delete products that were pushed through the API. Asks first.',
  argument: { name: 'productId', description: 'your own ids', isList: true },
  options: {
    yes: {
      form: 'switch',
      description: 'delete without asking; required without a terminal',
      group: 'safety',
    },
  },
  sends: true,
  sandbox: 'empty',
  remembers: true,
  async read(flags, words, context) {
    const productIds = [...new Set(words)];
    await demandConsent(context, flags, productIds);
    return { productIds, connection: connectionOf(flags), stateDir: flags.stateDir };
  },
  screen: outcomeScreen,
  run: deleteProducts,
  async show({ stoppedBy }, { context }) {
    const { stoppedLine } = await import('../terminal/flags.ts');
    if (stoppedBy !== null) context.err.beside([['red', 'stopped']], stoppedLine(stoppedBy));
  },
  document: (report) => report,
  examples: ['catalog delete tee-1', 'catalog delete tee-1 tee-2 --yes --json'],
  exitCodes: [
    '0 all deleted',
    '2 usage or not agreed to (nothing deleted)',
    '3 some were not found, cannot be named in a request, or it is not known whether they are gone',
    '4 key or permission refused',
    '75 stopped early (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

async function demandConsent(
  { io }: Context,
  flags: { readonly yes?: true },
  ids: readonly string[],
): Promise<void> {
  const { canAsk, confirm } = await import('../terminal/confirm.ts');
  const { count } = await import('../terminal/wording.ts');
  const answers = answersOf(flags);
  const what = ids.length === 1 ? `product ${ids[0] ?? ''}` : count(ids.length, 'product');
  if (await confirm(`Delete ${what}? This cannot be undone.`, io, answers)) return;
  throw canAsk(io, answers)
    ? new UserError('declined', 'Nothing was deleted')
    : new UserError('needs-consent', 'Nobody can be asked here', 'Pass --yes to delete.');
}
