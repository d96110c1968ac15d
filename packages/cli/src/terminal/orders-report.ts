import type { BackfillReport } from 'sequenzy-jobs/orders/backfill/backfill-orders.ts';
import type { LabelledLines } from './labelled.ts';
import { ordersFiguresLine, plannedOrdersLine } from './orders-lines.ts';
import { headingOf, printRejects, printStop, printUnknown, rejectsAdvice } from './sync-report.ts';

/** What a finished backfill shows: the rejects, the figures, and what to do next. */
export function printOrdersReport(
  { summary, rejects, rejectsFiles }: BackfillReport,
  lines: LabelledLines,
  { mode, again }: { readonly mode: 'sync' | 'dry-run'; readonly again: string },
): void {
  const { exitCode, records } = summary;
  printRejects({ rejects, rejectsFiles, count: records.rejected }, lines);
  printUnknown({ rejects, count: records.unknown }, lines);
  const [style, label] = headingOf(exitCode, mode);
  const line = mode === 'dry-run' ? plannedOrdersLine : ordersFiguresLine;
  lines.line([style, label], line(summary));
  for (const file of rejectsFiles) {
    lines.line('rejects', `${file}: ${rejectsAdvice(records, 'what was rejected, and why')}`);
  }
  printStop(summary, lines, again);
}
