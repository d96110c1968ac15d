import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
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
  const options = { input, ...totalsOf(flags), sample, partialHistory };
  context.begin(files);
  const { verifyOrders } = await import('sequenzy-jobs/orders/verify/verify-orders.ts');
  const { sentEarlier } = await import('sequenzy-jobs/orders/totals/sent-earlier.ts');
  const { chooseSourceOn } = await import('../terminal/choose-source.ts');
  const { printTotalsDifferences, verifiedLine } = await import('../terminal/verify-view.ts');
  const answers = { yes: false, stdinTaken: files.includes('-') };
  const choose = chooseSourceOn(io, answers);
  const { report, warnings } = await connected(context, flags, async ({ client, ...asking }) => {
    const { warn } = asking;
    const request = { options: connectionOf(flags), io, secrets: context.secrets };
    const report = await verifyOrders(options, {
      ...{ io, client, warn, choose },
      sentEarlier: (orders) => sentEarlier(orders, flags.stateDir, request),
    });
    return { report, ...asking };
  });
  const isDifferent = report.differences.length > 0;
  const exitCode = isDifferent ? exitCodes.rejected : exitCodes.ok;
  if (flags.json === true) {
    const status = isDifferent ? 'partial' : 'completed';
    out.json({ command: 'orders verify', status, exitCode, ...report, warnings, stoppedBy: null });
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
