import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Io } from '../io.ts';
import type { Secrets } from '../secrets.ts';
import { carryOut, planRefusal, type CarriedOut } from './carry-out.ts';
import { connect, type Connection } from './connection.ts';
import { fanfareLedger, openCatalogMemory, openMemoryToRead } from './memory.ts';
import { FeedMemory } from './feeds/feed-memory.ts';
import { nothingNew } from './feeds/nothing-new.ts';
import { openUnlessSame } from './feeds/open-unless-same.ts';
import { planCatalog, type Plan } from './plan.ts';
import { Provenance } from './prune/provenance.ts';
import { Rejections } from './rejections.ts';
import { chosenTarget } from './rejects/chosen-target.ts';
import { RejectsWriter } from './rejects/rejects-writer.ts';
import { paceOf, timed } from './pace.ts';
import { progressOf } from './run-progress.ts';
import { rateOf } from './schedule.ts';
import type { RecordedRun } from './state/recorded.ts';
import { shownFile } from './shown-file.ts';
import { summarize } from './summarize.ts';
import type { SyncListener } from './sync-listener.ts';
import type { SyncOptions } from './sync-options.ts';
import type { SyncReport } from './sync-report.ts';
import { Warnings } from './warnings.ts';
import { reasonOf } from './system-error.ts';
import { closeRejects } from './rejects/close-rejects.ts';

export interface SyncSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: SyncListener;
  /** Only where something is sent. */
  readonly run: RecordedRun | undefined;
}

/** One run: connect, read, remember, plan, carry out, report. */
export async function syncCatalog(
  options: SyncOptions,
  { io, secrets, listener, run }: SyncSurroundings,
): Promise<SyncReport> {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection =
    run && (await connect(options.connection, { ...around, hooks: listener.hooks }));
  const target = await chosenTarget(options, listener);
  const feeds = connection && (await FeedMemory.of(options, { connection, ...run }));
  const catalog = await openUnlessSame(options, feeds, { ...around, listener });
  if (catalog === undefined) {
    const durationMs = Math.round(io.clock.monotonic() - startedAt);
    return nothingNew(options.files.map(shownFile), feeds?.since, durationMs);
  }
  let ledger: FileLedger | undefined;
  let provenance: Provenance | undefined;
  try {
    listener.opened(catalog);
    const writer = target && new RejectsWriter(catalog, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    if (connection !== undefined && run !== undefined) {
      const onWatched = listener.watched;
      const place = { options: options.connection, folder: run.folder };
      const request = { ...around, ...place, signal, onWatched };
      const memory = await openCatalogMemory(connection, request, catalog);
      ledger = memory.ledger;
      provenance = memory.fromFanfare && new Provenance(catalog, memory.fromFanfare);
    } else if (options.mode === 'dry-run') {
      const request = { ...around, options: options.connection };
      ledger = await openMemoryToRead(options.stateDir, request);
      const fromFanfare =
        ledger && (await openMemoryToRead(options.stateDir, request, fanfareLedger));
      provenance = fromFanfare && new Provenance(catalog, fromFanfare);
    }
    const isOurs = options.prune && (await provenance?.filter());
    const material = { catalog, connection, ledger, rejections, signal, isOurs };
    const plan = timed(await makePlan(options, material), connection);
    if (!signal.aborted) listener.planned(plan);
    const carriedOut: CarriedOut =
      connection !== undefined && ledger !== undefined
        ? await carryOut(plan, catalog, options, {
            connection,
            ledger,
            provenance,
            rejections,
            listener,
            signal,
            warn,
            onProgress: (reached, load) => {
              const left = paceOf(load.requests, connection)(reached.requests);
              run?.tell(progressOf(reached, load, left, io.clock.now()));
            },
          })
        : { refusal: planRefusal(plan, catalog, options) };
    listener.settled();
    const rejectsFiles = await closeRejects(writer, warn);
    const summary = summarize({
      command: 'catalog sync',
      mode: options.mode,
      full: options.full,
      files: options.files.map(shownFile),
      catalog,
      plan,
      ...carriedOut,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...catalog.warnings],
    });
    if (summary.status === 'completed' && ledger !== undefined && !catalog.dependsOnTime) {
      await ledger.close();
      await feeds?.remember(ledger.file, io.clock.now()).catch((error: unknown) => {
        warn(`What the server said of the input could not be kept: ${reasonOf(error)}.`);
      });
    }
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    listener.settled();
    await catalog.close();
    await ledger?.close();
    await provenance?.close();
  }
}

interface Material {
  readonly catalog: Catalog;
  readonly connection: Connection | undefined;
  readonly ledger: FileLedger | undefined;
  readonly rejections: Rejections;
  readonly signal: AbortSignal;
  readonly isOurs: ((key: string) => boolean) | undefined;
}

function makePlan(options: SyncOptions, { connection, catalog, ...rest }: Material): Promise<Plan> {
  const { full, prune } = options;
  const final = connection === undefined;
  const rate = final ? rateOf(options.connection.rate) : connection.rate;
  return planCatalog(catalog, { ...rest, rate, final, full, prune });
}
