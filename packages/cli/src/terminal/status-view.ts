import type { FeedState, FeedStatus } from 'sequenzy-jobs/past/feed-state.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { count, wholeDuration } from './wording.ts';

/** One line a feed; off a terminal its fields with tabs between them. */
export function printStatus(
  feeds: readonly FeedStatus[],
  data: Printer,
  { isTerminal, now }: { readonly isTerminal: boolean; readonly now: number },
): void {
  if (!isTerminal) {
    for (const { name, state, lastAt, lastSuccessAt, reason } of feeds) {
      data.fields([name, state, lastAt ?? '-', lastSuccessAt ?? '-', reason ?? '']);
    }
    return;
  }
  if (feeds.length === 0) return;
  const rows = feeds.map(({ name, state, lastAt, lastSuccessAt, reason }) => [
    ...[name, words[state], agoOf(lastAt, now), agoOf(lastSuccessAt, now), reason ?? ''],
  ]);
  printTable(['feed', 'state', 'last run', 'last success', 'because'], rows, data, 'wrapped');
}

const words: Readonly<Record<FeedState, string>> = {
  ok: '✔ ok',
  running: '… running',
  late: '✘ late',
  failing: '✘ failing',
  never: '✘ never run',
};

const day = 86_400_000;

function agoOf(time: string | null, now: number): string {
  if (time === null) return 'never';
  const age = now - Date.parse(time);
  return `${age >= 2 * day ? count(Math.floor(age / day), 'day') : wholeDuration(age)} ago`;
}
