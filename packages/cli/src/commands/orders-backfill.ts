import { backfillOrders, type BackfillReport } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { isShown } from '../command/file-job.ts';
import { backfillOptions, backfillOptionsOf } from '../options/backfill-options.ts';
import { orderFiles } from '../options/input-argument.ts';
import { elsewhereOf } from '../relay/elsewhere.ts';
import { liveExamples, liveHelp } from '../options/live-options.ts';
import { liveOrderOptions } from '../options/order-options.ts';
import { withFlags } from '../documents/skipped-document.ts';
import { keepHeapSmall } from './small-heap.ts';

export const ordersBackfill = define({
  name: 'orders backfill',
  summary: 'Send a history of orders, with correct lifetime totals. Asks first.',
  argument: orderFiles,
  options: backfillOptions,
  more: liveOrderOptions,
  sends: true,
  sandbox: 'target',
  remembers: true,
  read: async (flags, files, context) => ({
    ...(await backfillOptionsOf(files, flags, context.io.clock.now())),
    openElsewhere: elsewhereOf(flags, context),
  }),
  files: ({ files }) => files,
  async screen({ context, lines, verbosity }, { files, mark = true, resend, window }) {
    const { OrdersScreen } = await import('../terminal/orders-screen.ts');
    const { filesLabel } = await import('../terminal/sync-lines.ts');
    lines.fit(filesLabel(files));
    const shown = { verbosity, mark, resend: resend !== undefined, window };
    return new OrdersScreen(context.io, lines, shown).onEvent;
  },
  run(options, surroundings) {
    keepHeapSmall(options);
    return backfillOrders(options, surroundings);
  },
  async show(report, shown, { dryRun }) {
    const { printOrdersReport } = await import('../terminal/orders-report.ts');
    const how = { mode: dryRun === true ? 'dry-run' : 'sync', again: shown.again } as const;
    if (isShown(report, shown)) printOrdersReport(report, shown.lines, how);
  },
  document: (report, { dryRun }) => documentOf(report, dryRun === true),
  details: [
    "Lifetime totals override what Sequenzy has added up, so name their origin with --totals or --totals-from. Files that carry the platform's own totals need neither. What was sent is remembered: run it again every night, or whenever it stopped. Orders that are new are sent, and those with a later status, other amounts or other lines. Customers with a rejected order are sent without computed totals, which would be too low.",
    'Every order can start automations: pause them, or filter them by properties.backfill.',
    ...liveHelp('orders'),
  ],
  examples: [
    'orders backfill orders_export.csv --totals computed --dry-run',
    'orders backfill orders_export.csv --totals computed --ltv-first',
    'orders backfill last-year.csv --totals-from customers.csv --yes',
    'orders backfill orders.csv --totals none --window 22:00-06:00 --yes',
    ...liveExamples('orders', 'orders backfill'),
  ],
  exitCodes: [
    '0 all accepted or unchanged',
    '2 usage, unreadable input, no totals chosen, or no consent (nothing sent)',
    '3 some orders rejected',
    '4 key or permission refused',
    '75 stopped early, a bound is reached, or another run is in progress (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

/** Where nothing is sent the plan and every reject are the result; else the rejects are in their file. */
function documentOf(
  { summary, plan, rejects, rejectsFiles, automations }: BackfillReport,
  isDry: boolean,
) {
  const more = rejectsFiles.length > 1 ? { rejectsFiles } : {};
  const done = { ...withFlags(summary), ...more };
  if (!isDry) return done;
  const { orders, customers, events, requests, milliseconds, requestsPerMinute } = plan;
  const { comparison, tooOld, span, stored = null } = plan;
  const pace = { milliseconds, requestsPerMinute: requestsPerMinute ?? null };
  return {
    ...done,
    plan: {
      ...{ orders, customers, events, stored, requests },
      compared: comparison?.customers ?? 0,
      tooOld,
      history: span ?? null,
      automations: automations ?? null,
      ...pace,
    },
    rejects: rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId })),
  };
}
