import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

export function addCatalogGet(catalog: Command, context: Context): void {
  const command = catalog
    .command('get')
    .description('Show one product that was pushed through the API.')
    .argument('<productId>', 'your own id of it')
    .addHelpText('after', help)
    .action(async (productId: string) => {
      await get(context, command.optsWithGlobals<GlobalFlags>(), productId);
    });
}

async function get(context: Context, flags: GlobalFlags, productId: string): Promise<void> {
  const { SequenzyNotFoundError } = await import('sequenzy-commerce');
  const { printProduct } = await import('../terminal/product-view.ts');
  const { io, out, end } = context;
  await connected(context, flags, async ({ client, warnings }) => {
    const product = await client.products
      .get(productId, { signal: io.interruption })
      .catch((error: unknown) => {
        throw error instanceof SequenzyNotFoundError ? notFound(productId) : error;
      });
    const exitCode = exitCodes.ok;
    if (flags.json === true) {
      out.json({ command: 'catalog get', status: 'completed', exitCode, product, warnings });
    } else {
      printProduct(product, out);
    }
    end(exitCode);
  });
}

function notFound(productId: string): UserError {
  return new UserError(
    'not-found',
    `There is no product ${productId}`,
    'Only products pushed through the API can be looked up by id; sequenzy-cli catalog list shows all.',
    { exitCode: exitCodes.rejected },
  );
}

const help = `
Examples:
  $ sequenzy-cli catalog get tee-1
  $ sequenzy-cli catalog get tee-1 --json

Exit codes: 0 found, 2 usage, 3 not found, 4 key or permission refused, 75 not answered (run it again),
130 interrupted, 1 a bug.`;
