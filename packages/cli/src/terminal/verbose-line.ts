import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import { wholeDuration } from './wording.ts';

/** What a request, answer, repeat or wait says. Neither the key nor a body is ever in it. */
export function verboseLine(event: JobEvent): string | undefined {
  if (event.type === 'response') {
    const { method, path, status, milliseconds, attempt } = event.response;
    const again = attempt > 1 ? `, attempt ${String(attempt)}` : '';
    return `${method} ${path}: ${String(status)} in ${String(milliseconds)} ms${again}`;
  }
  if (event.type === 'retry') {
    return `${event.retry.error.message}; again in ${wholeDuration(event.retry.wait)}`;
  }
  if (event.type !== 'hold') return undefined;
  const { method, path, reason, milliseconds } = event.hold;
  return `${method} ${path}: waiting ${String(Math.ceil(milliseconds))} ms, ${causes[reason]}`;
}

const causes = {
  open: 'no limit',
  second: 'limit of the second',
  minute: 'limit of the minute',
  paused: 'the server asked for a pause',
  priority: 'more urgent requests go first',
};
