import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Context } from './context.ts';
import { withState } from '../sandbox/state.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { saySandboxIsEmpty, surroundingsOf, verbosityOf } from './surroundings.ts';

export function addOrdersForget(orders: Command, context: Context): void {
  const command = orders
    .command('forget')
    .description(
      'Acknowledge orders that were sent and are gone from the shop, such as deleted ones.',
    )
    .argument('<number...>', 'order numbers as in the shop, with or without #, or order ids')
    .addHelpText('after', help)
    .action(async (numbers: string[]) => {
      await forget(context, numbers, command.optsWithGlobals<GlobalFlags>());
    });
}

async function forget(context: Context, numbers: string[], flags: GlobalFlags): Promise<void> {
  const { io, out, err, end } = context;
  const { forgetOrders } = await import('sequenzy-jobs/orders/forget/forget-orders.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const onEvent = plainScreen(io, err, verbosityOf(flags));
  const options = { orders: numbers, connection: connectionOf(flags) };
  saySandboxIsEmpty(context, flags);
  const forgotten = await withState(flags, (stateDir) =>
    forgetOrders({ ...options, stateDir }, surroundingsOf(context, onEvent)),
  );
  const exitCode = exitCodes.ok;
  if (flags.json === true) {
    out.json({ command: 'orders forget', status: 'completed', exitCode, forgotten });
  } else if (flags.quiet !== true) {
    for (const { number, orderId } of forgotten) {
      err.line(`Forgotten: ${number === null ? orderId : `${number} (id ${orderId})`}`);
    }
    err.line(
      'orders backfill no longer misses them. One that is in the files again is sent as a new order.',
    );
  }
  end(exitCode);
}

const help = `
orders backfill stops when orders that were sent before are missing, because totals computed from the files would be
too low. Orders that were deleted or erased in the shop are acknowledged here, once: totals are computed without them
from then on. Nothing is sent to Sequenzy.

Examples:
  $ sequenzy-cli orders forget "#1001" "#1002"
  $ sequenzy-cli orders forget 1001 --company comp_1

Exit codes: 0 done, 2 usage, or an order that was never sent (nothing is forgotten), 4 key or permission refused,
75 the API does not answer, or another run is already in progress, 1 a bug.`;
