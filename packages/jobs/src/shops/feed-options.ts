import { resolve } from 'node:path';
import { camelCase, type Feed } from '../config/feed-schema.ts';
import type { ConnectionOptions } from '../connect/connection.ts';
import type { LiveChoice } from '../input/live/connect-live.ts';
import { given, namesRead, orderReading, productReading } from '../input/reading-options.ts';
import { remoteChoices } from '../input/remote-choices.ts';
import { nextMoment } from '../orders/backfill/daily-hours.ts';
import type { BackfillRunOptions } from '../orders/backfill/backfill-options.ts';
import { momentsOf } from '../orders/backfill/moments.ts';
import type { StockOptions } from '../catalog/stock/update-stock.ts';
import type { SyncOptions } from '../catalog/sync/sync-options.ts';
import { UserError } from '../report/user-error.ts';
import { liveSources, type LiveKind, type LiveSource } from 'sequenzy-sources/live';
import { isAddress } from 'sequenzy-sources/address';
import { filesOf } from './files-of.ts';

/** What all feeds of a run have in common. */
export interface FeedSurroundings {
  /** Where relative paths begin. */
  readonly folder: string;
  /** `acme/products` */
  readonly name: string;
  readonly dryRun: boolean;
  readonly stateDir: string | undefined;
  readonly connection: ConnectionOptions;
  readonly mostListed: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Of<Command extends Feed['command']> = Extract<Feed, { readonly command: Command }>;

/** @throws {UserError} when files or settings cannot be used. */
export async function syncOptionsOf(
  feed: Of<'catalog sync'>,
  where: FeedSurroundings,
): Promise<SyncOptions> {
  const live = liveOf('products', feed, where.folder);
  return {
    ...(await inputOf(feed, live, where)),
    ...mapOf(feed, where),
    ...given(feed, [...namesRead(productReading)]),
    ...given(feed, ['feed', 'full', 'isolationBudget', 'maxRestocks', 'minProducts']),
    prune: feed.prune === true ? { maxDelete: feed.maxDelete } : undefined,
  };
}

/** @throws {UserError} when files cannot be used. */
export async function stockOptionsOf(
  feed: Of<'catalog stock'>,
  where: FeedSurroundings,
): Promise<StockOptions> {
  return {
    ...(await inputOf(feed, undefined, where)),
    ...mapOf(feed, where),
    ...given(feed, ['sheet', 'maxRestocks']),
  };
}

/** @throws {UserError} when files or settings cannot be used. */
export async function backfillOptionsOf(
  feed: Of<'orders backfill'>,
  where: FeedSurroundings,
): Promise<BackfillRunOptions> {
  const { folder, now } = where;
  const live = liveOf('orders', feed, folder);
  const { rates, baseCurrency, untilTime, totalsFrom, catalog } = feed;
  if ((rates === undefined) !== (baseCurrency === undefined)) {
    throw new UserError('usage', 'rates and baseCurrency need each other');
  }
  return {
    ...(await inputOf(feed, live, where)),
    ...mapOf(feed, where),
    ...given(feed, namesRead(orderReading)),
    ...given(feed, ['totals', 'totalsRule', 'partialHistory', 'ltvFirst', 'mark', 'status']),
    ...given(feed, ['lifecycle', 'resend', 'full', 'holdAutomations', 'maxHold', 'resumeAfter']),
    ...given(feed, ['asEvents', 'window', 'maxRequests']),
    ...(await momentsOf(feed, { now })),
    ...(untilTime === undefined ? {} : { deadline: nextMoment(untilTime, now) }),
    ...(totalsFrom === undefined ? {} : { totalsFrom: resolve(folder, totalsFrom) }),
    ...(catalog === undefined ? {} : { catalog: placeOf(folder, catalog) }),
    ...(rates === undefined || baseCurrency === undefined
      ? {}
      : { rates: { file: resolve(folder, rates), base: baseCurrency } }),
  };
}

/** What every command takes. */
async function inputOf(
  feed: Feed,
  live: LiveChoice | undefined,
  { folder, name, dryRun, stateDir, connection, mostListed }: FeedSurroundings,
) {
  const { concurrency, rejects } = feed;
  const files = live === undefined ? await filesOf(folder, feed.files ?? []) : [live.source.name];
  if (files.length === 0) {
    throw new UserError(
      'usage',
      'the feed names no files',
      'Give it "files", or "from" and a query.',
    );
  }
  return {
    ...{ files, live, dryRun, stateDir, connection, mostListed },
    ...(concurrency === undefined ? {} : { concurrency }),
    remote: remoteChoices(feed),
    // Files of two shops may have one name. A rehearsal replaces none.
    rejects:
      connection.sandbox?.rehearsal === undefined
        ? resolve(folder, rejects ?? `${name.replace('/', '-')}.rejects.csv`)
        : undefined,
  };
}

function mapOf({ map }: { readonly map?: string | undefined }, { folder }: FeedSurroundings) {
  return map === undefined || map === 'auto' ? { map } : { map: resolve(folder, map) };
}

function placeOf(folder: string, file: string): string {
  return isAddress(file) ? file : resolve(folder, file);
}

/** The source that is read live, with what the feed says of it; undefined where there are files. */
function liveOf(
  kind: LiveKind,
  feed: Of<'catalog sync'> | Of<'orders backfill'>,
  folder: string,
): LiveChoice | undefined {
  const source = sourceOf(kind, feed);
  const options = (source?.options ?? []).filter(({ kinds }) => kinds?.includes(kind) ?? true);
  const own = new Set(options.map(({ name }) => camelCase(name)));
  const foreign = foreignOption(kind, feed, own);
  if (foreign !== undefined) {
    const instead = source === undefined ? 'files' : `from: ${source.name}`;
    throw new UserError('usage', `${foreign} cannot be used with ${instead}`);
  }
  if (source === undefined) return undefined;
  const said: Record<string, string | readonly string[]> = {};
  for (const { name, form, isNeeded, nextStep } of options) {
    const value = Reflect.get(feed, camelCase(name)) as string | readonly string[] | undefined; // by its schema
    if (value === undefined && isNeeded === true) {
      throw new UserError('usage', `from: ${source.name} needs ${camelCase(name)}`, nextStep);
    }
    if (value === undefined) continue;
    const isFile = form === 'json-file' || form === 'text-file';
    said[name] = isFile && typeof value === 'string' ? resolve(folder, value) : value;
  }
  return { source, given: said };
}

function sourceOf(
  kind: LiveKind,
  feed: Of<'catalog sync'> | Of<'orders backfill'>,
): LiveSource | undefined {
  if (feed.files !== undefined) return undefined;
  return liveSources.find(({ name, kinds }) => name === feed.from && kinds.includes(kind));
}

function foreignOption(kind: LiveKind, feed: object, own: ReadonlySet<string>): string | undefined {
  const all = liveSources
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap(({ options }) => options.map(({ name }) => camelCase(name)));
  return [...all, 'secrets'].find(
    (name) =>
      Reflect.get(feed, name) !== undefined &&
      !own.has(name) &&
      !(name === 'secrets' && own.size > 0),
  );
}
