import { join } from 'node:path';
import type { Product } from 'sequenzy-commerce';
import { planMirror, type MirrorLedger } from 'sequenzy-commerce/mirror';
import type { FileLedger } from 'sequenzy-commerce/node';
import { connect, type Connection, type ConnectionOptions } from '../../connect/connection.ts';
import { rateOf } from '../../connect/schedule.ts';
import type { Job } from '../../job/job.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { asUserError } from '../../report/stop-reason.ts';
import { verdict, type CarriedOut } from '../../report/summarize.ts';
import { emptySummary, type Summary } from '../../report/summary.ts';
import type { UndoPlan } from '../../report/undo-plan.ts';
import { UserError } from '../../report/user-error.ts';
import { KeptFolder, passingFolder } from '../kept/kept-folder.ts';
import { KeptValues } from '../kept/kept-values.ts';
import { KeptWriter } from '../kept/kept-writer.ts';
import { openSyncMemory } from '../sync/sync-memory.ts';
import { findKept } from './find-kept.ts';
import { planUndo, type UndoInput } from './plan-undo.ts';
import { deleteCreated, sendBack } from './send-back.ts';
import { consentRefusal, restockRefusal } from './undo-guards.ts';

/** Options of `undoCatalog`. */
export interface UndoOptions {
  /** Id of the run, or the beginning of it. Default: the newest that can be undone. */
  readonly run?: string | undefined;
  /** Read and plan, but send nothing. */
  readonly dryRun?: boolean | undefined;
  /** Products and variants that may come back in stock. Default: any number. */
  readonly maxRestocks?: number | undefined;
  readonly concurrency?: number | undefined;
  /** Changes that the plan lists. Default: 20. */
  readonly mostListed?: number | undefined;
  readonly connection?: ConnectionOptions | undefined;
  /** Where what was sent is remembered. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
}

/** Products of the run are what was read; those that are as they were count as unchanged. */
export interface UndoReport extends Summary {
  readonly undo: UndoPlan;
}

/**
 * Brings back what a run of `syncCatalog` has changed: fields get their old values, products that it created are deleted,
 * and those that it deleted are created again. Stock comes back only where nothing else has changed it since. E-mail
 * that was sent stays sent. Started again after it was stopped or killed, it does what is left.
 *
 * @example
 *   await undoCatalog({ maxRestocks: 0 }, { decide: { undoRun: ({ restore }) => restore < 100 } });
 *
 * @throws {UserError} when there is nothing to undo, or what is stored cannot be read.
 */
export function undoCatalog(
  options: UndoOptions,
  surroundings: Surroundings = {},
): Promise<UndoReport> {
  const { dryRun = false, stateDir, connection: how = {} } = options;
  const summaryOf = (report: UndoReport): Summary => report;
  const recording = dryRun ? undefined : { command, stateDir, summaryOf };
  return withJob(recording, surroundings, async (job) => {
    const connection = job.run && (await connect(how, job));
    const reading = { files: [], stateDir, connection: how, showChanges: true };
    const { ledger, known, client, file } = await openSyncMemory(job, connection, reading);
    const folder = file === undefined ? undefined : new KeptFolder(file);
    const { run, laterRuns } = await findKept(folder, options.run);
    const kept = job.use(await KeptValues.open(folder?.fileOf(run) ?? ''));
    const { now, reads } = await readNow(kept, client, known, job);
    const input = { kept, now, ledger: known };
    const { mostListed: most = 20 } = options;
    const plan = await planUndo(input, { rate: rateOf(how.rate), reads, laterRuns, most });
    if (!job.signal.aborted) job.tell({ type: 'planned', kind: 'undo', plan });
    const means = connection && ledger && { connection, ledger };
    const carriedOut = await carryOut(plan, input, options, { job, means });
    job.tell({ type: 'settled' });
    const report = reportOf(plan, kept.size, carriedOut, {
      mode: dryRun ? 'dry-run' : 'sync',
      interrupted: job.signal.aborted,
    });
    if (report.status === 'completed') await folder?.markUndone(run);
    return { ...report, durationMs: job.durationMs, warnings: job.warnings };
  });
}

const command = 'catalog undo';

/** What is stored now of all that the run was about to change: one by one or by the list, whichever is fewer requests. */
async function readNow(
  kept: KeptValues,
  client: Connection['client'] | undefined,
  ledger: MirrorLedger | undefined,
  job: Job,
): Promise<{ readonly now: KeptValues; readonly reads: number }> {
  const { path } = job.use(await passingFolder());
  const watch = job.use(await KeptWriter.create(join(path, 'now.ndjson'), kept.header));
  const fetching = { from: 'Sequenzy', noun: 'product', limiter: client?.rateLimiter } as const;
  const plan = await planMirror(client, () => named(kept.keys()), {
    ...{ ledger, watch, isPart: true, full: true, signal: job.signal },
    onReading: () => {
      const { limiter, ...rest } = fetching;
      job.tell({ type: 'fetching', fetching: { ...rest, ...(limiter && { limiter }) } });
    },
  });
  job.tell({ type: 'settled' });
  job.signal.throwIfAborted();
  if (plan.stoppedBy !== undefined) throw asUserError(plan.stoppedBy);
  if (watch.unread !== undefined) throw unreadable();
  const now = job.use(await KeptValues.open(await watch.finish()));
  return { now, reads: plan.stock.requests };
}

function* named(productIds: Iterable<string>): Generator<Product> {
  for (const productId of productIds) yield { productId, title: productId };
}

function unreadable(): UserError {
  return new UserError(
    'permission',
    'The key may not read products, and what is stored now decides what has to be undone',
    'Use a key with products:read.',
    { exitCode: exitCodes.refused },
  );
}

interface Means {
  readonly job: Job;
  /** Undefined in a dry run. */
  readonly means: { readonly connection: Connection; readonly ledger: FileLedger } | undefined;
}

/** Guard, ask, send, delete. */
async function carryOut(
  plan: UndoPlan,
  input: UndoInput,
  options: UndoOptions,
  { job, means }: Means,
): Promise<CarriedOut> {
  if (job.signal.aborted) return {};
  const tooMany = restockRefusal(plan, options.maxRestocks);
  if (tooMany !== undefined || means === undefined) return { refusal: tooMany };
  if (plan.changes.count === 0) return {};
  const refusal = await consentRefusal(plan, job);
  if (refusal !== undefined) return { refusal };
  const delivery = await sendBack(plan, input, options, { job, ...means });
  if (delivery.stoppedBy !== undefined) return { delivery };
  return { delivery, pruned: await deleteCreated(plan, { job, ...means }) };
}

function reportOf(
  plan: UndoPlan,
  read: number,
  carriedOut: CarriedOut,
  how: { readonly mode: 'dry-run' | 'sync'; readonly interrupted: boolean },
): UndoReport {
  const { delivery, pruned } = carriedOut;
  const rejected = delivery?.records.rejected ?? 0;
  const summary = emptySummary({ command, ...verdict({ ...how, ...carriedOut, rejected }) }, []);
  const accepted = delivery?.records.accepted ?? 0;
  const unknown = (delivery?.records.unknown ?? 0) + (pruned?.unknown ?? 0);
  const { deleted = 0 } = pruned ?? {};
  const { unchanged } = plan;
  const notAttempted = read - accepted - unchanged - rejected - unknown - deleted;
  return {
    ...summary,
    records: { read, accepted, unchanged, rejected, unknown, notAttempted, deleted },
    requests: delivery?.requests ?? summary.requests,
    stock: { ...summary.stock, requests: plan.reads },
    backInStockEventsTriggered: delivery?.backInStockEventsTriggered ?? 0,
    undo: plan,
  };
}
