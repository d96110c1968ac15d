import { verifyOrders } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { orderFiles } from '../options/input-argument.ts';
import { wholeNumber } from '../options/option-values.ts';
import { liveOrderOptions, orderChoicesOf, orderOptions } from '../options/order-options.ts';
import { totalsOf, totalsOptions } from '../options/totals-options.ts';

export const ordersVerify = define({
  name: 'orders verify',
  summary: 'Read subscribers back and compare their totals with what was sent.',
  argument: orderFiles,
  options: {
    ...orderOptions,
    ...totalsOptions,
    partialHistory: {
      form: 'switch',
      description:
        'compare even if computed totals lack pages or rejected orders without an e-mail address',
      group: 'sent',
      isRare: true,
    },
    sample: {
      form: wholeNumber(1),
      value: '<n>',
      description: 'customers to look at, one request each',
      initial: 20,
      group: 'pace',
    },
  },
  more: liveOrderOptions,
  sandbox: 'empty',
  read: (flags, files) => ({
    ...orderChoicesOf(files, flags),
    ...totalsOf(flags),
    sample: flags.sample,
    partialHistory: flags.partialHistory === true,
    connection: connectionOf(flags),
    stateDir: flags.stateDir,
  }),
  files: ({ files }) => files,
  run: verifyOrders,
  async show(report, { context, data, isTerminal, verbosity }) {
    const { printTotalsDifferences, verifiedLine } = await import('../terminal/verify-view.ts');
    if (data === undefined) return;
    printTotalsDifferences(report, data, isTerminal);
    if (!verbosity.quiet) context.err.sentence(verifiedLine(report));
  },
  document: (report) => ({ command: 'orders verify', ...report, stoppedBy: null }),
  details: [
    "Compares with the totals that orders backfill sends with the same --totals, --totals-from and --rates. Without them: with the platform's own where the files carry them, else with totals computed from the files, which must then hold every order ever placed. Customers without totals are left out. Prints address, field, expected and found: a table on a terminal, else with tabs between them. Orders are queued by the server: give it some seconds after a backfill.",
  ],
  examples: [
    'orders verify orders_export.csv --sample 50',
    'orders verify last-year.csv --totals-from customers.csv',
  ],
  exitCodes: [
    '0 no difference',
    '2 usage or unreadable input',
    '3 differences found',
    '4 key or permission refused',
    '75 stopped early',
    '130 interrupted',
    '1 a bug',
  ],
});
