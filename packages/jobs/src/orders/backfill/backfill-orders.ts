import type { BackfillOptions } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import { connect, type Connection } from '../../connect/connection.ts';
import { openMemory, openMemoryToRead } from '../../memory/memory.ts';
import type { Reject } from '../../report/reject.ts';
import { timed } from '../../connect/pace.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { chosenTarget } from '../../rejects/chosen-target.ts';
import { RejectsWriter } from '../../rejects/rejects-writer.ts';
import { rateOf } from '../../connect/schedule.ts';
import { shownFile } from '../../input/shown-file.ts';
import type { RecordedRun } from '../../runs/recorded.ts';
import { boundedPace } from './bounded-pace.ts';
import type { BackfillRunOptions } from './backfill-run-options.ts';
import { totalsOptions } from '../totals/backfill-totals.ts';
import { openOrderFiles } from '../../input/order-choices.ts';
import { OrderHistory } from '../history/order-history.ts';
import type { OrdersListener } from './orders-listener.ts';
import { loadOf, planOrders, type OrdersPlan } from './orders-plan.ts';
import { summarizeOrders, type OrdersSummary } from './orders-summary.ts';
import { withRejects } from '../history/partial-history.ts';
import { sendOrders, type SentOrders } from './send-orders.ts';
import { ToldProgress } from './told-progress.ts';
import { planWarnings } from './plan-warnings.ts';
import { knownOrderWarnings, neverSentWarnings, warningsOf } from '../totals/warnings.ts';
import { Warnings } from '../../job/warnings.ts';
import { closeRejects } from '../../rejects/close-rejects.ts';
import type { OnWatched } from '../../job/sync-listener.ts';

export interface BackfillReport {
  readonly summary: OrdersSummary;
  readonly plan: OrdersPlan;
  readonly rejects: readonly Reject[];
  /** Every rejects file that was written, `summary.rejectsFile` first. */
  readonly rejectsFiles: readonly string[];
}

export interface BackfillSurroundings {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: OrdersListener;
  /** Only where something is sent. */
  readonly run?: RecordedRun;
}

/** One run: connect, read, choose the totals, remember, plan, ask, send, report. */
export async function backfillOrders(
  options: BackfillRunOptions,
  { io, secrets, listener, run }: BackfillSurroundings,
): Promise<BackfillReport> {
  const startedAt = io.clock.monotonic();
  const { mode, input } = options;
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection =
    run && (await connect(options.connection, { ...around, hooks: listener.hooks }));
  const target = await chosenTarget({ mode, rejects: options.rejects, ...input }, listener);
  const orders = await openOrderFiles(input, io, listener.chooseSource);
  let ledger: FileLedger | undefined;
  try {
    listener.opened(orders);
    const writer = target && new RejectsWriter(orders, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    const history = await OrderHistory.of(orders, rejections);
    const ask = () => listener.chooseTotals();
    const totals = await totalsOptions(options, orders, history, { io, ask });
    const onWatched = listener.watched;
    const folder = run?.folder;
    ledger = await openLedger(options, { ...around, connection, folder, onWatched });
    await history.recall(ledger);
    const settings: BackfillOptions = {
      ...options.passed,
      ...totals,
      signal,
      ...(ledger === undefined ? {} : { ledger }),
    };
    const rate = connection === undefined ? rateOf(options.connection.rate) : connection.rate;
    const final = connection === undefined;
    const planned = await planOrders(history, settings, { rate, rejections, final }).catch(
      async (error: unknown) => {
        throw withRejects(error, await closeRejects(writer, warn));
      },
    );
    const plan = timed(planned, connection);
    for (const sentence of warningsOf(plan, history, totals)) warn(sentence);
    for (const sentence of [...knownOrderWarnings(plan, history), ...planWarnings(plan, final)]) {
      warn(sentence);
    }
    for (const sentence of neverSentWarnings(history)) warn(sentence);
    if (!signal.aborted) listener.planned(plan, totals.totalsRule);
    let sent: SentOrders = {};
    if (connection !== undefined && run !== undefined) {
      const pace = boundedPace(plan.requests, options.passed, connection, io.clock);
      const told = new ToldProgress(run, loadOf(plan), pace, io.clock);
      const means = { connection, pace, rejections, listener, signal, told, warn };
      sent = await sendOrders(plan, history, settings, means).catch(async (error: unknown) => {
        throw withRejects(error, await closeRejects(writer, warn));
      });
    }
    listener.settled();
    const rejectsFiles = await closeRejects(writer, warn);
    const summary = summarizeOrders({
      mode,
      files: input.files.map(shownFile),
      orders,
      neverSent: history.neverSent,
      plan,
      ...sent,
      full: options.passed.full === true,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...orders.warnings],
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    listener.settled();
    await orders.close();
    await ledger?.close();
  }
}

interface Remembering {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly warn: (sentence: string) => void;
  readonly connection: Connection | undefined;
  readonly folder: string | undefined;
  readonly onWatched: OnWatched;
}

async function openLedger(
  { connection: options, stateDir }: BackfillRunOptions,
  { connection, folder, ...around }: Remembering,
): Promise<FileLedger | undefined> {
  if (connection === undefined || folder === undefined) {
    return openMemoryToRead(stateDir, { ...around, options }, 'orders');
  }
  const signal = around.io.interruption;
  return openMemory(connection, { ...around, options, folder, signal }, 'orders');
}
