import type { PastRun, RunWait } from 'sequenzy-jobs/runs/run-record.ts';
import { wallClock } from './orders-lines.ts';
import { count, number } from './wording.ts';

/** `orders backfill  1,200/50,000 orders, 1,204 requests, done about 2026-03-02 17:50` */
export function progressLine(run: PastRun, now: number): string {
  return [`${run.command}  ${reachedOf(run)}`, ...waitOf(run.waits, now)].join(', ');
}

/** `still so since 2026-03-02 17:50; process 4711 is alive` */
export function unchangedLine({ command, pid }: PastRun, since: number): string {
  return `${command}  no change since ${wallClock(since)}; process ${String(pid)} is alive`;
}

function reachedOf({ startedAt, progress }: PastRun): string {
  if (progress === undefined) return `running since ${wallClock(Date.parse(startedAt))}`;
  const { noun, done, of, rejected, requests, endsAt, waitsUntil } = progress;
  return [
    `${number(done)}/${count(of, noun)}`,
    count(requests, 'request'),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(waitsUntil === undefined
      ? []
      : [`waiting until ${wallClock(Date.parse(waitsUntil))} for its hours`]),
    ...(endsAt === null ? [] : [`done about ${wallClock(Date.parse(endsAt))}`]),
  ].join(', ');
}

function waitOf(waits: RunWait | undefined, now: number): readonly string[] {
  if (waits === undefined) return [];
  const until = Date.parse(waits.until);
  return until <= now ? [] : [`waiting until ${wallClock(until)} ${reasons[waits.for]}`];
}

const reasons: Readonly<Record<RunWait['for'], string>> = {
  second: 'for the quota of the key',
  minute: 'for the quota of the key',
  paused: 'because Sequenzy asks for it',
  priority: 'for more urgent requests',
  ledger: 'for another run to end',
  automations: 'for the orders to be processed, then automations resume',
};
