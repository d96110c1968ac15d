import { chmod } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import { AtomicFile } from 'sequenzy-store';
import { UserError } from '../report/user-error.ts';
import type { FeedStatus } from './feed-state.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  /** Labels beside the feed, and the value; none where it is not known. */
  readonly values: (feed: FeedStatus) => readonly (readonly [string, number])[];
}

const one = (value: number | null): readonly (readonly [string, number])[] =>
  value === null ? [] : [['', value]];

const seconds = (time: string | null): number | null =>
  time === null ? null : Math.floor(Date.parse(time) / 1000);

const metrics: readonly Metric[] = [
  {
    name: 'sequenzy_feed_ok',
    help: 'Whether the feed runs well: 0 where it is late or failing or has never run.',
    values: ({ state }) => one(state === 'ok' || state === 'running' ? 1 : 0),
  },
  {
    name: 'sequenzy_feed_last_run_timestamp_seconds',
    help: 'When the last run ended.',
    values: ({ lastAt }) => one(seconds(lastAt)),
  },
  {
    name: 'sequenzy_feed_last_success_timestamp_seconds',
    help: 'When the last run that went well ended.',
    values: ({ lastSuccessAt }) => one(seconds(lastSuccessAt)),
  },
  {
    name: 'sequenzy_feed_exit_code',
    help: 'Exit code of the last run.',
    values: ({ exitCode }) => one(exitCode),
  },
  {
    name: 'sequenzy_feed_duration_seconds',
    help: 'How long the last run took.',
    values: ({ durationMs }) => one(durationMs === null ? null : durationMs / 1000),
  },
  {
    name: 'sequenzy_feed_back_in_stock_notifications',
    help: 'Back-in-stock notifications that the last run has triggered.',
    values: ({ restocks, lastAt }) => one(lastAt === null ? null : restocks),
  },
  {
    name: 'sequenzy_feed_records',
    help: 'Records of the last run, by what became of them.',
    values: ({ records }) =>
      Object.entries(records).map(([outcome, value]) => [`,outcome="${outcome}"`, value] as const),
  },
];

/** In the text format of Prometheus. */
function metricsOf(feeds: readonly FeedStatus[]): string {
  const lines = metrics.flatMap(({ name, help, values }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...feeds.flatMap((feed) =>
      values(feed).map(([label, value]) => `${name}{feed="${feed.name}"${label}} ${String(value)}`),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

/**
 * Writes them whole, so that a collector never reads half of them; everybody may read them.
 *
 * @throws {UserError} when the file cannot be written.
 */
export async function writeMetrics(path: string, feeds: readonly FeedStatus[]): Promise<void> {
  try {
    const file = await AtomicFile.create(path);
    await file.write(metricsOf(feeds));
    await chmod(file.temporary, 0o644);
    await file.keep();
  } catch (error) {
    throw new UserError(
      'usage',
      `${path} cannot be written (${reasonOf(error)})`,
      'Name another file.',
    );
  }
}
