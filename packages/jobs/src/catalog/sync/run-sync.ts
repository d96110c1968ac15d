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
import { changesIn, listChanges } from '../kept/changes.ts';
import { InputHash } from '../plan-file/binding.ts';
import { bindingOf, planFileOf } from '../plan-file/bind.ts';
import { driftBetween } from '../plan-file/drift.ts';
import type { PlanBinding } from '../plan-file/plan-file.ts';
import { demandPlannable, writePlan } from '../plan-file/write-plan.ts';
import { KeptOfRun } from './kept-of-run.ts';
import { planCatalog } from '../plan/plan.ts';
import { tellAutomations } from '../../automations/tell-automations.ts';
import { unchangedReport } from './unchanged-report.ts';
import { openChanged } from './open-changed.ts';
import { openSyncMemory, type SyncMemory } from './sync-memory.ts';
import type { SyncOptions } from './sync-options.ts';
import { withoutApi } from './without-api.ts';

/**
 * One run of a sync: planned, and carried out unless it is to be looked at.
 *
 * @param planned What was planned before and must still hold. Default: the plan is made here.
 */
export async function runSync(
  options: SyncOptions,
  surroundings: Surroundings,
  planned?: PlanBinding,
): Promise<SyncReport> {
  const { stateDir, full = false, out, connection: how = {} } = options;
  const dryRun = options.dryRun === true || out !== undefined;
  const prune = options.prune && (options.prune.maxDelete ?? defaultMaxDelete);
  const mode = dryRun ? 'dry-run' : 'sync';
  const command = planned === undefined ? 'catalog sync' : 'catalog apply';
  const feed = feedNameOf(options);
  const summaryOf = ({ summary }: SyncReport): Summary => summary;
  const recording = dryRun ? undefined : { command, stateDir, summaryOf };
  return withJob(recording, surroundings, async (job) => {
    const { run, decide, signal, tell, warn } = job;
    const files = options.files.map(shownFile);
    if (out !== undefined) demandPlannable(options.files, how);
    await demandFiles(options, job);
    const connection = run && (await connect(how, job));
    const target = await chosenTarget({ ...options, sends: !dryRun }, decide);
    // What a plan was made of is read again, whatever is remembered of it.
    const fresh = planned === undefined ? connection : undefined;
    const inputMemory =
      fresh && run && (await InputMemory.of(options, { ...run, connection: fresh }));
    let opening: Promise<SyncMemory> | undefined;
    const openMemory = (): Promise<SyncMemory> =>
      (opening ??= openSyncMemory(job, connection, options));
    const since = new ChangesOfRun({ ...options, feed }, async (saidBy) => {
      if (prune !== undefined) throw pruneOfChanges(saidBy);
      return fresh && (await openMemory()).ledger;
    });
    const { onChanges } = since;
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
    const kept = await KeptOfRun.of(command, job, ledger?.file, { ...options, feed });
    const bound = out !== undefined || planned !== undefined;
    const input = bound ? new InputHash() : undefined;
    const final = connection === undefined;
    const onOutage = (error: SequenzyError): void => {
      warn(withoutApi(error));
    };
    const untimed = await planCatalog(catalog, {
      ...{ ledger: known, rejections, signal, feed, final, full, prune },
      rate: rateOf(options.connection?.rate),
      storeUrl: options.storeUrl,
      watch: kept?.writer,
      isUndoable: options.undo !== false,
      tell,
      onRecord:
        input &&
        ((record) => {
          input.add(record);
        }),
      reading: client && { client, tell, warn, onOutage: final ? onOutage : undefined },
    });
    const plan = timed(untimed, connection);
    if (!signal.aborted) tell({ type: 'planned', kind: 'products', plan });
    const values = kept && (out ?? options.showChanges) ? await kept.read() : undefined;
    const changes =
      values && options.showChanges === true
        ? await listChanges(values, options.mostListed ?? mostListed)
        : undefined;
    if (changes !== undefined && !signal.aborted) tell({ type: 'changes', changes });
    const binding = input && (await bindingOf(plan, input, memory));
    if (plan.gone !== undefined && plan.gone.count > 0) warn(filesAreLost);
    const automations = dryRun ? await tellAutomations(firedBy(plan), client, job) : undefined;
    const beforeSending = async (): Promise<void> => kept?.keep();
    const means = connection &&
      ledger && { job, connection, ledger, feed, rejections, beforeSending };
    const drift = planned && binding && driftBetween(planned, binding);
    const carriedOut: CarriedOut =
      means && drift === undefined
        ? await carryOut(plan, catalog, options, means)
        : { refusal: drift ?? planRefusal(plan, catalog, options) };
    if (out !== undefined && binding && values && !carriedOut.refusal && !signal.aborted) {
      const createdAt = new Date(job.io.clock.now()).toISOString();
      await writePlan(out, planFileOf(plan, binding, { options, createdAt }), changesIn(values));
    }
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
    if (summary.status === 'completed') await since.remember(job);
    if (summary.status === 'completed' && ledger !== undefined && !catalog.dependsOnTime) {
      await ledger.close();
      await inputMemory?.remember(ledger.file, job.io.clock.now()).catch((error: unknown) => {
        warn(`What the server said of the input could not be kept: ${reasonOf(error)}.`);
      });
    }
    const more = { ...(automations && { automations }), ...(changes && { changes }) };
    return { summary, plan, rejects: rejections.listed, rejectsFiles, ...more };
  });
}

/** Changes that are told. */
const mostListed = 20;

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
