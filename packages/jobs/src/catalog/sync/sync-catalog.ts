import { demandFiles } from '../../input/records/open-records.ts';
import { shownFile } from 'sequenzy-sources/address';
import { option, say, reasonOf } from 'sequenzy-contract';
import type { SequenzyError } from 'sequenzy-commerce';
import { defaultMaxDelete } from 'sequenzy-commerce/mirror';
import { connect } from '../../connect/connection.ts';
import { timed } from '../../connect/pace.ts';
import { rateOf } from '../../connect/schedule.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { feedNameOf } from '../../memory/feed-name.ts';
import { ChangesOfRun } from '../../memory/changes-of-run.ts';
import { InputMemory } from '../../memory/input-memory.ts';
import { MappingMemory } from '../../memory/mapping-memory.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { summarize, type CarriedOut } from '../../report/summarize.ts';
import type { FiredEvents } from '../../report/automations.ts';
import type { Plan } from '../../report/plan.ts';
import type { Summary } from '../../report/summary.ts';
import type { SyncReport } from '../../report/sync-report.ts';
import { UserError } from '../../report/user-error.ts';
import { carryOut, planRefusal } from '../plan/carry-out.ts';
import { planCatalog } from '../plan/plan.ts';
import { tellAutomations } from '../../automations/tell-automations.ts';
import { unchangedReport } from './unchanged-report.ts';
import { openChanged } from './open-changed.ts';
import { openSyncMemory, type SyncMemory } from './sync-memory.ts';
import type { SyncOptions } from './sync-options.ts';
import { withoutApi } from './without-api.ts';

/**
 * Sends a product file to Sequenzy: what is new or has changed since the last run, by what is remembered in the state
 * folder. With `prune` it deletes what was sent before and is gone from the files.
 *
 * @example
 *   const { summary } = await syncCatalog({ files: ['products.csv'], currency: 'USD' });
 *   console.log(summary.status, summary.records);
 *
 * @throws {UserError} when nothing could be sent: no key, an input that cannot be read, a run that is in progress. What
 * happens later stands in the report.
 */
export async function syncCatalog(
  options: SyncOptions,
  surroundings: Surroundings = {},
): Promise<SyncReport> {
  const { dryRun = false, stateDir, full = false } = options;
  const prune = options.prune && (options.prune.maxDelete ?? defaultMaxDelete);
  const mode = dryRun ? 'dry-run' : 'sync';
  const command = 'catalog sync';
  const feed = feedNameOf(options);
  const summaryOf = ({ summary }: SyncReport): Summary => summary;
  const recording = dryRun ? undefined : { command, stateDir, summaryOf };
  return withJob(recording, surroundings, async (job) => {
    const { run, decide, signal, tell, warn } = job;
    const files = options.files.map(shownFile);
    await demandFiles(options, job);
    const connection = run && (await connect(options.connection ?? {}, job));
    const target = await chosenTarget({ ...options, sends: !dryRun }, decide);
    const inputMemory = connection && (await InputMemory.of(options, { connection, ...run }));
    let opening: Promise<SyncMemory> | undefined;
    const openMemory = (): Promise<SyncMemory> =>
      (opening ??= openSyncMemory(job, connection, options));
    const changes = new ChangesOfRun({ ...options, feed }, async (saidBy) => {
      if (prune !== undefined) throw pruneOfChanges(saidBy);
      return connection && (await openMemory()).ledger;
    });
    const { onChanges } = changes;
    const catalog = await openChanged({ ...options, onChanges }, inputMemory, job);
    if (catalog === undefined) {
      return unchangedReport(files, {
        feed,
        unchangedSince: inputMemory?.since,
        durationMs: job.durationMs,
      });
    }
    job.use(catalog);
    const { map } = options;
    const mapped = { kind: 'products', files: options.files, feed } as const;
    const mappings = run && new MappingMemory({ folder: run.folder, ...mapped });
    await mappings?.refuseChanges(catalog);
    tell({ type: 'opened', kind: 'products', input: catalog });
    const writer = target && new RejectsWriter(catalog, target);
    const rejections = new Rejections(options.mostListed, writer);
    const memory = await openMemory();
    const { ledger, known, client } = memory;
    const final = connection === undefined;
    const onOutage = (error: SequenzyError): void => {
      warn(withoutApi(error));
    };
    const planned = await planCatalog(catalog, {
      ...{ ledger: known, rejections, signal, feed, final, full, prune },
      rate: rateOf(options.connection?.rate),
      storeUrl: options.storeUrl,
      reading: client && { client, tell, warn, onOutage: final ? onOutage : undefined },
    });
    const plan = timed(planned, connection);
    if (!signal.aborted) tell({ type: 'planned', kind: 'products', plan });
    if (plan.gone !== undefined && plan.gone.count > 0) warn(filesAreLost);
    const automations = dryRun ? await tellAutomations(firedBy(plan), client, job) : undefined;
    const means = connection && ledger && { job, connection, ledger, feed, rejections };
    const carriedOut: CarriedOut = means
      ? await carryOut(plan, catalog, options, means)
      : { refusal: planRefusal(plan, catalog, options) };
    tell({ type: 'settled' });
    if (carriedOut.refusal === undefined) {
      await mappings?.remember(catalog, { map, files: options.files }).catch((error: unknown) => {
        warn(`The mapping could not be kept for the next run: ${reasonOf(error)}.`);
      });
    }
    const rejectsFiles = await rejections.close(warn);
    const summary = summarize({
      ...{ command, mode, full, files, feed, catalog, plan, ...carriedOut },
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: job.durationMs,
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...job.warnings, ...catalog.warnings],
    });
    if (summary.status === 'completed') await changes.remember(job);
    if (summary.status === 'completed' && ledger !== undefined && !catalog.dependsOnTime) {
      await ledger.close();
      await inputMemory?.remember(ledger.file, job.io.clock.now()).catch((error: unknown) => {
        warn(`What the server said of the input could not be kept: ${reasonOf(error)}.`);
      });
    }
    const automated = automations && { automations };
    return { summary, plan, rejects: rejections.listed, rejectsFiles, ...automated };
  });
}

const filesAreLost =
  'Files that are attached to a product in Sequenzy are deleted with it, and nothing here can bring them back.';

/** Each product and variant that comes back in stock tells everybody who waits for it. */
function firedBy({ restocks: { products, variants } }: Plan): FiredEvents {
  return new Map([['ecommerce.back_in_stock', products + variants]]);
}

/** What is not read has not gone. */
function pruneOfChanges(saidBy: string): UserError {
  return new UserError(
    'usage',
    say`${option('prune')} deletes what is not read, and with ${saidBy} the query reads only what has changed`,
    say`Nothing was sent. Leave out ${saidBy} or ${option('prune')}.`,
  );
}
