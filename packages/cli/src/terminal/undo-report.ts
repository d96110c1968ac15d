import type { Mode } from 'sequenzy-jobs/report/summarize.ts';
import type { Summary } from 'sequenzy-jobs/report/summary.ts';
import type { LabelledLines } from './labelled.ts';
import { headingOf, printStop } from './sync-report.ts';
import { count, duration, number } from './wording.ts';

/** How undoing a run has ended. */
export function printUndoReport(
  { exitCode, stoppedBy, records, durationMs }: Summary,
  lines: LabelledLines,
  { mode, again }: { readonly mode: Mode; readonly again: string },
): void {
  const { accepted, deleted, unchanged, rejected, unknown } = records;
  const figures = [
    `${count(accepted, 'product')} sent`,
    `${number(deleted)} deleted`,
    `${number(unchanged)} as they were`,
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(unknown > 0 ? [`${number(unknown)} unknown`] : []),
  ];
  const [style, label] = headingOf(exitCode, mode);
  const done = mode === 'dry-run' ? 'nothing was sent' : figures.join(', ');
  lines.line([style, label], `${done}, ${duration(durationMs)}`);
  printStop({ exitCode, stoppedBy, records }, lines, again);
}
