import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Io } from './io.ts';
import type { Printer } from './printer.ts';
import type { Verbosity } from './sync-screen.ts';
import { verboseLine } from './verbose-line.ts';
import { showWatchedRun } from './watched-run.ts';

/** Tells the warnings of a job that shows nothing else while it is done, and what a request does. */
export function plainScreen(
  io: Io,
  err: Printer,
  { quiet, verbose }: Verbosity,
): (event: JobEvent) => void {
  let watched: (() => void) | undefined;
  return (event) => {
    if (quiet) return;
    if (event.type === 'warning') err.beside([['yellow', 'warning']], event.sentence);
    if (event.type === 'ledger-held') {
      watched = showWatchedRun(event.wait, io, (text) => {
        err.beside(['waiting'], text);
      });
    }
    if (event.type === 'ledger-free') watched?.();
    const line = verbose ? verboseLine(event) : undefined;
    if (line !== undefined) err.line(line);
  };
}
