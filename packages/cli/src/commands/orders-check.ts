import { checkOrders } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { isShown } from '../command/file-job.ts';
import { mostFound, mostListed, orderFiles } from '../options/input-argument.ts';
import { liveOrderOptions, orderChoicesOf, orderOptions } from '../options/order-options.ts';
import { fix, yes } from '../options/run-options.ts';
import { checkScreen } from './check-screen.ts';
import { damageDocument } from '../documents/damage-document.ts';
import { withFlags } from '../documents/skipped-document.ts';

export const ordersCheck = define({
  name: 'orders check',
  summary: 'Find damage in an order file, and products missing from the catalog.',
  argument: orderFiles,
  options: { ...orderOptions, yes, fix },
  more: liveOrderOptions,
  isData: true,
  read: (flags, files) => ({
    ...orderChoicesOf(files, flags),
    fix: flags.fix,
    mostListed: mostListed('check', flags),
    mostFound: mostFound(flags),
  }),
  files: ({ files }) => files,
  screen: (shown, { files }) => checkScreen(shown, files),
  run: checkOrders,
  async show(report, shown) {
    const { printOrdersCheck } = await import('../terminal/orders-check-report.ts');
    if (isShown(report, shown)) printOrdersCheck(report, shown.lines, shown.again);
  },
  document({ summary, rejects, damage }) {
    const named = rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId }));
    return { ...withFlags(summary), rejects: named, ...damageDocument(damage) };
  },
  details: [
    'Looks for the damage that catalog check finds, but for what is normal in orders: several currencies, an SKU in many rows. Then reads the orders as a backfill would, without key and network. With --catalog it names each line whose product is not in that file; products that are off sale may be missing in it, so give it whole. --fix writes the file with every repair that is certain.',
  ],
  examples: [
    'orders check orders_export.csv',
    'orders check orders_export.csv --catalog products_export.csv --currency USD',
    'orders check orders.csv --fix repaired.csv',
  ],
  exitCodes: [
    '0 nothing is wrong, or --fix has repaired all of it',
    '2 usage or unreadable input',
    '3 something was found, or some orders would be rejected',
    '130 interrupted',
    '1 a bug',
  ],
});
