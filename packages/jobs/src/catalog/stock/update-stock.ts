import { demandFiles } from '../../input/records/open-records.ts';
import { shownFile } from 'sequenzy-sources/address';
import { openStock } from 'sequenzy-sources';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import { throughProxies } from '../../input/input-fetch.ts';
import { columnNamesOf } from '../../input/mapping-file.ts';
import { orRefuse, stdinFor } from '../../input/open-input.ts';
import type { Io } from '../../job/io.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { openMemory } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { nothingPlanned } from '../../report/plan.ts';
import { asUserError } from '../../report/stop-reason.ts';
import { summarize } from '../../report/summarize.ts';
import type { Summary } from '../../report/summary.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import type { SyncOptions } from '../sync/sync-options.ts';
import { syncStock } from './sync-stock.ts';

/** Options of `updateStock`. */
export interface StockOptions extends Pick<
  SyncOptions,
  'files' | 'map' | 'sheet' | 'remote' | 'dryRun' | 'rejects' | 'mostListed' | 'stateDir'
> {
  readonly concurrency?: number | undefined;
  /** Products and variants that may come back in stock. Default: any number. */
  readonly maxRestocks?: number | undefined;
  readonly connection?: ConnectionOptions | undefined;
}

/**
 * Changes stock and nothing else, from a file with two or three columns. Stored products are read, and those whose stock
 * changes are sent back whole.
 *
 * @example
 *   await updateStock({ files: ['stock.csv'], maxRestocks: 50 });
 */
export function updateStock(
  options: StockOptions,
  surroundings: Surroundings = {},
): Promise<SyncReport> {
  const { dryRun = false, stateDir, concurrency, maxRestocks, connection: how = {} } = options;
  const mode = dryRun ? 'dry-run' : 'sync';
  const command = 'catalog stock';
  const summaryOf = ({ summary }: SyncReport): Summary => summary;
  const recording = dryRun ? undefined : { command, stateDir, summaryOf };
  return withJob(recording, surroundings, async (job) => {
    const { run, signal, warn } = job;
    await demandFiles(options, job);
    const connection = await connect(how, job);
    const target = await chosenTarget({ ...options, sends: !dryRun }, job.decide);
    const feed = job.use(await openFeed(options, job.io));
    job.tell({ type: 'opened', kind: 'stock', input: feed });
    const rejections = new Rejections(
      options.mostListed,
      target && new RejectsWriter(feed, target),
    );
    const request = run && memoryRequest(job, how, run);
    const ledger = request && job.use(await openMemory(connection, request));
    const carriedOut = await syncStock(feed, {
      ...{ connection, ledger, rejections, signal, concurrency, maxRestocks, warn },
      onPlan: (plan) => {
        job.tell({ type: 'planned', kind: 'products', plan });
      },
      onProgress: (reached, load) => {
        // The requests that read are not known beforehand, so nothing says when it ends.
        job.progressed(reached, load, undefined);
      },
    }).catch((error: unknown) => {
      // The products could not be read: nothing was sent.
      throw asUserError(error);
    });
    const rejectsFiles = await rejections.close(warn);
    const { rows } = feed.counts;
    const plan = carriedOut.plan ?? nothingPlanned('row'); // planning would read all products once more
    const summary = summarize({
      ...{ ...carriedOut, command, mode, plan },
      files: options.files.map(shownFile),
      catalog: {
        source: feed.source,
        counts: { rows, records: rows, products: 0, variants: 0, skipped: [], rejected: 0 },
      },
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: job.durationMs,
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...job.warnings, ...feed.warnings],
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  });
}

async function openFeed({ files, map, sheet, remote = {} }: StockOptions, io: Io) {
  return orRefuse(
    io,
    openStock(files, {
      stdin: stdinFor(files, io),
      signal: io.interruption,
      wording: io.wording,
      remote: throughProxies(remote, io),
      ...(sheet === undefined ? {} : { sheet }),
      ...(map === undefined ? {} : { map: await columnNamesOf(map) }),
    }),
  );
}
