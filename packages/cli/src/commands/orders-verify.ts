import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './option-values.ts';
import {
  addOrderFileOptions,
  orderChoicesOf,
  ratesOf,
  type OrderFileFlags,
} from './orders-options.ts';

interface VerifyFlags extends OrderFileFlags {
  readonly sample: number;
}

export function addOrdersVerify(orders: Command, context: Context): void {
  const command = orders
    .command('verify')
    .description('Read subscribers back and compare them with totals computed from the files.');
  addOrderFileOptions(command)
    .option('--sample <n>', 'customers to look at, one request each', wholeNumber(1), 20)
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await verify(context, files, command.optsWithGlobals<VerifyFlags>());
    });
}

async function verify(context: Context, files: string[], flags: VerifyFlags): Promise<void> {
  const { io, out, err, end } = context;
  const { sample } = flags;
  const options = { input: orderChoicesOf(files, flags), sample, rates: ratesOf(flags) };
  context.begin(files);
  const { verifyOrders } = await import('../run/orders/verify-orders.ts');
  const { count } = await import('../terminal/wording.ts');
  const { result, warnings } = await connected(context, flags, async ({ client, ...asking }) => {
    const report = await verifyOrders(options, {
      io,
      client,
      onDifference: ({ email, field, expected, actual }) => {
        if (flags.json === true) return;
        out.fields([email, field, shown(expected), shown(actual)]);
      },
    });
    const { faulty } = report;
    if (faulty > 0) asking.warn(`The totals lack ${count(faulty, 'order')} with faults.`);
    return { result: report, warnings: asking.warnings };
  });
  const { differences, checked, withoutTotals, customers } = result;
  const exitCode = differences.length > 0 ? exitCodes.rejected : exitCodes.ok;
  if (flags.json === true) {
    const status = differences.length > 0 ? 'partial' : 'completed';
    const figures = { customers, checked, withoutTotals, differences };
    out.json({ command: 'orders verify', status, exitCode, ...figures, warnings, stoppedBy: null });
  } else if (flags.quiet !== true) {
    const found = count(differences.length, 'difference');
    err.line(`${count(checked, 'customer')} of ${String(customers)} looked at: ${found}.`);
  }
  end(exitCode);
}

function shown(value: unknown): string {
  return value === undefined ? '(none)' : typeof value === 'string' ? value : JSON.stringify(value);
}

const help = `
The files must hold every order ever placed. Prints address, field, expected and found, tabs between them. Orders are
queued by the server: give it some seconds after a backfill.

Examples:
  $ sequenzy-cli orders verify orders_export.csv --sample 50

Exit codes: 0 no difference, 2 usage or unreadable input, 3 differences found, 4 key or permission refused,
75 stopped early, 130 interrupted, 1 a bug.`;
