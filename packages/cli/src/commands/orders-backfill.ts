import type { Command } from 'commander';
import type { BackfillReport } from 'sequenzy-jobs/orders/backfill/backfill-orders.ts';
import { addBackfillOptions, backfillOptionsOf, type BackfillFlags } from './backfill-options.ts';
import type { Context } from './context.ts';
import { doFileJob } from './file-job.ts';
import { withFlags } from './skipped-document.ts';
import { liveExamples, liveHelp } from './live-options.ts';
import { addOrderFileOptions } from './orders-options.ts';
import { verbosityOf } from './surroundings.ts';

export function addOrdersBackfill(orders: Command, context: Context): void {
  const command = orders
    .command('backfill')
    .description('Send a history of orders, with correct lifetime totals. Asks first.');
  addBackfillOptions(addOrderFileOptions(command))
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await backfill(context, files, command.optsWithGlobals<BackfillFlags>());
    });
}

async function backfill(context: Context, files: string[], flags: BackfillFlags): Promise<void> {
  const { io } = context;
  const options = await backfillOptionsOf(files, flags, io.clock.now());
  context.begin(options.files);
  const { backfillOrders } = await import('sequenzy-jobs/orders/backfill/backfill-orders.ts');
  const { OrdersScreen } = await import('../terminal/orders-screen.ts');
  const { printOrdersReport } = await import('../terminal/orders-report.ts');
  const { keepHeapSmall } = await import('./small-heap.ts');
  keepHeapSmall();
  const mode = flags.dryRun === true ? 'dry-run' : 'sync';
  const { mark, window } = flags;
  const shown = { verbosity: verbosityOf(flags), mark, resend: flags.resend !== undefined, window };
  await doFileJob(context, flags, {
    files: options.files,
    sends: mode === 'sync',
    screen: (lines) => new OrdersScreen(io, lines, shown).onEvent,
    run: (surroundings, stateDir) => backfillOrders({ ...options, stateDir }, surroundings),
    show: (report, lines, again) => {
      printOrdersReport(report, lines, { mode, again });
    },
    document: (report) => documentOf(report, mode),
  });
}

/** Where nothing is sent the plan and every reject are the result; else the rejects are in their file. */
function documentOf(
  { summary, plan, rejects, rejectsFiles, automations }: BackfillReport,
  mode: 'sync' | 'dry-run',
) {
  const more = rejectsFiles.length > 1 ? { rejectsFiles } : {};
  const done = { ...withFlags(summary), ...more };
  if (mode === 'sync') return done;
  const { orders, customers, events, requests, milliseconds, requestsPerMinute } = plan;
  const { comparison, tooOld, span } = plan;
  const pace = { milliseconds, requestsPerMinute: requestsPerMinute ?? null };
  return {
    ...done,
    plan: {
      orders,
      customers,
      events,
      requests,
      compared: comparison?.customers ?? 0,
      tooOld,
      history: span ?? null,
      automations: automations ?? null,
      ...pace,
    },
    rejects: rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId })),
  };
}

const help = `
Lifetime totals override what Sequenzy has added up, so name their origin with --totals or --totals-from.
Files that carry the platform's own totals need neither. What was sent is remembered: run it again every night, or
whenever it stopped. Orders that are new are sent, and those with a later status, other amounts or other lines.
Customers with a rejected order are sent without computed totals, which would be too low.
Every order can start automations: pause them, or filter them by properties.backfill.
${liveHelp('orders')}

Examples:
  $ sequenzy-cli orders backfill orders_export.csv --totals computed --dry-run
  $ sequenzy-cli orders backfill orders_export.csv --totals computed --ltv-first
  $ sequenzy-cli orders backfill last-year.csv --totals-from customers.csv --yes
  $ sequenzy-cli orders backfill orders.csv --totals none --window 22:00-06:00 --yes
${liveExamples('orders', 'orders backfill')}

Exit codes: 0 all accepted or unchanged, 2 usage, unreadable input, no totals chosen, or no consent (nothing sent),
3 some orders rejected, 4 key or permission refused, 75 stopped early, a bound is reached, or another run is in progress
(run it again), 130 interrupted, 1 a bug.`;
