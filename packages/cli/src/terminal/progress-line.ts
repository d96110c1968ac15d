import type { PastRun } from 'sequenzy-jobs/runs/run-record.ts';
import { wallClock } from './orders-lines.ts';
import { count, number } from './wording.ts';

/** `orders backfill  1,200/50,000 orders, 1,204 requests, done about 2026-03-02 17:50` */
export function progressLine({ command, startedAt, progress }: PastRun): string {
  if (progress === undefined) {
    return `${command}  running since ${wallClock(Date.parse(startedAt))}`;
  }
  const { noun, done, of, rejected, requests, endsAt, waitsUntil } = progress;
  return [
    `${command}  ${number(done)}/${count(of, noun)}`,
    count(requests, 'request'),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(waitsUntil === undefined
      ? []
      : [`waiting until ${wallClock(Date.parse(waitsUntil))} for its hours`]),
    ...(endsAt === null ? [] : [`done about ${wallClock(Date.parse(endsAt))}`]),
  ].join(', ');
}
