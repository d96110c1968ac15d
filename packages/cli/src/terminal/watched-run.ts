import type { LedgerWait } from 'sequenzy-commerce/node';
import type { Io } from './io.ts';
import { LiveLine } from './live-line.ts';
import { wholeDuration } from './wording.ts';

/**
 * Says that a run elsewhere is watched, which may be over; on a terminal a live line counts the time down.
 *
 * @param say Writes a plain line.
 * @returns how to end it.
 */
export function showWatchedRun(
  wait: LedgerWait,
  io: Pick<Io, 'clock' | 'stderr' | 'env'>,
  say: (text: string) => void,
): () => void {
  const { clock, stderr } = io;
  const { holder, atMost } = wait;
  const until = clock.monotonic() + atMost;
  const left = (): string => wholeDuration(Math.max(0, until - clock.monotonic()));
  const who =
    holder === undefined
      ? 'another run'
      : `process ${String(holder.pid)} on ${holder.host} since ${holder.since.toISOString()}`;
  const what = 'it is taken over unless that run shows that it is alive';
  say(`up to ${left()} for the ledger, held by ${who}; ${what}`);
  if (stderr.isTTY !== true) return () => undefined;
  const line = new LiveLine(io, (columns) => fitting(left(), columns));
  return () => {
    line.clear();
  };
}

/** As much of it as fits into so many columns. */
function fitting(left: string, columns: number): string {
  const whole = `waiting ${left} for a sign of life of the other run`;
  return whole.length <= columns ? whole : left;
}
