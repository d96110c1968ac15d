import type { Command } from 'commander';
import { addFixOption, mostFound, type FixFlags } from './check-options.ts';
import type { Context } from './context.ts';
import { damageDocument } from './damage-document.ts';
import { doFileJob } from './file-job.ts';
import { mostListed } from './file-options.ts';
import { addOrderFileOptions, orderChoicesOf, type OrderFileFlags } from './orders-options.ts';
import { withFlags } from './skipped-document.ts';
import { verbosityOf } from './surroundings.ts';

interface CheckFlags extends OrderFileFlags, FixFlags {
  readonly yes?: true;
}

export function addOrdersCheck(orders: Command, context: Context): void {
  const command = orders
    .command('check')
    .description('Look for damage in an order file, and for products that the catalog lacks.');
  addFixOption(addOrderFileOptions(command))
    .option('--yes', 'answer every question with yes')
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await check(context, command.optsWithGlobals<CheckFlags>(), files);
    });
}

/** The report is data and goes to standard output. */
async function check(context: Context, flags: CheckFlags, files: string[]): Promise<void> {
  const choices = orderChoicesOf(files, flags);
  context.begin(choices.files);
  const { checkOrders } = await import('sequenzy-jobs/orders/check/check-orders.ts');
  const { printOrdersCheck } = await import('../terminal/orders-check-report.ts');
  const { fitFindings } = await import('../terminal/damage-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const options = {
    ...choices,
    fix: flags.fix,
    mostListed: mostListed('check', flags),
    mostFound: mostFound(flags),
  };
  await doFileJob(context, flags, {
    files: choices.files,
    isData: true,
    screen: (lines) => {
      fitFindings(lines);
      return new SyncScreen(context.io, lines, verbosityOf(flags)).onEvent;
    },
    run: (surroundings) => checkOrders(options, surroundings),
    show: printOrdersCheck,
    document: ({ summary, rejects, damage }) => {
      const named = rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId }));
      return { ...withFlags(summary), rejects: named, ...damageDocument(damage) };
    },
  });
}

const help = `
Looks for the damage that catalog check finds, but for what is normal in orders: several currencies, an SKU in many rows.
Then reads the orders as a backfill would, without key and network. With --catalog it names each line whose product is
not in that file; products that are off sale may be missing in it, so give it whole. --fix writes the file with every
repair that is certain.

Examples:
  $ sequenzy-cli orders check orders_export.csv
  $ sequenzy-cli orders check orders_export.csv --catalog products_export.csv --currency USD
  $ sequenzy-cli orders check orders.csv --fix repaired.csv

Exit codes: 0 nothing is wrong, or --fix has repaired all of it, 2 usage or unreadable input, 3 something was found, or
some orders would be rejected, 130 interrupted, 1 a bug.`;
