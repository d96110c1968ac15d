import { option, say, systemCode } from 'sequenzy-contract';
import type { DeliveryResult, Difference, Progress } from 'sequenzy-commerce';
import {
  carryOut as carryOutMirror,
  refusalOf,
  type CarriedOut as MirrorCarriedOut,
  type Deletion,
  type MaxDelete,
  type OpenSource,
} from 'sequenzy-commerce/mirror';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Connection } from '../../connect/connection.ts';
import { paceOf } from '../../connect/pace.ts';
import { consentOf } from '../../job/decisions.ts';
import type { Load } from '../../job/events.ts';
import type { Job } from '../../job/job.ts';
import { warnOnce } from '../../job/warnings.ts';
import { handOver } from '../../rejects/handed-over.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { Differences } from '../../report/differences.ts';
import { isTold, rejectOfOutcome } from '../../report/reject.ts';
import { stopReason, type StopReason } from '../../report/stop-reason.ts';
import type { CarriedOut, Pruned } from '../../report/summarize.ts';
import { refusalOfConsent, stopReasonOf, tooFewProducts } from './guards.ts';
import type { CatalogPlan } from './plan.ts';
import { skippedIn } from './skipped.ts';
import { unknownStock } from './unknown-stock.ts';

/** What may be deleted because it is gone from the source. */
export interface Prune {
  /** Default: 10%. */
  readonly maxDelete?: MaxDelete | undefined;
}

/** How a plan is carried out, and what must not happen. */
export interface SendingChoices {
  readonly concurrency?: number | undefined;
  /** Send what is unchanged all the same. */
  readonly full?: boolean | undefined;
  /** Requests to spend on finding bad records. Default: the SDK's. */
  readonly isolationBudget?: number | undefined;
  /** Products and variants that may come back in stock. Default: any number. */
  readonly maxRestocks?: number | undefined;
  /** Products the input must have: an export that broke off has fewer. Default: any number. */
  readonly minProducts?: number | undefined;
  /** Delete products that were sent before and are gone from the source. Default: they stay. */
  readonly prune?: Prune | undefined;
}

export interface Means {
  readonly job: Job;
  readonly connection: Connection;
  readonly ledger: FileLedger;
  /** Of what is sent; undefined: the default feed. */
  readonly feed: string | undefined;
  /** Only a part of the feed is sent. Default: all of it. */
  readonly isPart?: boolean;
  readonly rejections: Rejections;
  /** Done when nothing speaks against the plan any more, before anything is sent. */
  readonly beforeSending?: () => Promise<void>;
}

