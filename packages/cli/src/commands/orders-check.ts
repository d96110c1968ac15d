import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { retypeCommand } from './retype-command.ts';
import { addFixOption, mostFound, type FixFlags } from './check-options.ts';
import type { Context } from './context.ts';
import { damageDocument } from './damage-document.ts';
import { mostListed } from './file-options.ts';
import { addOrderFileOptions, orderChoicesOf, type OrderFileFlags } from './orders-options.ts';
import { answersOf, surroundingsOf, verbosityOf } from './surroundings.ts';

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
  context.begin(files);
  const { checkOrders } = await import('sequenzy-jobs/orders/check/check-orders.ts');
  const { decideOn } = await import('../terminal/decide.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { printOrdersCheck } = await import('../terminal/orders-check-report.ts');
  const { fitFindings } = await import('../terminal/damage-lines.ts');
  const { filesLabel } = await import('../terminal/sync-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const { io, err, out, end, argv } = context;
  const verbosity = verbosityOf(flags);
  const { quiet } = verbosity;
  const lines = new LabelledLines(flags.json === true || quiet ? err : out);
  lines.fit(filesLabel(files));
  fitFindings(lines);
  const { onEvent } = new SyncScreen(io, lines, verbosity);
  const decide = decideOn(io, lines, answersOf(flags, files));
  const options = {
    ...orderChoicesOf(files, flags),
    fix: flags.fix,
    mostListed: mostListed('check', flags),
    mostFound: mostFound(flags),
  };
  const report = await checkOrders(options, surroundingsOf(context, onEvent, decide));
  const { summary, rejects, damage } = report;
  if (!quiet || summary.exitCode !== exitCodes.ok) {
    printOrdersCheck(report, lines, retypeCommand(argv, files));
  }
  if (flags.json === true) {
    const named = rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId }));
    out.json({ ...summary, rejects: named, ...damageDocument(damage) });
  }
  end(summary.exitCode);
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
