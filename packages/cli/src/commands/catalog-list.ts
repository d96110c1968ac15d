import { Option, type Command } from 'commander';
import type { Provider } from 'sequenzy-commerce';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { limit } from './option-values.ts';

interface ListFlags extends GlobalFlags {
  readonly provider?: Provider;
  readonly search?: string;
  readonly limit: number;
}

/** The API's own list, as `providers` of the contract has it: commander needs it before the SDK is loaded. */
const providers: readonly Provider[] = ['api', 'stripe', 'shopify', 'woocommerce', 'manual'];

export function addCatalogList(catalog: Command, context: Context): void {
  const command = catalog
    .command('list')
    .description('Show the products Sequenzy holds.')
    .addOption(
      new Option('--provider <name>', 'only those that came from there').choices(providers),
    )
    .option('--search <text>', 'only those with this in their title')
    .option('--limit <n|all>', 'how many at most', limit, 50)
    .addHelpText('after', help)
    .action(async () => {
      await list(context, command.optsWithGlobals<ListFlags>());
    });
}

async function list(context: Context, flags: ListFlags): Promise<void> {
  const { listProducts } = await import('sequenzy-jobs/catalog/list/list-products.ts');
  const { printProducts } = await import('../terminal/product-view.ts');
  const { io, out, err, end } = context;
  const { provider, search, limit: most } = flags;
  await connected(context, flags, async ({ client, warnings }) => {
    const request = { provider, search, limit: most, signal: io.interruption };
    const { products, more } = await listProducts(client, request);
    const exitCode = exitCodes.ok;
    if (flags.json === true) {
      out.json({
        command: 'catalog list',
        status: 'completed',
        exitCode,
        products,
        more,
        warnings,
      });
    } else {
      printProducts(products, out, io.stdout.isTTY === true);
    }
    if (flags.quiet !== true) {
      if (products.length === 0) err.line('No product matches.');
      if (more) err.line('There are more: ask with --limit all.');
    }
    end(exitCode);
  });
}

const help = `
On a terminal a table; elsewhere one line a product, its fields separated by tabs:
productId, title, price, in stock, variants, provider.

Examples:
  $ sequenzy-cli catalog list --search tee
  $ sequenzy-cli catalog list --provider api --limit all --json

Exit codes: 0 done, 2 usage, 4 key or permission refused, 75 not answered (run it again), 130 interrupted, 1 a bug.`;
