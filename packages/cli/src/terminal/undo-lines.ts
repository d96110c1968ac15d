import { mostNamed } from 'sequenzy-jobs/report/plan.ts';
import type { UndoPlan } from 'sequenzy-jobs/report/undo-plan.ts';
import { restocksLine } from './plan-lines.ts';
import { count, number, wholeDuration } from './wording.ts';

/** Label and text of each line about what undoing a run would do. */
export function* undoLines(plan: UndoPlan): Generator<readonly [string, string]> {
  const { run, command, startedAt, restocks, laterRuns } = plan;
  yield ['undo', `${command} of ${startedAt.slice(0, 16).replace('T', ' ')} UTC (${run})`];
  if (laterRuns > 0) {
    const runs = laterRuns === 1 ? '1 later run has' : `${number(laterRuns)} later runs have`;
    yield ['later', `${runs} changed products too; to undo them first, start with the newest`];
  }
  yield ['plan', planLine(plan)];
  if (restocks.products + restocks.variants > 0) yield ['restocks', restocksLine(restocks)];
  for (const text of leftLines(plan)) yield ['left', text];
  if (plan.overwritten > 0) {
    const some = count(plan.overwritten, 'product');
    yield ['overwritten', `what something else has changed since in the same fields of ${some}`];
  }
  yield ['not undone', 'e-mail that was sent, and files that were attached to deleted products'];
}

/** `200 products get their values back, 3 are created again, 20 are deleted, in 22 requests, …; 4 are as they were` */
function planLine(plan: UndoPlan): string {
  const { restore, create, requests, milliseconds, requestsPerMinute, unchanged } = plan;
  const parts = [
    ...(restore > 0 ? [`${count(restore, 'product')} to restore`] : []),
    ...(create > 0 ? [`${number(create)} to create again`] : []),
    ...(plan.delete.length > 0 ? [`${number(plan.delete.length)} to delete`] : []),
  ];
  const rest = `; ${number(unchanged)} as they were`;
  if (parts.length === 0) return `nothing to undo${rest}`;
  const pace =
    requestsPerMinute === undefined
      ? 'without a rate limit'
      : `about ${wholeDuration(milliseconds)} at ${count(requestsPerMinute, 'request')} a minute`;
  return `${parts.join(', ')} in ${count(requests, 'request')}, ${pace}${rest}`;
}

function* leftLines(plan: UndoPlan): Generator<string> {
  const { changed, gone, unread } = plan.left;
  const all = changed + gone + unread;
  if (all > 0) {
    const why = [
      ...(changed > 0 ? [`${number(changed)} created by the run and changed since`] : []),
      ...(gone > 0 ? [`${number(gone)} deleted since`] : []),
      ...(unread > 0 ? [`${number(unread)} that could not be read`] : []),
    ];
    const more = all > mostNamed ? ` and ${number(all - mostNamed)} more` : '';
    yield `as they are: ${why.join(', ')} (${plan.firstLeft.join(', ')}${more})`;
  }
  if (plan.stockLeft > 0) {
    yield `stock of ${count(plan.stockLeft, 'variant')}, which something else has changed since`;
  }
  if (plan.unsendable.length > 0) {
    yield `cannot be sent as it was: ${plan.unsendable.join(', ')}`;
  }
}
