import type { News } from 'sequenzy-relay';
import type { Clock } from 'sequenzy-commerce';
import type { Printer } from '../terminal/printer.ts';

/** What is worth a line with `--quiet`: what somebody has to do something about. */
function isTrouble(news: News): boolean {
  if (news.type === 'trouble' || news.type === 'unread') return true;
  if (news.type === 'refused') return news.status !== 401 && news.status !== 404;
  return news.type === 'event' && (news.outcome === 'dead' || news.outcome === 'later');
}

/** Writes one JSON document a line to standard error: time, event, platform and order. Nothing of a person. */
export function relayLog(
  err: Printer,
  clock: Pick<Clock, 'now'>,
  isQuiet: boolean,
): (news: News) => void {
  return (news) => {
    if (isQuiet && !isTrouble(news)) return;
    const { type: event, ...more } = news;
    const level = isTrouble(news) ? 'warn' : 'info';
    err.line(JSON.stringify({ time: new Date(clock.now()).toISOString(), level, event, ...more }));
  };
}
