import { exitCodes, runFeeds, type BackfillReport, type FeedReport } from 'sequenzy-jobs';
import { given } from 'sequenzy-jobs/input/reading-options.ts';
import { define } from '../command/define.ts';
import { inRedis } from '../relay/elsewhere.ts';
import { feedsArgument, feedsOptions, feedsOptionsOf } from '../options/feeds-options.ts';
import { toldInFlags } from '../terminal/flags.ts';
import { reportDocument } from '../documents/report-document.ts';
import { withFlags } from '../documents/skipped-document.ts';
import { keepHeapSmall } from './small-heap.ts';

export const run = define({
  name: 'run',
  summary: 'Run the feeds of sequenzy.config.yaml, all or those that are named.',
  argument: feedsArgument,
  options: feedsOptions,
  sandbox: 'target',
  remembers: true,
  reports: true,
  read: (flags, words, { io, secrets }) => ({
    ...feedsOptionsOf(words, flags),
    reportFlags: given(flags, ['reportFull', 'sandbox']),
    isReportNamed: flags.report !== undefined,
    openRelay: ({ redisUrlFile }: { readonly redisUrlFile: string | undefined }) =>
      inRedis(redisUrlFile, { io, secrets }),
  }),
  screen: () => Promise.resolve(() => undefined),
  async run(options, surroundings, { context, verbosity, again }) {
    keepHeapSmall();
    const { FeedsScreen } = await import('../terminal/feeds-screen.ts');
    const isDry = options.dryRun === true;
    const screen = new FeedsScreen(context.io, context.err, { verbosity, isDry, again });
    const { FeedReports } = await import('../html/feed-reports.ts');
    const { reportFlags, isReportNamed, ...wish } = options;
    const reports = new FeedReports({ context, flags: reportFlags });
    return runFeeds(wish, {
      ...surroundings,
      onEvent: (event) => {
        reports.hear(event);
        screen.onEvent(event);
      },
      onFeed(feed, place) {
        // What a config wants is a report of what was sent.
        reports.begins(isDry && !isReportNamed ? undefined : feed.reportPath);
        screen.begins(feed, place);
      },
      async onFeedEnded(done) {
        await reports.ended(done);
        screen.ended(done);
      },
    });
  },
  async show(report, { context, verbosity }) {
    if (verbosity.quiet && report.exitCode === exitCodes.ok) return;
    const { printFeeds } = await import('../terminal/feeds-view.ts');
    printFeeds(report, context.err);
  },
  document: ({ feeds, status, exitCode, durationMs, warnings }, { dryRun }) => ({
    ...{ command: 'run', status, exitCode },
    feeds: feeds.map((feed) => documentOf(feed, dryRun === true)),
    ...{ durationMs, warnings, stoppedBy: null },
  }),
  details: [
    'Runs one feed after the other; one that fails keeps none of the others from running. Options win over the config. The exit code is that of the feed with the gravest trouble: 130, 1, 4, 2, 75, 3, 0.',
    'sequenzy-cli init writes a config, sequenzy-cli config show prints what holds and where each value comes from.',
  ],
  examples: [
    'run',
    'run acme --dry-run',
    'run acme/products --max-restocks 50',
    'run --config /srv/shops/sequenzy.config.yaml --quiet',
  ],
  exitCodes: [
    '0 all feeds went well',
    '2 the config or a feed cannot be used, or a guard has refused',
    '3 some records rejected',
    '4 key or permission refused',
    '75 a feed stopped early (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

function isBackfill(report: NonNullable<FeedReport['report']>): report is BackfillReport {
  return 'orders' in report.plan;
}

/** The document of its own command, with its name. */
function documentOf(
  { name, command, status, exitCode, stoppedBy, report }: FeedReport,
  isDry: boolean,
) {
  const told = stoppedBy && toldInFlags(stoppedBy);
  if (report === undefined) return { name, command, status, exitCode, stoppedBy: told };
  if (isBackfill(report)) return { name, ...withFlags(report.summary), stoppedBy: told };
  return { name, ...reportDocument(report, isDry ? 'dry-run' : 'sync'), stoppedBy: told };
}
