import type { PastRun, RunSummary } from 'sequenzy-jobs/runs/run-record.ts';
import type { Printer } from './printer.ts';
import { count, duration, number } from './wording.ts';

/** One line a run, its fields separated by tabs. */
export function printRuns(runs: readonly PastRun[], printer: Printer, isTerminal: boolean): void {
  const rows = runs.map((run) => [
    run.id,
    run.startedAt.replace(/\.\d+Z$/, 'Z'),
    run.command,
    run.status,
    figuresOf(run.summary),
  ]);
  if (!isTerminal) {
    for (const row of rows) printer.fields(row);
    return;
  }
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    printer.line(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    );
  }
}

/** One run, field by field. */
export function printRun(run: PastRun, printer: Printer): void {
  const { summary } = run;
  const fields: readonly (readonly [string, string | null])[] = [
    ['run', run.id],
    ['command', ['sequenzy-cli', ...run.arguments].join(' ')],
    ['folder', run.folder],
    ['started', run.startedAt],
    ['ended', run.endedAt],
    ['process', `${String(run.pid)} on ${run.host}`],
    ['feed', summary?.source?.feed ?? null],
    ['status', run.status],
    ['exit code', summary === null ? null : String(summary.exitCode)],
    ['records', listOf(summary?.records)],
    ['requests', listOf(summary?.requests)],
    ['duration', summary?.durationMs === undefined ? null : duration(summary.durationMs)],
    ['because', messageOf(summary)],
  ];
  for (const [name, value] of fields) {
    if (value !== null && value !== '') printer.line(['dim', name.padEnd(12)], value);
  }
}

/** `226 accepted, 58 unchanged, 3 requests sent`: what there is of it. */
function figuresOf(summary: RunSummary | null): string {
  const records = numbersIn(summary?.records).filter(
    ([name, value]) => name !== 'read' && value > 0,
  );
  const sent = new Map(numbersIn(summary?.requests)).get('sent') ?? 0;
  const feed = summary?.source?.feed;
  return [
    ...records.map(spelled),
    ...(sent > 0 ? [`${count(sent, 'request')} sent`] : []),
    ...(feed === undefined ? [] : [`feed ${feed}`]),
  ].join(', ');
}

function listOf(figures: object | undefined): string {
  return numbersIn(figures).map(spelled).join(', ');
}

function numbersIn(figures: object | undefined): [string, number][] {
  return Object.entries(figures ?? {}).filter(
    (pair): pair is [string, number] => typeof pair[1] === 'number',
  );
}

function spelled([name, value]: [string, number]): string {
  return `${number(value)} ${spaced(name)}`;
}

/** `notAttempted` -> `not attempted` */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function messageOf(summary: RunSummary | null): string | null {
  const stoppedBy: unknown = summary === null ? undefined : Reflect.get(summary, 'stoppedBy');
  if (typeof stoppedBy !== 'object' || stoppedBy === null) return null;
  const message: unknown = Reflect.get(stoppedBy, 'message');
  return typeof message === 'string' ? message : null;
}
