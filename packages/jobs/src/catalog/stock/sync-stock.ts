import type { DeliveryOptions, DeliveryResult } from 'sequenzy-commerce';
import { planStock, updateStock } from 'sequenzy-commerce/stock';
import type { StockFeed, StockRecord } from 'sequenzy-sources';
import type { Load } from '../../job/events.ts';
import type { Reached } from '../../job/run-progress.ts';
import type { Connection } from '../../connect/connection.ts';
import { Differences } from '../../report/differences.ts';
import { stopReasonOf } from '../plan/guards.ts';
import { HandedOver } from '../../rejects/handed-over.ts';
import { isTold, rejectOfFaults, rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { timeAtLimit } from '../../connect/schedule.ts';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { StopReason } from '../../report/stop-reason.ts';
import { knownOnly } from './known-only.ts';
import { warnOnce } from '../../job/warnings.ts';
import { levelsOf } from './levels.ts';
import { noStockToRead, type Plan } from '../../report/plan.ts';

/** How a stock feed is carried out. */
export interface StockRun {
  readonly connection: Connection;
  /** Undefined in a dry run. */
  readonly ledger: FileLedger | undefined;
  readonly rejections: Rejections;
  readonly signal: AbortSignal;
  readonly concurrency: number | undefined;
  readonly maxRestocks: number | undefined;
  readonly onPlan: (plan: Plan) => void;
  readonly onProgress: (reached: Reached, load: Load) => void;
  readonly warn: (sentence: string) => void;
}

export interface StockCarriedOut {
  /** Undefined where nothing asked for one. */
  readonly plan: Plan | undefined;
  readonly delivery?: DeliveryResult;
  readonly refusal?: StopReason | undefined;
}

/** Plan where that is asked for, guard, send. Both plan and send read the products at the API. */
export async function syncStock(feed: StockFeed, run: StockRun): Promise<StockCarriedOut> {
  const { ledger, maxRestocks } = run;
  const isPlanned = ledger === undefined || maxRestocks !== undefined;
  const plan = isPlanned ? await planFeed(feed, run, ledger === undefined) : undefined;
  if (plan !== undefined && !run.signal.aborted) run.onPlan(plan);
  const refusal = plan && tooManyRestocks(plan, maxRestocks);
  if (refusal !== undefined || ledger === undefined) return { plan, refusal };
  return { plan, delivery: await send(feed, ledger, run) };
}

function tooManyRestocks(
  { restocks: { products, variants } }: Plan,
  allowed = Infinity,
): StopReason | undefined {
  const found = products + variants;
  if (found <= allowed) return undefined;
  return stopReasonOf({ code: 'max-restocks', found, allowed }, 0);
}

async function planFeed(
  feed: StockFeed,
  { connection: { client, rate }, rejections, signal }: StockRun,
  final: boolean,
): Promise<Plan> {
  const { result, faulty } = await through(feed, rejections, final, (levels, onOutcome) =>
    planStock(client, levels, { signal, onOutcome }),
  );
  const { records, requests, changes } = result;
  return {
    noun: 'row',
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent, rate),
    requestsPerMinute: rate?.perMinute,
    created: 0,
    changed: records.accepted,
    unchanged: records.unchanged,
    rejected: records.rejected + faulty,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    stock: noStockToRead,
    withoutPage: 0,
    canMakePages: false,
    gone: undefined,
  };
}

async function send(
  feed: StockFeed,
  ledger: FileLedger,
  { connection, rejections, signal, concurrency, maxRestocks, warn, onProgress }: StockRun,
): Promise<DeliveryResult> {
  const differences = new Differences();
  const options: DeliveryOptions = {
    signal,
    ledger: knownOnly(ledger),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(maxRestocks === undefined ? {} : { maxRestocks }),
    onWarning: warnOnce(warn),
    onDifference: (difference) => {
      differences.add(difference);
    },
    onProgress: ({ records: { accepted, unchanged, rejected, unknown }, requests }) => {
      const records = { accepted: accepted + unchanged, rejected, unknown };
      onProgress({ records, requests }, { noun: 'row', records: feed.counts.rows, requests: 0 });
    },
  };
  const { result } = await through(feed, rejections, true, (levels, onOutcome) =>
    updateStock(connection.client, levels, { ...options, onOutcome }),
  );
  for (const sentence of differences.sentences()) warn(sentence);
  return result;
}

type Levels = Parameters<typeof updateStock>[1];

/** Hands the rows over; rejects them only when this is the last time they are gone through. */
async function through(
  feed: StockFeed,
  rejections: Rejections,
  final: boolean,
  work: (
    levels: Levels,
    onOutcome: NonNullable<DeliveryOptions['onOutcome']>,
  ) => Promise<DeliveryResult>,
): Promise<{ readonly result: DeliveryResult; readonly faulty: number }> {
  const handed = new HandedOver<StockRecord>();
  let faulty = 0;
  const reject = (record: StockRecord): void => {
    faulty += 1;
    if (final) rejections.add(record, rejectOfFaults(record));
  };
  const result = await work(levelsOf(feed, handed, rejections, reject), (outcome) => {
    if (!final || !isTold(outcome)) return;
    const record = handed.recordOf(outcome);
    rejections.add(record, rejectOfOutcome(record, outcome));
  });
  return { result, faulty };
}
