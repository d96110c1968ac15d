import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Shown } from './definition.ts';

/** The screen of a sync, with room for the names of its files. */
export async function fileScreen(
  { context, lines, verbosity }: Shown,
  files: readonly string[],
): Promise<(event: JobEvent) => void> {
  const { filesLabel } = await import('../terminal/sync-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  lines.fit(filesLabel(files));
  return new SyncScreen(context.io, lines, verbosity).onEvent;
}

/** Whether a job with files shows its end: `--quiet` hides only what went well. */
export function isShown(
  { summary }: { readonly summary: { readonly exitCode: ExitCode } },
  { verbosity }: Shown,
): boolean {
  return !verbosity.quiet || summary.exitCode !== exitCodes.ok;
}
