import { forgetOrders } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { besideOptions } from '../options/relay-options.ts';
import { elsewhereOf } from '../relay/elsewhere.ts';
import { completed } from '../documents/completed.ts';

export const ordersForget = define({
  name: 'orders forget',
  summary: 'Acknowledge orders that were sent and have since been deleted in the shop.',
  argument: {
    name: 'number',
    description: 'order numbers as in the shop, with or without #, or order ids',
    isList: true,
  },
  options: besideOptions,
  sandbox: 'empty',
  remembers: true,
  read: (flags, orders, context) => ({
    orders,
    connection: connectionOf(flags),
    openElsewhere: elsewhereOf(flags, context),
    stateDir: flags.stateDir,
  }),
  run: forgetOrders,
  show(forgotten, { context: { err }, data, verbosity }) {
    if (data === undefined || verbosity.quiet) return;
    for (const { number, orderId } of forgotten) {
      err.sentence(`Forgotten: ${number === null ? orderId : `${number} (id ${orderId})`}`);
    }
    err.sentence(
      'orders backfill no longer misses them. One that is in the files again is sent as a new order.',
    );
  },
  document: (forgotten) => ({ ...completed('orders forget'), forgotten }),
  details: [
    'orders backfill stops when orders that were sent before are missing, because totals computed from the files would be too low. Orders that were deleted or erased in the shop are acknowledged here, once: totals are computed without them from then on. Nothing is sent to Sequenzy.',
  ],
  examples: ['orders forget "#1001" "#1002"', 'orders forget 1001 --company comp_1'],
  exitCodes: [
    '0 done',
    '2 usage, or an order that was never sent (nothing is forgotten)',
    '4 key or permission refused',
    '75 the API does not answer, or another run is already in progress',
    '1 a bug',
  ],
});
