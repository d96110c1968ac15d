import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { withState } from '../sandbox/state.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { resumeAfterOption } from './option-values.ts';
import { surroundingsOf, verbosityOf } from './surroundings.ts';

interface ReleaseFlags extends GlobalFlags {
  readonly resumeAfter?: number;
}

export function addOrdersRelease(orders: Command, context: Context): void {
  const command = orders
    .command('release')
    .description('Resume what a backfill with --hold-automations that was killed has left paused.')
    .option(...resumeAfterOption)
    .addHelpText('after', help)
    .action(async () => {
      await release(context, command.optsWithGlobals<ReleaseFlags>());
    });
}

async function release(context: Context, flags: ReleaseFlags): Promise<void> {
  const { io, out, err, end } = context;
  const { releaseAutomations } = await import('sequenzy-jobs/orders/hold/release-automations.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const { onEvent } = new SyncScreen(io, new LabelledLines(err), verbosityOf(flags));
  const { resumeAfter } = flags;
  const released = await withState(flags, (stateDir) =>
    releaseAutomations(
      { connection: connectionOf(flags), stateDir, resumeAfter },
      surroundingsOf(context, onEvent),
    ),
  );
  const { resumed, leftAlone, stillPaused, reason } = released;
  const isDone = stillPaused.length === 0;
  const exitCode = isDone ? exitCodes.ok : exitCodes.stopped;
  if (flags.json === true) {
    const failure = {
      code: 'hold',
      message: `Enrolment is still paused: ${stillPaused.join(', ')} (${reason ?? 'unknown'})`,
      nextStep: 'Run sequenzy-cli orders release again.',
    };
    const status = isDone ? 'completed' : 'stopped';
    const stoppedBy = isDone ? null : failure;
    out.json({
      ...{ command: 'orders release', status, exitCode, resumed, leftAlone, stillPaused },
      stoppedBy,
    });
  } else if (resumed.length + leftAlone.length + stillPaused.length === 0 && flags.quiet !== true) {
    err.line('Nothing is held.');
  } else if (!isDone) {
    err.line(['red', 'error'], `  ${reason ?? 'unknown'}. Run sequenzy-cli orders release again.`);
  }
  end(exitCode);
}

const help = `
What was paused is written down before it is paused, so that it is known after any crash. Somebody who has resumed or
changed a sequence since is not overruled: it is left alone. The next orders backfill does the same by itself.

Examples:
  $ sequenzy-cli orders release
  $ sequenzy-cli orders release --resume-after 0s --json

Exit codes: 0 nothing is paused by us any more, 2 usage, 4 key or permission refused, 75 some could not be resumed, the
API does not answer, or a backfill is in progress (it resumes by itself), 1 a bug.`;
