import { entriesOf, stateSetting, type Entry, type Given } from '../config/entries.ts';
import { readConfig, type ReadConfig } from '../config/read-config.ts';
import { secretOf } from '../config/reference.ts';
import type { ConnectionOptions } from '../connect/connection.ts';
import type { Decisions } from '../job/decisions.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { backfillOrders } from '../orders/backfill/backfill-orders.ts';
import { updateStock } from '../catalog/stock/update-stock.ts';
import { syncCatalog } from '../catalog/sync/sync-catalog.ts';
import { exitCodes } from '../report/exit-codes.ts';
import { failureOf } from '../report/failure.ts';
import { interruption } from '../report/stop-reason.ts';
import { UserError } from '../report/user-error.ts';
import {
  backfillOptionsOf,
  stockOptionsOf,
  syncOptionsOf,
  type FeedSurroundings,
} from './feed-options.ts';
import { openStateFolder } from '../state/state-folder.ts';
import { FeedWatch } from './feed-watch.ts';
import { reportPathsOf } from './report-paths.ts';
import { resolve } from 'node:path';
import type { OpenElsewhere } from '../memory/own-ledger.ts';
import { gravestOf, statusOfAll, type FeedReport, type FeedsReport } from './feed-report.ts';

export interface RunFeedsOptions {
  /** Path of the config. Default: `sequenzy.config.yaml`, `.yml` or `.json` in the working folder. */
  readonly config?: string | undefined;
  /** Companies, or `company/feed`. Default: all. */
  readonly names?: readonly string[] | undefined;
  /** Read, check and plan, but send nothing. */
  readonly dryRun?: boolean | undefined;
  /** Options of the feeds that win over the config, by their names there. */
  readonly given?: Given | undefined;
  /** Wins over the config. Default: that of the config, else SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
  /** Whether it is an error that nothing is remembered. Default: what the config says, else no. */
  readonly expectState?: boolean | undefined;
  /** Wins over what the config says of each company. */
  readonly connection?:
    Pick<ConnectionOptions, 'sandbox' | 'baseUrl' | 'rate' | 'timeout' | 'maxRetries'> | undefined;
  /** How to open what a relay has sent that keeps it in Redis. Default: a feed that asks for it is an error. */
  readonly openRelay?:
    ((choice: { readonly redisUrlFile: string | undefined }) => OpenElsewhere) | undefined;
  /** Rejects the report of each feed lists. Default: 20. */
  readonly mostListed?: number | undefined;
}

/** Who else hears of a run. */
export interface FeedsSurroundings extends Surroundings {
  /** Told before a feed begins, with the path of its report where it has one. */
  readonly onFeed?: (
    feed: Pick<Entry, 'name' | 'feed'> & { readonly reportPath: string | undefined },
    place: number,
    of: number,
  ) => void | Promise<void>;
  /** Told what became of it. */
  readonly onFeedEnded?: (report: FeedReport) => void | Promise<void>;
}

/**
 * Runs the feeds of a config one after the other. A feed that fails keeps none of the others from running.
 *
 * @example
 *   const { exitCode, feeds } = await runFeeds({ config: 'sequenzy.config.yaml', names: ['acme'] });
 *
 * @throws {UserError} when the config cannot be used. Nothing was sent then.
 */
export function runFeeds(
  options: RunFeedsOptions = {},
  surroundings: FeedsSurroundings = {},
): Promise<FeedsReport> {
  return withJob(undefined, surroundings, async (job) => {
    const read = await readConfig(options.config);
    const entries = entriesOf(read, options.names, options.given);
    const reports = reportPathsOf(entries, read.folder, job.io.clock.now());
    const watch = await watchOf(options, { job, read, entries });
    const feeds: FeedReport[] = [];
    for (const [place, entry] of entries.entries()) {
      await watch?.begins(entry);
      const reportPath = reports.get(entry.name);
      await surroundings.onFeed?.({ ...entry, reportPath }, place, entries.length);
      const done = await doneWith(entry, { read, options, surroundings });
      feeds.push(done);
      await surroundings.onFeedEnded?.(done);
      await watch?.ended(entry, done);
    }
    return {
      status: statusOfAll(feeds),
      exitCode: gravestOf(feeds),
      ...{ feeds, durationMs: job.durationMs, warnings: job.warnings },
    };
  });
}

/** Only what is sent for good is remembered and told. */
async function watchOf(
  { dryRun, connection, stateDir }: RunFeedsOptions,
  means: Omit<ConstructorParameters<typeof FeedWatch>[0], 'stateFolder'>,
): Promise<FeedWatch | undefined> {
  if (dryRun === true || connection?.sandbox !== undefined) return undefined;
  const { env } = means.job.io;
  const { path } = stateSetting(means.read, stateDir, env['SEQUENZY_STATE_DIR']);
  return new FeedWatch({ ...means, stateFolder: await openStateFolder({ stateDir: path }, env) });
}

