import type { DeliveryResult, Product } from 'sequenzy-commerce';
import { deleteEach, keepingFeeds } from 'sequenzy-commerce/mirror';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Connection } from '../../connect/connection.ts';
import { paceOf } from '../../connect/pace.ts';
import type { Load } from '../../job/events.ts';
import type { Job } from '../../job/job.ts';
import { warnOnce } from '../../job/warnings.ts';
import { stopReason } from '../../report/stop-reason.ts';
import type { Pruned } from '../../report/summarize.ts';
import type { UndoPlan } from '../../report/undo-plan.ts';
import { restorations, type UndoInput } from './plan-undo.ts';

/** What an undo is sent with. */
export interface UndoMeans {
  readonly job: Job;
  readonly connection: Connection;
  readonly ledger: FileLedger;
}

interface Bounds {
  readonly concurrency?: number | undefined;
  readonly maxRestocks?: number | undefined;
}

/** Sends the products that get their values back, and those that are created again. */
export async function sendBack(
  plan: UndoPlan,
  input: UndoInput,
  { concurrency, maxRestocks }: Bounds,
  { job, connection, ledger }: UndoMeans,
): Promise<DeliveryResult> {
  const { tell, warn, signal } = job;
  const records = plan.restore + plan.create;
  const load: Load = { noun: 'product', records, requests: plan.requests - plan.delete.length };
  const pace = paceOf(load.requests, connection);
  const { feed } = input.kept.header;
  tell({ type: 'sending', sending: { load, pace, limiter: connection.client.rateLimiter } });
  const delivery = await connection.client.products.sync(productsOf(input), {
    // The feed that a product is known from stays; what is created again comes from that of the run.
    ...{ ledger: keepingFeeds(ledger), full: true, signal },
    ...(feed !== undefined && { feed }),
    ...(concurrency !== undefined && { concurrency }),
    ...(maxRestocks !== undefined && { maxRestocks }),
    onWarning: warnOnce(warn),
    onOutcome: (outcome) => {
      if (outcome.status !== 'rejected') return;
      const reasons = outcome.reasons.map(({ path, message }) => `${path} ${message}`.trim());
      warn(`${outcome.key ?? 'A product'} is not as it was: ${reasons.join('; ')}.`);
    },
    onProgress: (progress) => {
      tell({ type: 'progress', progress });
      job.progressed(progress, load, pace);
    },
  });
  tell({ type: 'settled' });
  return delivery;
}

async function* productsOf(input: UndoInput): AsyncGenerator<Product> {
  for await (const { restoration } of restorations(input)) {
    if (restoration.act === 'restore' || restoration.act === 'create') yield restoration.product;
  }
}

/** Deletes what the run has created. */
export async function deleteCreated(
  plan: UndoPlan,
  { job, connection, ledger }: UndoMeans,
): Promise<Pruned> {
  let done = 0;
  const { products, stoppedBy } = await deleteEach(connection.client, plan.delete, {
    ...{ ledger, signal: job.signal },
    onDone: () => {
      done += 1;
      job.tell({ type: 'pruned', products: done, of: plan.delete.length });
    },
  });
  const having = (...wanted: (typeof products)[number]['status'][]): number =>
    products.filter(({ status }) => wanted.includes(status)).length;
  return {
    deleted: having('deleted', 'notFound'),
    rejected: having('rejected'),
    unknown: having('unknown'),
    stoppedBy: stoppedBy && stopReason(stoppedBy),
  };
}
