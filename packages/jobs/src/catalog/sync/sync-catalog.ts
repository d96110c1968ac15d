import type { SequenzyError } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import { carryOut, planRefusal } from '../plan/carry-out.ts';
import { connectToPlan, withoutApi, type PlanConnection } from './connect-to-plan.ts';
import { connect } from '../../connect/connection.ts';
import { fanfareLedger, openCatalogMemory, openMemoryToRead } from '../../memory/memory.ts';
import { FeedMemory } from '../../memory/feed-memory.ts';
import { nothingNew } from './nothing-new.ts';
import { openUnlessSame } from './open-unless-same.ts';
import { planCatalog } from '../plan/plan.ts';
import { Provenance } from '../../memory/provenance.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { paceOf, timed } from '../../connect/pace.ts';
import { progressOf } from '../../job/run-progress.ts';
import { rateOf } from '../../connect/schedule.ts';
import type { RecordedRun } from '../../runs/recorded.ts';
import { shownFile } from '../../input/shown-file.ts';
import { summarize, type CarriedOut } from '../../report/summarize.ts';
import type { SyncListener } from '../../job/sync-listener.ts';
import type { SyncOptions } from './sync-options.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { Warnings } from '../../job/warnings.ts';
import { reasonOf } from '../../report/system-error.ts';
import { closeRejects } from '../../rejects/close-rejects.ts';

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
  let planning: PlanConnection | undefined;
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
      const { hooks } = listener;
      planning = await connectToPlan(options.connection, { ...around, hooks, signal });
      const { company = options.connection.company } = planning ?? {};
      const request = { ...around, options: { ...options.connection, company } };
      ledger = await openMemoryToRead(options.stateDir, request);
      const fromFanfare =
        ledger && (await openMemoryToRead(options.stateDir, request, fanfareLedger));
      provenance = fromFanfare && new Provenance(catalog, fromFanfare);
    }
    const isOurs = options.prune && (await provenance?.filter());
    const final = connection === undefined;
    const client = (connection ?? planning?.connection)?.client;
    const onOutage = final
      ? (error: SequenzyError) => {
          warn(withoutApi(error));
        }
      : undefined;
    const material = { ledger, rejections, signal, isOurs, final };
    const plan = timed(
      await planCatalog(catalog, {
        ...material,
        rate: rateOf(options.connection.rate),
        full: options.full,
        prune: options.prune,
        reading: client && { client, listener, onOutage },
      }),
      connection,
    );
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
