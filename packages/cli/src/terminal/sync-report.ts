import type { FailureParts } from 'sequenzy-jobs/report/advice.ts';
import type { Reject } from 'sequenzy-jobs/report/reject.ts';
import type { RecordFigures } from 'sequenzy-jobs/report/summary.ts';
import type { SyncReport } from 'sequenzy-jobs/report/sync-report.ts';
import { toldInFlags } from './flags.ts';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { LabelledLines } from './labelled.ts';
import type { Style } from './printer.ts';
import { plannedLine } from './plan-lines.ts';
import { figuresLine, rejectLines } from './sync-lines.ts';
import { number } from './wording.ts';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';

/** Rejects on the screen; the rest is in the rejects file. */
const mostShown = 20;

/** What a finished run shows: the rejects, the figures, and what to do next. */
export function printSyncReport(
  { summary, plan, rejects, rejectsFiles }: SyncReport,
  lines: LabelledLines,
  { mode, again }: { readonly mode: Mode; readonly again: string },
): void {
  const { exitCode, stoppedBy, records } = summary;
  printRejects({ rejects, rejectsFiles, count: records.rejected }, lines);
  printUnknown({ rejects, count: records.unknown }, lines);
  const [style, label] = headingOf(exitCode, mode);
  lines.line([style, label], resultLine(mode, summary, plan));
  for (const file of rejectsFiles) {
    const advice = rejectsAdvice(records, 'correct it, then sync it like the original');
    lines.line('rejects', `${file}: ${advice}`);
  }
  printStop({ exitCode, stoppedBy, records }, lines, again);
}

/** The first rejects, one line a reason. */
export function printRejects(
  {
    rejects,
    rejectsFiles,
    count,
  }: Pick<SyncReport, 'rejects' | 'rejectsFiles'> & { readonly count: number },
  lines: LabelledLines,
): void {
  const shown = rejects.filter(({ isUnknown }) => isUnknown !== true).slice(0, mostShown);
  for (const text of shown.flatMap(rejectLines)) lines.line(['red', 'rejected'], text);
  const told = toldIn(shown);
  if (count <= told) return;
  const more = `and ${number(count - told)} more`;
  lines.line(['red', 'rejected'], rejectsFiles.length > 0 ? `${more} in the rejects file` : more);
}

/** The first records that may have arrived: the server's answer leaves it open. One line a reason. */
export function printUnknown(
  { rejects, count }: Pick<SyncReport, 'rejects'> & { readonly count: number },
  lines: LabelledLines,
): void {
  const shown = rejects.filter(({ isUnknown }) => isUnknown === true).slice(0, mostShown);
  for (const text of shown.flatMap(rejectLines)) lines.line(['yellow', 'unknown'], text);
  const told = toldIn(shown);
  if (shown.length === 0 || count <= told) return;
  lines.line(['yellow', 'unknown'], `and ${number(count - told)} more`);
}

/** Records that have a line, or share one. */
function toldIn(rejects: readonly Reject[]): number {
  return rejects.reduce((sum, { alike }) => sum + 1 + (alike?.count ?? 0), 0);
}

/** What to do about a rejects file. */
export function rejectsAdvice(
  { rejected }: Pick<RecordFigures, 'rejected'>,
  advice: string,
): string {
  return rejected > 0 ? advice : 'what is not known to have arrived';
}

/** Why a run has ended early, and how to continue. */
export function printStop(
  {
    exitCode,
    stoppedBy,
    records,
  }: Pick<SyncReport['summary'], 'exitCode' | 'stoppedBy' | 'records'>,
  lines: LabelledLines,
  again: string,
): void {
  if (stoppedBy === null) {
    if (records.unknown > 0) lines.whole('next', `${again}: sends again what is unknown`);
    return;
  }
  const { message, nextStep } = toldInFlags(stoppedBy);
  lines.line('because', message);
  if (nextStep !== null && !isContinued(stoppedBy)) lines.line('next', nextStep);
  const isEarly = exitCode === exitCodes.stopped || exitCode === exitCodes.interrupted;
  if (isEarly && canContinue(stoppedBy)) lines.whole('continue', again);
}

/** Whether the same command can come further without anything being put right. */
export function canContinue({ code, advice }: Pick<FailureParts, 'code' | 'advice'>): boolean {
  if (advice.some(({ act }) => act === 'start-over')) return false;
  return !['not-found', 'bad-request', 'redirect', 'too-large'].includes(code);
}

/** There is nothing else to say than how to continue. */
function isContinued({ advice: [first, ...others] }: FailureParts): boolean {
  return others.length === 0 && first?.act === 'run-again' && first.notBefore === undefined;
}

function resultLine(mode: Mode, summary: SyncReport['summary'], plan: SyncReport['plan']): string {
  const { unchangedSince } = summary;
  if (unchangedSince !== undefined) return `unchanged since ${unchangedSince}, nothing to do`;
  return mode === 'sync' ? figuresLine(summary) : plannedLine(plan, summary);
}

const headings: Readonly<Record<Mode, string>> = {
  sync: 'done',
  'dry-run': 'planned',
  check: 'checked',
};

/** How the last line begins. */
export function headingOf(exitCode: number, mode: Mode): [Style, string] {
  if (exitCode === exitCodes.ok) return ['green', headings[mode]];
  if (exitCode === exitCodes.rejected) return ['yellow', headings[mode]];
  return ['red', 'stopped'];
}
