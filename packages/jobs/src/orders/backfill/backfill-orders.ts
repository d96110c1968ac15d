import { shownFile } from 'sequenzy-sources/address';
import { reasonOf } from 'sequenzy-contract';
import type { Automations } from '../../report/automations.ts';
import { tellAutomations } from '../../automations/tell-automations.ts';
import { firedBy, sayUnreachable } from './fired-events.ts';
import { ChangesOfRun } from '../../memory/changes-of-run.ts';
import { MappingMemory } from '../../memory/mapping-memory.ts';
import type { BackfillOptions } from 'sequenzy-commerce/backfill';
import type { FileLedger } from 'sequenzy-commerce/node';
import { connect, type Connection } from '../../connect/connection.ts';
import { timed } from '../../connect/pace.ts';
import { rateOf } from '../../connect/schedule.ts';
import { demandFiles, openOrders } from '../../input/records/open-records.ts';
import { around, type Job } from '../../job/job.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { connectToPlan } from '../../memory/connect-to-plan.ts';
import { openMemory, openMemoryToRead } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import type { Reject } from '../../report/reject.ts';
import type { HistoryShape } from '../history/history-shape.ts';
import { OrderHistory } from '../history/order-history.ts';
import { totalsOfChanges, withRejects } from '../history/partial-history.ts';
import { totalsOptions } from '../totals/totals-settings.ts';
import {
  erasedWarnings,
  knownOrderWarnings,
  neverSentWarnings,
  warningsOf,
} from '../totals/warnings.ts';
import { passedOf, requireCompatible, type BackfillRunOptions } from './backfill-options.ts';
import { boundedPace } from './bounded-pace.ts';
import { loadOf, planOrders } from './orders-plan.ts';
import { summarizeOrders, type OrdersSummary } from './orders-summary.ts';
import { holdWarnings, planWarnings } from './plan-warnings.ts';
import { holdPlanOf } from '../hold/hold.ts';
import { leftPaused, requireReadable, whileHeld } from '../hold/held-run.ts';
import { say } from 'sequenzy-contract';
import { sendOrders } from './send-orders.ts';

export interface BackfillReport {
  readonly summary: OrdersSummary;
  readonly plan: OrdersPlan;
  readonly rejects: readonly Reject[];
  /** Every rejects file that was written, `summary.rejectsFile` first. */
  readonly rejectsFiles: readonly string[];
  /** How the orders of the files lie in time and among customers. */
  readonly history: HistoryShape;
  /** What the orders would start; only of a dry run that could ask. */
  readonly automations?: Automations;
}

/**
 * Sends a history of orders, each with its customer's lifetime totals. Without `decide.sendOrders` nothing is sent,
 * because every order can start automations.
 *
 * @example
 *   const decide = { sendOrders: () => true };
 *   await backfillOrders({ files: ['orders.csv'], totals: 'computed' }, { decide });
 */
