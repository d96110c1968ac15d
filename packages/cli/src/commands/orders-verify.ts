import type { Command } from 'commander';
import type { Context } from './context.ts';
import { answersOf, saySandboxIsEmpty, surroundingsOf, verbosityOf } from './surroundings.ts';
import { connectionOf } from './global-options.ts';
import { wholeNumber } from './option-values.ts';
import {
  addOrderFileOptions,
  addTotalsOptions,
  orderChoicesOf,
  totalsOf,
  type TotalsFlags,
} from './orders-options.ts';

interface VerifyFlags extends TotalsFlags {
  readonly sample: number;
  readonly partialHistory?: true;
}

export function addOrdersVerify(orders: Command, context: Context): void {
  const command = orders
    .command('verify')
    .description('Read subscribers back and compare their totals with those that were sent.');
  addTotalsOptions(addOrderFileOptions(command))
    .option(
      '--partial-history',
      'compare although computed totals lack pages, or rejected orders without an e-mail address',
    )
    .option('--sample <n>', 'customers to look at, one request each', wholeNumber(1), 20)
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await verify(context, files, command.optsWithGlobals<VerifyFlags>());
    });
}

async function verify(context: Context, files: string[], flags: VerifyFlags): Promise<void> {
  const { io, out, err, end } = context;
  const { sample, partialHistory = false } = flags;
  const input = orderChoicesOf(files, flags);
  const connection = connectionOf(flags);
  const { stateDir } = flags;
  const options = { ...input, ...totalsOf(flags), sample, partialHistory, connection, stateDir };
  context.begin(input.files);
  const { verifyOrders } = await import('sequenzy-jobs/orders/verify/verify-orders.ts');
  const { decideOn } = await import('../terminal/decide.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { printTotalsDifferences, verifiedLine } = await import('../terminal/verify-view.ts');
  const decide = decideOn(io, new LabelledLines(err), answersOf({}, input.files));
  const onEvent = plainScreen(io, err, verbosityOf(flags));
  saySandboxIsEmpty(context, flags);
  const report = await verifyOrders(options, surroundingsOf(context, onEvent, decide));
  const { exitCode } = report;
  if (flags.json === true) {
    out.json({ command: 'orders verify', ...report, stoppedBy: null });
  } else {
    printTotalsDifferences(report, out, io.stdout.isTTY === true);
    if (flags.quiet !== true) err.line(verifiedLine(report));
  }
  end(exitCode);
}

const help = `
Compares with the totals that orders backfill sends with the same --totals, --totals-from and --rates. Without them: with
the platform's own where the files carry them, else with totals computed from the files, which must then hold every order
ever placed. Customers without totals are left out. Prints address, field, expected and found: a table on a terminal, else
with tabs between them. Orders are queued by the server: give it some seconds after a backfill.

Examples:
  $ sequenzy-cli orders verify orders_export.csv --sample 50
  $ sequenzy-cli orders verify last-year.csv --totals-from customers.csv

Exit codes: 0 no difference, 2 usage or unreadable input, 3 differences found, 4 key or permission refused,
75 stopped early, 130 interrupted, 1 a bug.`;