interface Around {
  readonly read: ReadConfig;
  readonly options: RunFeedsOptions;
  readonly surroundings: FeedsSurroundings;
}

/** Rejects a report tells the places of. */
const mostReported = 2000;

/** Whatever goes wrong with one feed is in its report. */
async function doneWith(entry: Entry, around: Around): Promise<FeedReport> {
  const of = { name: entry.name, command: entry.feed.command };
  const { signal } = around.surroundings;
  if (signal?.aborted === true) {
    const { exitCode, ...stoppedBy } = interruption;
    return { ...of, status: 'stopped', exitCode, stoppedBy };
  }
  try {
    const report = await jobOf(entry, around);
    const { status, exitCode, stoppedBy } = report.summary;
    return { ...of, status, exitCode, stoppedBy, report };
  } catch (error) {
    if (error instanceof UserError) {
      const { code, place, problem, advice, exitCode } = error;
      const isEarly = exitCode === exitCodes.stopped || exitCode === exitCodes.interrupted;
      const status = isEarly ? 'stopped' : 'failed';
      return { ...of, status, exitCode, stoppedBy: { code, place, problem, advice } };
    }
    const { code, message, exitCode, stack } = failureOf(error);
    const stoppedBy = { code, problem: message, advice: [] };
    return { ...of, status: 'failed', exitCode, stoppedBy, ...(stack !== null && { stack }) };
  }
}

async function jobOf(entry: Entry, { read, options, surroundings }: Around) {
  const { company, feed, name } = entry;
  const { folder } = read;
  const found = await secretsOf(entry, read, options, surroundings);
  const env = { ...(surroundings.env ?? process.env), ...found };
  const decide = feed.yes === true ? agreed(surroundings.decide) : surroundings.decide;
  const around: Surroundings = { ...surroundings, env, name, ...(decide && { decide }) };
  const { path: stateDir } = stateSetting(read, options.stateDir, env['SEQUENZY_STATE_DIR']);
  const where: FeedSurroundings = {
    ...{ folder, name, stateDir },
    dryRun: options.dryRun === true,
    mostListed: feed.report === undefined ? options.mostListed : mostReported,
    connection: connectionOf(company, read, options),
    now: (surroundings.clock ?? { now: Date.now }).now(),
  };
  switch (feed.command) {
    case 'catalog sync':
      return syncCatalog(await syncOptionsOf(feed, where), around);
    case 'catalog stock':
      return updateStock(await stockOptionsOf(feed, where), around);
    case 'orders backfill':
      return backfillOrders(
        {
          ...(await backfillOptionsOf(feed, where)),
          openElsewhere: elsewhereOf(feed, folder, options),
        },
        around,
      );
  }
}

interface RelayChoice {
  readonly relay?: string | undefined;
  readonly redisUrlFile?: string | undefined;
}

/** What programs on other machines have sent, where the feed says that there are some. */
function elsewhereOf(
  { relay, redisUrlFile }: RelayChoice,
  folder: string,
  { openRelay }: RunFeedsOptions,
): OpenElsewhere | undefined {
  if (relay !== 'redis') return undefined;
  if (openRelay === undefined) {
    throw new UserError('usage', 'relay: redis needs the program that opens it: openRelay');
  }
  return openRelay({
    redisUrlFile: redisUrlFile === undefined ? undefined : resolve(folder, redisUrlFile),
  });
}

/** The key of the company and the secrets of the source, where the jobs look for them. */
async function secretsOf(
  { name, companyName, company, feed }: Entry,
  { folder }: ReadConfig,
  { connection }: RunFeedsOptions,
  { env = process.env, signal }: Surroundings,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const where = { env, folder, signal };
  if (company.key !== undefined && connection?.sandbox === undefined) {
    found['SEQUENZY_API_KEY'] = await secretOf(company.key, `companies.${companyName}.key`, where);
  }
  const own = 'secrets' in feed ? (feed.secrets ?? {}) : {};
  for (const [variable, reference] of Object.entries(own)) {
    found[variable] = await secretOf(reference, `${name}: secrets.${variable}`, where);
  }
  return found;
}

function connectionOf(
  company: Entry['company'],
  { config }: ReadConfig,
  { connection = {}, expectState = config.expectState }: RunFeedsOptions,
): ConnectionOptions {
  const { sandbox, baseUrl, rate, timeout, maxRetries } = connection;
  return {
    ...{ sandbox, maxRetries, company: company.company },
    baseUrl: baseUrl ?? company.baseUrl,
    rate: rate ?? company.rate,
    timeout: timeout ?? company.timeout,
    expectState: expectState === true && sandbox === undefined,
  };
}

/** What `yes` of a feed answers. It chooses nothing. */
function agreed(decide: Decisions = {}): Decisions {
  const yes = (): boolean => true;
  return { ...decide, replaceFile: yes, deleteProducts: yes, sendOrders: yes };
}
