import { exitCodes, releaseAutomations } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { resumeAfter } from '../options/hold-options.ts';

export const ordersRelease = define({
  name: 'orders release',
  summary: 'Resume sequences that a killed backfill with --hold-automations left paused.',
  options: { resumeAfter: { ...resumeAfter, isRare: false } },
  remembers: true,
  read: (flags) => ({
    connection: connectionOf(flags),
    stateDir: flags.stateDir,
    resumeAfter: flags.resumeAfter,
  }),
  async screen({ context, lines, verbosity }) {
    const { SyncScreen } = await import('../terminal/sync-screen.ts');
    return new SyncScreen(context.io, lines, verbosity).onEvent;
  },
  run: releaseAutomations,
  show({ resumed, leftAlone, stillPaused, reason }, { context: { err }, data, verbosity }) {
    if (data === undefined) return;
    if (stillPaused.length > 0) {
      err.beside([['red', 'error']], `${reason ?? 'unknown'}. ${again}`);
    } else if (resumed.length + leftAlone.length === 0 && !verbosity.quiet) {
      err.sentence('Nothing is held.');
    }
  },
  document({ resumed, leftAlone, stillPaused, reason }) {
    const isDone = stillPaused.length === 0;
    const message = `Enrolment is still paused: ${stillPaused.join(', ')} (${reason ?? 'unknown'})`;
    return {
      command: 'orders release',
      status: isDone ? 'completed' : 'stopped',
      exitCode: exitCodeOf(stillPaused),
      ...{ resumed, leftAlone, stillPaused },
      stoppedBy: isDone ? null : { code: 'hold', message, nextStep: again },
    };
  },
  exitCode: ({ stillPaused }) => exitCodeOf(stillPaused),
  details: [
    'What was paused is written down before it is paused, so that it is known after any crash. Somebody who has resumed or changed a sequence since is not overruled: it is left alone. The next orders backfill does the same by itself.',
  ],
  examples: ['orders release', 'orders release --resume-after 0s --json'],
  exitCodes: [
    '0 nothing is paused by us any more',
    '2 usage',
    '4 key or permission refused',
    '75 some could not be resumed, the API does not answer, or a backfill is in progress (it resumes by itself)',
    '1 a bug',
  ],
});

const again = 'Run sequenzy-cli orders release again.';

function exitCodeOf(stillPaused: readonly string[]) {
  return stillPaused.length === 0 ? exitCodes.ok : exitCodes.stopped;
}
