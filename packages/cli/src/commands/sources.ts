import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

export function addSources(program: Command, context: Context): void {
  const sources = program.command('sources').description('File formats it can read: list, show.');
  const list = sources
    .command('list')
    .description('List every format: of products, of orders, of stock.')
    .addHelpText('after', help)
    .action(async () => {
      await listAll(context, list.optsWithGlobals<GlobalFlags>());
    });
  const show = sources
    .command('show')
    .description('Show how a format is recognised, what it needs, maps and assumes.')
    .argument('<name>', 'as --from takes it')
    .addHelpText('after', help)
    .action(async (name: string) => {
      await showNamed(context, show.optsWithGlobals<GlobalFlags>(), name);
    });
}

async function listAll({ io, out, end }: Context, flags: GlobalFlags): Promise<void> {
  const { knownSources } = await import('sequenzy-jobs/input/known-sources.ts');
  const { printSources } = await import('../terminal/sources-view.ts');
  const { flagWording } = await import('../terminal/flags.ts');
  const sources = knownSources(flagWording);
  if (flags.json === true) {
    const listed = sources.map(({ kind, name, label, files }) => ({ kind, name, label, files }));
    out.json({ ...done('sources list'), sources: listed });
  } else {
    printSources(sources, out, io.stdout.isTTY === true);
  }
  end(exitCodes.ok);
}

async function showNamed({ out, end }: Context, flags: GlobalFlags, name: string): Promise<void> {
  const { sourcesNamed } = await import('sequenzy-jobs/input/known-sources.ts');
  const { printSource } = await import('../terminal/sources-view.ts');
  const { flagWording } = await import('../terminal/flags.ts');
  const sources = sourcesNamed(name, flagWording);
  if (flags.json === true) out.json({ ...done('sources show'), sources });
  else for (const source of sources) printSource(source, out);
  end(exitCodes.ok);
}

function done(command: string) {
  return { command, status: 'completed', exitCode: exitCodes.ok };
}

const help = `
A platform can have a format for products and one for orders: show prints both.

Examples:
  $ sequenzy-cli sources list
  $ sequenzy-cli sources show shopify
  $ sequenzy-cli sources show woocommerce --json

Exit codes: 0 done, 2 usage or no source of that name, 1 a bug.`;
