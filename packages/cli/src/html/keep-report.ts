import { reasonOf, type Secrets } from 'sequenzy-contract';
import { writeRunReport } from 'sequenzy-jobs/runs/runs-folder.ts';
import type { Rehearsal } from 'sequenzy-pages';
import type { Printer } from '../terminal/printer.ts';
import { masked } from './mask.ts';
import type { RunListener } from './run-listener.ts';

/** Rejects that a report tells the places of. */
export const mostReported = 2000;

export interface ReportWish {
  readonly command: string;
  readonly flags: { readonly report?: string; readonly reportFull?: true; readonly sandbox?: true };
  readonly context: {
    readonly argv: readonly string[];
    readonly secrets: Pick<Secrets, 'redact'>;
    readonly err: Printer;
  };
}

/**
 * Writes the report of a run where one is wanted, and keeps one beside the record of the run, with masked addresses,
 * so that it can be written later.
 *
 * @throws {UserError} when the file cannot be written.
 */
export async function keepReport(
  result: object,
  heard: RunListener,
  { command, flags, context }: ReportWish,
): Promise<void> {
  // What a private sandbox was told is forgotten with it.
  const recorded = flags.sandbox === true ? undefined : heard.recorded;
  if (recorded === undefined && flags.report === undefined) return;
  const { err } = context;
  const textOf = await textsOf(result, heard, { command, context });
  if (recorded !== undefined) {
    await writeRunReport(recorded.folder, recorded.id, textOf(false)).catch((error: unknown) => {
      const problem = `The report of this run could not be kept: ${reasonOf(error)}.`;
      err.beside([['yellow', 'warning']], problem);
    });
  }
  if (flags.report === undefined) return;
  const { writePage } = await import('./write-page.ts');
  await writePage(flags.report, 'report', JSON.parse(textOf(flags.reportFull === true)));
}

/**
 * Writes the report of a rehearsal. Nothing else of a rehearsal is kept.
 *
 * @throws {UserError} when the file cannot be written.
 */
export async function writeReport(
  file: string,
  result: object,
  heard: RunListener,
  wish: ReportWish & { readonly rehearsal: Rehearsal },
): Promise<void> {
  const textOf = await textsOf(result, heard, wish);
  const { writePage } = await import('./write-page.ts');
  await writePage(file, 'report', JSON.parse(textOf(wish.flags.reportFull === true)));
}

/** A report as JSON without secrets, with whole or masked addresses. */
async function textsOf(
  result: object,
  heard: RunListener,
  {
    command,
    context: { argv, secrets },
    rehearsal,
  }: Omit<ReportWish, 'flags'> & { readonly rehearsal?: Rehearsal },
): Promise<(isFull: boolean) => string> {
  const { reportOf } = await import('./report.ts');
  const report = { ...reportOf(result, heard, { command, argv }), rehearsal: rehearsal ?? null };
  return (isFull) => {
    const text = secrets.redact(JSON.stringify({ ...report, isMasked: !isFull }));
    return isFull ? text : masked(text);
  };
}
