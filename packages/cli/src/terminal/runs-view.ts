import type { PastRun, RunSummary } from 'sequenzy-jobs/runs/run-record.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { count, duration, number } from './wording.ts';

/** A table; off a terminal one line a run, its fields separated by tabs. */
export function printRuns(runs: readonly PastRun[], printer: Printer, isTerminal: boolean): void {
  if (!isTerminal) {
    for (const run of runs) {
      const { id, command, status, summary, name = '' } = run;
      printer.fields([id, startOf(run), command, status, figuresOf(summary), name, reasonOf(run)]);
    }
    return;
  }
  if (runs.length === 0) return;
  const rows = runs.map((run) => {
    const { id, command, status, summary, name } = run;
    const what = name === undefined ? command : `${command} ${name}`;
    const outcome = [figuresOf(summary), reasonOf(run)].filter((text) => text !== '');
    return [id, what, status, outcome.join('; ')];
  });
  // The id begins with the time.
  const head = ['run', 'command', 'status', 'outcome'];
  printTable(head, rows, printer, 'wrapped');
}

function startOf({ startedAt }: PastRun): string {
  return startedAt.replace(/\.\d+Z$/, 'Z');
}

/** Why it failed or ended early; empty where it did not. */
function reasonOf({ status, summary }: PastRun): string {
  return status === 'killed' ? 'The process was killed.' : (messageOf(summary) ?? '');
}

/** One run, field by field. */
export function printRun(run: PastRun, printer: Printer): void {
  const { summary } = run;
  const fields: readonly (readonly [string, string | null])[] = [
    ['run', run.id],
    ['name', run.name ?? null],
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
    ['because', reasonOf(run)],
  ];
  for (const [name, value] of fields) {
    if (value !== null && value !== '') printer.beside([['dim', name]], value, 12);
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
