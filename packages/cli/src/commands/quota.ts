import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { surroundingsOf, verbosityOf } from './surroundings.ts';

export function addQuota(program: Command, context: Context): void {
  const command = program
    .command('quota')
    .description('Show which processes on this machine share the quota of the key.')
    .addHelpText('after', help)
    .action(async () => {
      await show(context, command.optsWithGlobals<GlobalFlags>());
    });
}

async function show(context: Context, flags: GlobalFlags): Promise<void> {
  const { io, out, err, end } = context;
  const { showQuota } = await import('sequenzy-jobs/account/quota.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { printQuota } = await import('../terminal/quota-view.ts');
  const onEvent = plainScreen(io, err, verbosityOf(flags));
  const report = await showQuota(connectionOf(flags), surroundingsOf(context, onEvent));
  if (flags.json === true) {
    out.json({ command: 'quota', status: 'completed', exitCode: exitCodes.ok, ...report });
  } else {
    printQuota(report, out, io.clock.now());
  }
  end(exitCodes.ok);
}

const help = `
Processes that send with the same key to the same address take turns: checkouts and back-in-stock requests first, then
live orders, then the catalog, then a backfill. Commands of this program do so always, programs with the SDK where they
are given sharedRateLimit(). Sends nothing.

Examples:
  $ sequenzy-cli quota
  $ sequenzy-cli quota --json

Exit codes: 0 shown, 2 no key or a setting that cannot be used, 1 a bug.`;
