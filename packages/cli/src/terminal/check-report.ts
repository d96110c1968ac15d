import type { CheckReport } from 'sequenzy-jobs/catalog/check/check-catalog.ts';
import type { LabelledLines } from './labelled.ts';
import { printDamage } from './damage-lines.ts';
import { checkedLine } from './sync-lines.ts';
import { headingOf, printRejects, printStop } from './sync-report.ts';

/** What a finished check shows: the damage, the rejects and the figures. */
export function printCheckReport(
  { summary, damage, plan, rejects, rejectsFiles }: CheckReport,
  lines: LabelledLines,
  again: string,
): void {
  const { exitCode, records } = summary;
  printDamage(damage, lines);
  printRejects({ rejects, rejectsFiles, count: records.rejected }, lines);
  const [style, label] = headingOf(exitCode, 'check');
  if (plan === undefined) lines.line([style, label], 'the records cannot be read');
  else lines.line([style, label], checkedLine(summary, plan));
  for (const file of rejectsFiles) {
    lines.line('rejects', `${file}: correct it, then sync it like the original`);
  }
  printStop(summary, lines, again);
}
