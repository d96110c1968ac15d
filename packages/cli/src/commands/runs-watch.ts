import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

export function addRunsWatch(runs: Command, context: Context): void {
  const command = runs
    .command('watch')
    .description('Show how far a running command is, until it ends.')
    .argument('[id]', 'its id or the beginning of it (default: the newest that is running)')
    .addHelpText('after', help)
    .action(async (id: string | undefined) => {
      await watch(context, command.optsWithGlobals<GlobalFlags>(), id);
    });
}

async function watch(
  { io, out, err, end }: Context,
  flags: GlobalFlags,
  id: string | undefined,
): Promise<void> {
  const { watchRun } = await import('sequenzy-jobs/runs/watch-run.ts');
  const { statusOf } = await import('sequenzy-jobs/runs/run-record.ts');
  const { stateFolderPath } = await import('sequenzy-jobs/state/state-folder.ts');
  const { printRun } = await import('../terminal/runs-view.ts');
  const { progressLine } = await import('../terminal/progress-line.ts');
  let last = '';
  const run = await watchRun(stateFolderPath(flags, io.env), id, {
    io,
    onLook: (looked) => {
      const line = progressLine(looked);
      if (flags.quiet !== true && line !== last) err.line(line);
      last = line;
    },
  });
  if (flags.json === true) {
    const document = { ...run, status: statusOf(run) };
    const exitCode = exitCodes.ok;
    out.json({ command: 'runs watch', status: 'completed', exitCode, run: document });
  } else {
    printRun(run, out);
  }
  end(exitCodes.ok);
}

const help = `
Looks at the record of the run once a second, from any terminal of this machine, and shows the run when it has ended.

Examples:
  $ sequenzy-cli runs watch
  $ sequenzy-cli runs watch 20260302-0930

Exit codes: 0 the run has ended, 2 usage, 3 there is no such run or none is running, 130 interrupted, 1 a bug.`;
