import type { CheckOrdersReport } from 'sequenzy-jobs/orders/check/check-orders.ts';
import { printDamage } from './damage-lines.ts';
import type { LabelledLines } from './labelled.ts';
import { headingOf, printRejects, printStop } from './sync-report.ts';
import { count, duration, number } from './wording.ts';

/** What a finished check shows: the damage, the rejects and the figures. */
export function printOrdersCheck(
  { summary, damage, rejects }: CheckOrdersReport,
  lines: LabelledLines,
  again: string,
): void {
  const { exitCode, records, durationMs } = summary;
  printDamage(damage, lines);
  printRejects({ rejects, rejectsFiles: [], count: records.rejected }, lines);
  const [style, label] = headingOf(exitCode, 'check');
  const valid = count(records.read - records.rejected, 'valid order');
  const figures = `${valid}, ${number(records.rejected)} rejected, nothing was sent, ${duration(durationMs)}`;
  const isRead = summary.status !== 'failed';
  lines.line([style, label], isRead ? figures : 'the records cannot be read');
  printStop(summary, lines, again);
}
