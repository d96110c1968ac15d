import { keptFields, type DeliveryResult } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Connection } from './connection.ts';
import { deliver } from './deliver.ts';
import { Differences } from './differences.ts';
import { refusalOf, refusalOfConsent } from './guards.ts';
import { paceOf } from './pace.ts';
import type { Plan } from './plan.ts';
import { unknownStock } from './unknown-stock.ts';
import { leftOutOf } from './prune/left-out.ts';
import type { Provenance } from './prune/provenance.ts';
import { pruneProducts, type Pruned } from './prune/prune.ts';
import type { Rejections } from './rejections.ts';
import type { Reached } from './run-progress.ts';
import type { StopReason } from './stop-reason.ts';
import type { Load, SyncListener } from './sync-listener.ts';
import type { SyncOptions } from './sync-options.ts';
import { warnOnce } from './warnings.ts';

/** What became of a plan. */
export interface CarriedOut {
  /** Why nothing was sent. */
  readonly refusal?: StopReason | undefined;
  readonly delivery?: DeliveryResult;
  readonly pruned?: Pruned;
}

export interface Means {
  readonly connection: Connection;
  readonly ledger: FileLedger;
  /** Absent where nothing came from Fanfare, and nothing does. */
  readonly provenance?: Provenance | undefined;
  readonly rejections: Rejections;
  readonly listener: SyncListener;
  readonly signal: AbortSignal;
  readonly warn: (sentence: string) => void;
  /** Told besides the listener, for those who watch from elsewhere. */
  readonly onProgress: (reached: Reached, load: Load) => void;
}

/** Guard, send, delete: each only when the one before it has nothing against it. */
export async function carryOut(
  plan: Plan,
  catalog: Pick<Catalog, 'records' | 'counts' | 'lacksPages' | 'variantFields'>,
  options: SyncOptions,
  means: Means,
): Promise<CarriedOut> {
  if (means.signal.aborted) return {};
  const refusal = planRefusal(plan, catalog, options) ?? (await consentRefusal(plan, means));
  if (refusal !== undefined) return { refusal };
  await means.provenance?.claim();
  const delivery = await send(plan, catalog, options, means);
  const { gone } = plan;
  if (gone === undefined || delivery.status === 'stopped') return { delivery };
  if (means.rejections.count > 0 || delivery.records.unknown > 0) {
    means.warn('Nothing was deleted: --prune needs a source without rejected or unknown records.');
    return { delivery };
  }
  means.listener.settled();
  const pruned = await pruneProducts(means.connection.client, gone, {
    ledger: means.ledger,
    signal: means.signal,
    onProgress: (deleted) => {
      means.listener.deleted(deleted, gone.count);
      means.onProgress(
        {
          records: { accepted: deleted, rejected: 0, unknown: 0 },
          requests: { sent: deleted, retried: 0, rateLimited: 0 },
        },
        { noun: 'deletion', records: gone.count, requests: gone.count },
      );
    },
    warn: means.warn,
  });
  return { delivery, pruned };
}

/** Why the plan must not be carried out, as far as nobody has to be asked. */
export function planRefusal(
  plan: Plan,
  catalog: Pick<Catalog, 'counts' | 'lacksPages'>,
  { maxRestocks, prune }: SyncOptions,
): StopReason | undefined {
  const source = {
    found: catalog.counts.records + leftOutOf(catalog),
    lacksPages: catalog.lacksPages,
  };
  return refusalOf(plan, source, { maxRestocks, prune: prune !== undefined });
}

async function consentRefusal(
  { gone }: Plan,
  { listener }: Means,
): Promise<StopReason | undefined> {
  if (gone === undefined || gone.count === 0) return undefined;
  return refusalOfConsent(await listener.mayDelete(gone), gone.count);
}

async function send(
  plan: Plan,
  catalog: Pick<Catalog, 'records' | 'variantFields'>,
  { concurrency, full, isolationBudget, maxRestocks }: SyncOptions,
  { connection, ledger, rejections, listener, signal, warn, onProgress }: Means,
): Promise<DeliveryResult> {
  const differences = new Differences();
  const { stock } = plan;
  const requests = plan.requests + stock.requests;
  const load: Load = { noun: plan.noun, records: plan.products, requests };
  const { client } = connection;
  listener.sending({ load, pace: paceOf(load.requests, connection), limiter: client.rateLimiter });
  const delivery = await deliver(client, catalog, {
    ledger,
    full,
    signal,
    rejections,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(isolationBudget === undefined ? {} : { isolationBudget }),
    ...(maxRestocks === undefined ? {} : { maxRestocks }),
    stockReads: {
      products: stock.products,
      stored: ledger.size,
      keep: keptFields.filter((name) => !catalog.variantFields.has(name)),
    },
    onProgress: ({ records, requests: sending, stock: reading }) => {
      const sent = sending.sent + reading.requests;
      const reached = { records, requests: { ...sending, sent } };
      listener.progressed(reached);
      onProgress(reached, load);
    },
    onWarning: warnOnce(warn),
    onDifference: (difference) => {
      differences.add(difference);
    },
  });
  listener.settled();
  for (const sentence of differences.sentences()) warn(sentence);
  for (const sentence of unknownStock(delivery)) warn(sentence);
  return delivery;
}
