import type { FeedReport, FeedsReport } from 'sequenzy-jobs/shops/feed-report.ts';
import { cellsOf } from './cells.ts';
import { toldInFlags } from './flags.ts';
import type { Printer, Style } from './printer.ts';
import { count, duration, number } from './wording.ts';

/** One line a feed, and one for all of them. */
export function printFeeds({ feeds, exitCode, durationMs }: FeedsReport, err: Printer): void {
  err.line();
  const width = Math.max(...feeds.map(({ name }) => cellsOf(name)), 8);
  for (const feed of feeds) {
    err.beside([[styleOf(feed), feed.name]], statusWords(feed), width + 3);
  }
  const well = feeds.filter((feed) => feed.exitCode === 0).length;
  const all = count(feeds.length, 'feed');
  err.sentence(
    `${number(well)} of ${all} without trouble, ${duration(durationMs)}, exit code ${String(exitCode)}`,
  );
}

function styleOf({ exitCode }: FeedReport): Style {
  if (exitCode === 0) return 'green';
  return exitCode === 3 || exitCode === 75 ? 'yellow' : 'red';
}

/** `completed: 226 accepted, 58 unchanged` or `failed: Another run is …` */
function statusWords({ status, stoppedBy, report }: FeedReport): string {
  const figures = Object.entries(report?.summary.records ?? {})
    .filter((pair): pair is [string, number] => typeof pair[1] === 'number' && pair[1] > 0)
    .filter(([name]) => name !== 'read' && name !== 'notAttempted')
    .map(([name, value]) => `${number(value)} ${name}`);
  const words = [
    ...(report !== undefined && figures.length > 0 ? [figures.join(', ')] : []),
    ...(stoppedBy === null ? [] : [toldInFlags(stoppedBy).message]),
  ];
  return [status, ...words].join(': ');
}