/** Guard, send, delete: each only when the one before it has nothing against it. */
export async function carryOut(
  plan: CatalogPlan,
  catalog: Pick<Catalog, 'records' | 'counts' | 'lacksPages' | 'prepared'>,
  options: SendingChoices,
  means: Means,
): Promise<CarriedOut> {
  const { job, connection, rejections, feed, isPart, ledger } = means;
  const { signal, tell, warn } = job;
  if (signal.aborted) return {};
  const refusal = planRefusal(plan, catalog, options) ?? (await consentRefusal(plan, job));
  if (refusal !== undefined) return { refusal };
  await means.beforeSending?.();
  const { concurrency, full = false, isolationBudget, maxRestocks } = options;
  const { client } = connection;
  const load: Load = { noun: plan.noun, records: plan.products, requests: plan.requests };
  const pace = paceOf(load.requests, connection);
  const differences = new Differences();
  const handed = handOver(catalog, rejections);
  const source: OpenSource = (leaveOut) =>
    handed.open(({ key }) => {
      leaveOut(key);
    });
  tell({ type: 'sending', sending: { load, pace, limiter: client.rateLimiter } });
  const carriedOut = await carryOutMirror(client, plan.mirror, source, {
    ...{ ledger, feed, isPart, full, signal },
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(isolationBudget === undefined ? {} : { isolationBudget }),
    ...(maxRestocks === undefined ? {} : { maxRestocks }),
    onOutcome: (outcome) => {
      if (!isTold(outcome)) return;
      const record = handed.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
    onProgress: (progress: Progress) => {
      tell({ type: 'progress', progress });
      job.progressed(progress, load, pace);
    },
    onWarning: warnOnce(warn),
    onDifference: (difference: Difference) => {
      differences.add(difference);
    },
    onDelivered: (delivery) => {
      throwBug(delivery);
      tell({ type: 'settled' });
      for (const sentence of differences.sentences()) warn(sentence);
      for (const sentence of unknownStock(delivery)) warn(sentence);
    },
    onDeletion: deletionListener(plan, means),
  });
  return reported(carriedOut, warn);
}

/** Why the plan must not be carried out, as far as nobody has to be asked. */
export function planRefusal(
  { mirror, gone }: CatalogPlan,
  catalog: Pick<Catalog, 'counts' | 'lacksPages'>,
  { maxRestocks, minProducts = 0, prune }: SendingChoices,
): StopReason | undefined {
  const { stoppedBy } = mirror;
  if (stoppedBy !== undefined && stoppedBy.code !== 'abort') return stopReason(stoppedBy);
  const { products } = catalog.counts;
  if (products < minProducts) return tooFewProducts(products, minProducts);
  const refusal = refusalOf(mirror, {
    maxRestocks,
    prune: prune !== undefined,
    archived: skippedIn(catalog),
    isIncomplete: catalog.lacksPages,
  });
  return refusal && stopReasonOf(refusal, gone?.known ?? 0);
}

async function consentRefusal({ gone }: CatalogPlan, job: Job): Promise<StopReason | undefined> {
  if (gone === undefined || gone.count === 0) return undefined;
  return refusalOfConsent(await consentOf(job.decide.deleteProducts?.(gone)), gone.count);
}

/** The spool on the disk can fail; anything else that is thrown while reading is a bug. */
function throwBug({ stoppedBy }: DeliveryResult): void {
  if (stoppedBy?.code === 'source' && systemCode(stoppedBy.cause) === undefined) {
    throw stoppedBy.cause;
  }
}

/** Tells how far the deleting has come, and of each product that is not deleted. */
function deletionListener({ gone }: CatalogPlan, { job, connection }: Means) {
  const { count = 0 } = gone ?? {};
  const load: Load = { noun: 'deletion', records: count, requests: count };
  let deleted = 0;
  return ({ status, reason = '' }: Deletion): void => {
    if (status === 'notAttempted') return;
    if (status === 'rejected') {
      job.warn(`A product that is gone was not deleted: ${reason}. Delete it in Sequenzy.`);
      return;
    }
    if (status === 'unknown') {
      job.warn(`It is not known whether a product that is gone was deleted: ${reason}.`);
      return;
    }
    deleted += 1;
    job.tell({ type: 'pruned', products: deleted, of: count });
    const records = { accepted: deleted, rejected: 0, unknown: 0 };
    const requests = { sent: deleted, retried: 0, rateLimited: 0 };
    job.progressed({ records, requests }, load, paceOf(load.requests, connection));
  };
}

function reported(
  { delivery, deletions, isPruneWithheld, stoppedBy }: MirrorCarriedOut,
  warn: Job['warn'],
): CarriedOut {
  if (isPruneWithheld) {
    warn(
      say`Nothing was deleted: ${option('prune')} needs a source without rejected or unknown records.`,
    );
  }
  if (deletions === undefined) return { delivery };
  const having = (...wanted: Deletion['status'][]): number =>
    deletions.filter(({ status }) => wanted.includes(status)).length;
  const pruned: Pruned = {
    // One that is not there any more counts as deleted.
    deleted: having('deleted', 'notFound'),
    rejected: having('rejected'),
    unknown: having('unknown'),
    stoppedBy: stoppedBy && stopReason(stoppedBy),
  };
  return { delivery, pruned };
}