export function backfillOrders(
  options: BackfillRunOptions,
  surroundings: Surroundings = {},
): Promise<BackfillReport> {
  const { dryRun = false, stateDir, connection: how = {} } = options;
  const mode = dryRun ? 'dry-run' : 'sync';
  const passed = passedOf(options);
  const command = 'orders backfill';
  const summaryOf = ({ summary }: BackfillReport): OrdersSummary => summary;
  const recording = dryRun ? undefined : { command, stateDir, summaryOf };
  return withJob(recording, surroundings, async (job) => {
    const { run, io, decide, signal, warn } = job;
    requireCompatible(options);
    await demandFiles(options, job);
    const connection = run && (await connect(how, job));
    const target = await chosenTarget({ ...options, sends: !dryRun }, decide);
    const planning = dryRun ? await connectToPlan(how, job, sayUnreachable(job)) : undefined;
    let opening: Promise<FileLedger | undefined> | undefined;
    const ledgerOnce = (): Promise<FileLedger | undefined> =>
      (opening ??= openLedger(job, options, connection, planning?.company));
    const changes = new ChangesOfRun(options, async () => connection && ledgerOnce());
    const { onChanges } = changes;
    const live = { onChanges, wantedSince: wantedOf(options), isFresh: options.full };
    const orders = job.use(await openOrders({ ...options, ...live }, job));
    const { files, map } = options;
    const mappings = run && new MappingMemory({ folder: run.folder, kind: 'orders', files });
    await mappings?.refuseChanges(orders);
    job.tell({ type: 'opened', kind: 'orders', input: orders });
    const rejections = new Rejections(
      options.mostListed,
      target && new RejectsWriter(orders, target),
    );
    const history = await OrderHistory.of(orders, rejections);
    const totals = await totalsOptions(options, orders, history, { io, ask: decide.chooseTotals });
    if (changes.saidBy !== undefined && totals.totals === 'computed' && !options.partialHistory) {
      throw totalsOfChanges(changes.saidBy);
    }
    const ledger = await ledgerOnce();
    await history.recall(ledger);
    const settings: BackfillOptions = {
      ...{ ...passed, ...totals, signal },
      ...(ledger === undefined ? {} : { ledger }),
    };
    const final = connection === undefined;
    const rate = final ? rateOf(how.rate) : connection.rate;
    const orRejects = async <Result>(work: Promise<Result>): Promise<Result> =>
      work.catch(async (error: unknown) => {
        throw withRejects(error, await rejections.close(warn));
      });
    const planned = await orRejects(planOrders(history, settings, { rate, rejections, final }));
    const plan = timed(planned, connection);
    for (const sentence of warningsOf(plan, history, totals)) warn(sentence);
    for (const sentence of [...knownOrderWarnings(plan, history), ...planWarnings(plan, final)]) {
      warn(sentence);
    }
    for (const sentence of [...neverSentWarnings(history), ...erasedWarnings(history)]) {
      warn(sentence);
    }
    const rule = totals.totalsRule;
    if (!signal.aborted) job.tell({ type: 'planned', kind: 'orders', plan, rule });
    const client = (connection ?? planning?.connection)?.client;
    const holdPlan = holdPlanOf(options);
    const automations =
      dryRun || holdPlan !== undefined
        ? await tellAutomations(firedBy(plan), client, job, holdPlan)
        : undefined;
    if (!dryRun && automations !== undefined) requireReadable(automations);
    for (const sentence of holdWarnings(plan, holdPlan)) warn(sentence);
    const pace = connection && boundedPace(loadOf(plan).requests, passed, connection, io.clock);
    const means = connection && pace && { job, connection, pace, rejections };
    const held = means &&
      ledger && { client: connection.client, ledger, job, options, automations };
    const { result: sent, released } = held
      ? await whileHeld(held, (hold) =>
          orRejects(sendOrders(plan, history, settings, { ...means, hold })),
        )
      : { result: {}, released: undefined };
    const stillPaused = released && leftPaused(released);
    if (stillPaused !== undefined) warn(say`${stillPaused.problem}.`);
    job.tell({ type: 'settled' });
    if (sent.refusal === undefined) {
      await mappings?.remember(orders, { map, files }).catch((error: unknown) => {
        warn(`The mapping could not be kept for the next run: ${reasonOf(error)}.`);
      });
    }
    const rejectsFiles = await rejections.close(warn);
    const summary = summarizeOrders({
      ...{ mode, orders, plan, released, stillPaused, ...sent },
      files: options.files.map(shownFile),
      ...{ neverSent: history.neverSent, erased: history.erased },
      full: passed.full === true,
      rejected: rejections.count,
      interrupted: signal.aborted,
      deadline: passed.deadline,
      durationMs: job.durationMs,
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...job.warnings, ...orders.warnings],
    });
    // What a filter has left out would not be read again.
    const isFiltered = [options.since, options.until, options.status].some(
      (filter) => filter !== undefined,
    );
    if (summary.status === 'completed' && !isFiltered) await changes.remember(job);
    const automated = automations && { automations };
    const told = { rejects: rejections.listed, rejectsFiles, history: history.shape };
    return { summary, plan, ...told, ...automated };
  });
}

/** Computed totals are those of all orders, also of those that are not sent. */
function wantedOf({
  since,
  totals,
  totalsFrom,
  partialHistory,
}: BackfillRunOptions): Date | undefined {
  const isPart = totals === 'none' || totalsFrom !== undefined || partialHistory === true;
  return isPart ? since : undefined;
}

/** To be written, or in a dry run to be looked at. */
async function openLedger(
  job: Job,
  { connection: options = {}, stateDir, openElsewhere }: BackfillRunOptions,
  connection: Connection | undefined,
  company: string | undefined,
): Promise<FileLedger | undefined> {
  if (connection !== undefined && job.run !== undefined) {
    const request = { ...memoryRequest(job, options, job.run), openElsewhere };
    return job.use(await openMemory(connection, request, 'orders'));
  }
  const known = company === undefined ? options : { ...options, company };
  const ledger = await openMemoryToRead(
    stateDir,
    { ...around(job), options: known, openElsewhere },
    'orders',
  );
  return ledger && job.use(ledger);
}
