import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { limit } from './option-values.ts';
import { addRunsWatch } from './runs-watch.ts';

interface RunsFlags extends GlobalFlags {
  readonly limit: number;
}

export function addRuns(program: Command, context: Context): void {
  const command = program
    .command('runs')
    .description('List past runs, the newest first: when, what, how it ended, figures.')
    .option('--limit <n|all>', 'how many at most', limit, 20)
    .addHelpText('after', help)
    .action(async () => {
      await list(context, command.optsWithGlobals<RunsFlags>());
    });
  const show = command
    .command('show')
    .description('Show one run.')
    .argument('<id>', 'its id, the beginning of it, or latest')
    .addHelpText('after', help)
    .action(async (id: string) => {
      await showRun(context, show.optsWithGlobals<GlobalFlags>(), id);
    });
  addRunsWatch(command, context);
}

async function list({ io, out, err, end }: Context, flags: RunsFlags): Promise<void> {
  const { listRuns } = await import('sequenzy-jobs/runs/find-run.ts');
  const { heldIn, leftSentence } = await import('sequenzy-jobs/runs/held.ts');
  const { statusOf } = await import('sequenzy-jobs/runs/run-record.ts');
  const { stateFolderPath } = await import('sequenzy-jobs/state/state-folder.ts');
  const { printRuns } = await import('../terminal/runs-view.ts');
  const folder = stateFolderPath(flags, io.env);
  const found = await listRuns(folder, flags.limit);
  const { left } = await heldIn(folder);
  if (left.length > 0 && flags.quiet !== true) {
    err.line(['yellow', 'warning'], `  ${leftSentence(left)}. Run sequenzy-cli orders release.`);
  }
  if (flags.json === true) {
    const runs = found.map((run) => ({ ...run, status: statusOf(run) }));
    out.json({ command: 'runs', status: 'completed', exitCode: exitCodes.ok, runs });
  } else {
    printRuns(found, out, io.stdout.isTTY === true);
    if (found.length === 0 && flags.quiet !== true) err.line('There are no runs yet.');
  }
  end(exitCodes.ok);
}

async function showRun({ io, out, end }: Context, flags: GlobalFlags, id: string): Promise<void> {
  const { findRun } = await import('sequenzy-jobs/runs/find-run.ts');
  const { statusOf } = await import('sequenzy-jobs/runs/run-record.ts');
  const { stateFolderPath } = await import('sequenzy-jobs/state/state-folder.ts');
  const { printRun } = await import('../terminal/runs-view.ts');
  const found = await findRun(stateFolderPath(flags, io.env), id);
  if (flags.json === true) {
    const run = { ...found, status: statusOf(found) };
    out.json({ command: 'runs show', status: 'completed', exitCode: exitCodes.ok, run });
  } else {
    printRun(found, out);
  }
  end(exitCodes.ok);
}

const help = `
The newest 200 runs of commands that send something are kept in the state folder. One that has no end and whose
process is gone was killed.

Examples:
  $ sequenzy-cli runs
  $ sequenzy-cli runs show latest --json

Exit codes: 0 done, 2 usage, 3 there is no such run, 1 a bug.`;
