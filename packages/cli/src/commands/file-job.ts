import type { FailureParts } from 'sequenzy-jobs/report/advice.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Surroundings } from 'sequenzy-jobs/job/surroundings.ts';
import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import { withState } from '../sandbox/state.ts';
import type { LabelledLines } from '../terminal/labelled.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { retypeCommand } from './retype-command.ts';
import { answersOf, surroundingsOf, verbosityOf } from './surroundings.ts';

/** A command that does a job with files, and shows it while it is done. */
export interface FileJob<Report extends { readonly summary: { readonly exitCode: ExitCode } }> {
  readonly files: readonly string[];
  /** Said of a run that sends to a sandbox. */
  readonly sends?: boolean;
  /** The report is data and goes to standard output. */
  readonly isData?: boolean;
  /** Shows what happens. Default: the screen of a sync. */
  readonly screen?: (lines: LabelledLines) => (event: JobEvent) => void;
  readonly run: (surroundings: Surroundings, stateDir: string | undefined) => Promise<Report>;
  /** @param again What to type to run the same command again. */
  readonly show: (report: Report, lines: LabelledLines, again: string) => void;
  /** What `--json` prints. */
  readonly document: (report: Report) => { readonly stoppedBy: FailureParts | null };
}

export type FileJobFlags = GlobalFlags & { readonly yes?: true };

/** Screen -> job -> what is shown, the document, and the exit code. */
export async function doFileJob<
  Report extends { readonly summary: { readonly exitCode: ExitCode } },
>(context: Context, flags: FileJobFlags, job: FileJob<Report>): Promise<void> {
  const { decideOn } = await import('../terminal/decide.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { withTold } = await import('../terminal/flags.ts');
  const { filesLabel } = await import('../terminal/sync-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const { io, err, out, end, argv } = context;
  const { files } = job;
  const verbosity = verbosityOf(flags);
  const isData = job.isData === true && flags.json !== true && !verbosity.quiet;
  const lines = new LabelledLines(isData ? out : err);
  lines.fit(filesLabel(files));
  const onEvent = job.screen?.(lines) ?? new SyncScreen(io, lines, verbosity).onEvent;
  if (job.sends === true && flags.sandbox === true && !verbosity.quiet) {
    lines.line('sandbox', 'everything goes to a private sandbox in this process');
  }
  const decide = decideOn(io, lines, answersOf(flags, files));
  const surroundings = surroundingsOf(context, onEvent, decide);
  // A report that is data comes of reading alone, which remembers nothing.
  const report =
    job.isData === true
      ? await job.run(surroundings, flags.stateDir)
      : await withState(flags, (stateDir) => job.run(surroundings, stateDir));
  const { exitCode } = report.summary;
  if (!verbosity.quiet || exitCode !== exitCodes.ok) {
    job.show(report, lines, retypeCommand(argv, files));
  }
  if (flags.json === true) out.json(withTold(job.document(report)));
  end(exitCode);
}
