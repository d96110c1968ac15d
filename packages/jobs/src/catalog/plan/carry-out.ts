import type { DeliveryResult, Difference, Progress } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Connection } from '../../connect/connection.ts';
import { deliver } from './deliver.ts';
import { Differences } from '../../report/differences.ts';
import { refusalOf, refusalOfConsent } from './guards.ts';
import { paceOf } from '../../connect/pace.ts';
import type { Plan } from '../../report/plan.ts';
import { unknownStock } from './unknown-stock.ts';
import { skippedIn } from '../prune/skipped.ts';
import type { Feed } from '../../memory/feed.ts';
import { pruneProducts } from '../prune/prune.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { stopReason, type StopReason } from '../../report/stop-reason.ts';
import type { Job } from '../../job/job.ts';
import { consentOf } from '../../job/decisions.ts';
import type { CarriedOut } from '../../report/summarize.ts';
import type { Prune } from '../prune/max-delete.ts';
import { warnOnce } from '../../job/warnings.ts';
import type { Load } from '../../job/events.ts';
import { option, say } from 'sequenzy-contract';

/** How a plan is carried out, and what must not happen. */
export interface SendingChoices {
  readonly concurrency?: number | undefined;
  /** Send what is unchanged all the same. */
  readonly full?: boolean | undefined;
  /** Requests to spend on finding bad records. Default: the SDK's. */
  readonly isolationBudget?: number | undefined;
  /** Products and variants that may come back in stock. Default: any number. */
  readonly maxRestocks?: number | undefined;
  /** Delete products that were sent before and are gone from the source. Default: they stay. */
  readonly prune?: Prune | undefined;
}

export interface Means {
  readonly job: Job;
  readonly connection: Connection;
  readonly ledger: Pick<FileLedger, 'read' | 'write' | 'verify'>;
  /** Of what is sent. */
  readonly feed: Feed;
  readonly rejections: Rejections;
}

/** Guard, send, delete: each only when the one before it has nothing against it. */
export async function carryOut(
  plan: Plan,
  catalog: Pick<Catalog, 'records' | 'counts' | 'lacksPages'>,
  options: SendingChoices,
  means: Means,
): Promise<CarriedOut> {
  const { job, ledger, rejections } = means;
  const { signal, warn } = job;
  if (signal.aborted) return {};
  const refusal = planRefusal(plan, catalog, options) ?? (await consentRefusal(plan, job));
  if (refusal !== undefined) return { refusal };
  await means.feed.claim(catalog, ledger);
  const delivery = await send(plan, catalog, options, means);
  const { gone } = plan;
  if (gone === undefined || delivery.status === 'stopped') return { delivery };
  if (rejections.count > 0 || delivery.records.unknown > 0) {
    warn(
      say`Nothing was deleted: ${option('prune')} needs a source without rejected or unknown records.`,
    );
    return { delivery };
  }
  job.tell({ type: 'settled' });
  const load: Load = { noun: 'deletion', records: gone.count, requests: gone.count };
  const pruned = await pruneProducts(means.connection.client, gone, {
    ...{ ledger, signal, warn },
    onProgress: (deleted) => {
      job.tell({ type: 'pruned', products: deleted, of: gone.count });
      const records = { accepted: deleted, rejected: 0, unknown: 0 };
      const requests = { sent: deleted, retried: 0, rateLimited: 0 };
      job.progressed({ records, requests }, load, paceOf(load.requests, means.connection));
    },
  });
  return { delivery, pruned };
}

/** Why the plan must not be carried out, as far as nobody has to be asked. */
export function planRefusal(
  plan: Plan,
  catalog: Pick<Catalog, 'counts' | 'lacksPages'>,
  { maxRestocks, prune }: SendingChoices,
): StopReason | undefined {
  if (plan.stoppedBy !== undefined) return stopReason(plan.stoppedBy);
  const source = {
    found: catalog.counts.records + skippedIn(catalog),
    lacksPages: catalog.lacksPages,
  };
  return refusalOf(plan, source, { maxRestocks, prune: prune !== undefined });
}

async function consentRefusal({ gone }: Plan, { decide }: Job): Promise<StopReason | undefined> {
  if (gone === undefined || gone.count === 0) return undefined;
  return refusalOfConsent(await consentOf(decide.deleteProducts?.(gone)), gone.count);
}

async function send(
  plan: Plan,
  catalog: Pick<Catalog, 'records'>,
  { concurrency, full = false, isolationBudget, maxRestocks }: SendingChoices,
  { job, connection, ledger, feed: { name: feed }, rejections }: Means,
): Promise<DeliveryResult> {
  const { tell, signal, warn } = job;
  const differences = new Differences();
  const { reads } = plan.stock;
  const load: Load = { noun: plan.noun, records: plan.products, requests: plan.requests };
  const { client } = connection;
  const pace = paceOf(load.requests, connection);
  tell({ type: 'sending', sending: { load, pace, limiter: client.rateLimiter } });
  const options = {
    ledger,
    full,
    signal,
    rejections,
    ...(feed === undefined ? {} : { feed }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(isolationBudget === undefined ? {} : { isolationBudget }),
    ...(maxRestocks === undefined ? {} : { maxRestocks }),
    ...(reads && { stockReads: reads }),
    onProgress: (progress: Progress) => {
      tell({ type: 'progress', progress });
      job.progressed(progress, load, pace);
    },
    onWarning: warnOnce(warn),
    onDifference: (difference: Difference) => {
      differences.add(difference);
    },
  };
  const delivery = plan.settled ?? (await deliver(client, catalog, options));
  tell({ type: 'settled' });
  for (const sentence of differences.sentences()) warn(sentence);
  for (const sentence of unknownStock(delivery)) warn(sentence);
  return delivery;
}
