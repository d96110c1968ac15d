import { openStock, type RemoteOptions, type StockFeed } from 'sequenzy-sources';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import { columnNamesOf } from '../../input/mapping-file.ts';
import { openMemory } from '../../memory/memory.ts';
import { orRefuse, stdinFor } from '../../input/open-input.ts';
import { throughProxies } from '../../input/input-fetch.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { progressOf } from '../../job/run-progress.ts';
import type { RecordedRun } from '../../runs/recorded.ts';
import { shownFile } from '../../input/shown-file.ts';
import { asUserError } from '../../report/stop-reason.ts';
import { summarize } from '../../report/summarize.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import type { SyncListener } from '../../job/sync-listener.ts';
import { syncStock } from './sync-stock.ts';
import { closeRejects } from '../../rejects/close-rejects.ts';
import { Warnings } from '../../job/warnings.ts';
import { nothingPlanned } from '../../report/plan.ts';

/** Options of `catalog stock`, as plain values. */
export interface StockOptions {
  readonly files: readonly string[];
  readonly mode: 'sync' | 'dry-run';
  readonly map: string | undefined;
  readonly remote: RemoteOptions;
  readonly rejects: string | undefined;
  readonly mostListed: number;
  readonly concurrency: number | undefined;
  readonly maxRestocks: number | undefined;
  readonly connection: ConnectionOptions;
}

export interface StockSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: Omit<SyncListener, 'opened'> & {
    openedStock(feed: Pick<StockFeed, 'files' | 'source' | 'counts' | 'warnings'>): void;
  };
  /** Undefined in a dry run. */
  readonly run: RecordedRun | undefined;
}

/** One run: connect, read, look at what is stored, change stock and nothing else, report. */
export async function stockCatalog(
  options: StockOptions,
  { io, secrets, listener, run }: StockSurroundings,
): Promise<SyncReport> {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = await connect(options.connection, { ...around, hooks: listener.hooks });
  const target = await chosenTarget(options, listener);
  const feed = await openFeed(options, io);
  let ledger: FileLedger | undefined;
  try {
    listener.openedStock(feed);
    const writer = target && new RejectsWriter(feed, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    if (run !== undefined) {
      const onWatched = listener.watched;
      const place = { options: options.connection, folder: run.folder };
      const request = { ...around, ...place, signal, onWatched };
      ledger = await openMemory(connection, request);
    }
    const { concurrency, maxRestocks } = options;
    const carriedOut = await syncStock(feed, {
      connection,
      ledger,
      rejections,
      signal,
      concurrency,
      maxRestocks,
      warn,
      onPlan: (plan) => {
        listener.planned(plan);
      },
      onProgress: (reached, load) => {
        // The requests that read are not known beforehand, so nothing says when it ends.
        run?.tell(progressOf(reached, load, undefined, io.clock.now()));
      },
    }).catch((error: unknown) => {
      // The products could not be read: nothing was sent.
      throw asUserError(error);
    });
    const rejectsFiles = await closeRejects(writer, warn);
    const { rows } = feed.counts;
    const plan = carriedOut.plan ?? nothingPlanned('row'); // planning would read all products once more
    const summary = summarize({
      ...carriedOut,
      command: 'catalog stock',
      mode: options.mode,
      files: options.files.map(shownFile),
      plan,
      catalog: {
        source: feed.source,
        counts: { rows, records: rows, products: 0, variants: 0, skipped: [], rejected: 0 },
      },
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...feed.warnings],
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    await feed.close();
    await ledger?.close();
  }
}

async function openFeed({ files, map, remote }: StockOptions, io: Io) {
  return orRefuse(
    io,
    openStock(files, {
      stdin: stdinFor(files, io),
      signal: io.interruption,
      remote: throughProxies(remote, io),
      ...(map === undefined ? {} : { map: await columnNamesOf(map) }),
    }),
  );
}
