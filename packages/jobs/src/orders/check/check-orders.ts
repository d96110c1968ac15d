import { shownFile } from 'sequenzy-sources/address';
import { inspectOrders, type Orders, type OrdersInspection } from 'sequenzy-sources';
import type { Damage } from '../../catalog/check/damage.ts';
import { fixTarget } from '../../catalog/check/fix-target.ts';
import { inspect } from '../../catalog/check/inspect.ts';
import { failedEnd, orDamage, withDamage } from '../../catalog/check/verdict.ts';
import { CatalogProducts } from '../../input/catalog-products.ts';
import { openChosen } from '../../input/choose-source.ts';
import { named, orRefuse } from '../../input/open-input.ts';
import { ordersOptionsOf, type OrderChoices } from '../../input/order-choices.ts';
import { openOrders } from '../../input/records/open-records.ts';
import type { LiveInput } from '../../input/records/record-choices.ts';
import type { Job } from '../../job/job.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { rejectOfFaults, type Reject } from '../../report/reject.ts';
import { interruption } from '../../report/stop-reason.ts';
import { UserError } from '../../report/user-error.ts';
import { emptyOrders } from '../backfill/empty-orders.ts';
import type { CheckedOrders } from '../backfill/orders-summary.ts';
import { findUnknownProducts } from './unknown-products.ts';

export interface CheckOrdersOptions extends OrderChoices, LiveInput {
  /** Path of a file to write with every repair that is certain. */
  readonly fix?: string | undefined;
  /** Rejects the report lists; the others are only counted. Default: 20. */
  readonly mostListed?: number | undefined;
  /** Findings of a kind the report lists; the others are only counted. Default: 20. */
  readonly mostFound?: number | undefined;
}

export interface CheckOrdersReport {
  readonly summary: CheckedOrders;
  readonly damage: Damage;
  readonly rejects: readonly Reject[];
}

/**
 * Looks order files over for damage, reads them as a backfill would, and looks their products up in a catalog.
 *
 * @example
 *   const { summary, damage } = await checkOrders({ files: ['orders.csv'] });
 */
export function checkOrders(
  { fix, mostListed, mostFound, ...input }: CheckOrdersOptions,
  surroundings: Surroundings = {},
): Promise<CheckOrdersReport> {
  return withJob(undefined, surroundings, async (job) => {
    const { io, decide, signal } = job;
    const { files, catalog: file } = input;
    const target = await fixTarget({ files, fix, others: [file] }, decide);
    const products = file === undefined ? undefined : await CatalogProducts.open(file, input, io);
    if (products !== undefined) job.use(products);
    const isFiles = input.live === undefined;
    const inspection = isFiles ? job.use(await inspectInput(input, job)) : undefined;
    const damage = await inspect(inspection, { files, target, mostFound }, io);
    const looked = inspection?.needsCatalog && products ? { catalog: products.valid() } : {};
    const opening = inspection?.orders(looked) ?? openOrders(input, job);
    const orders = await orDamage(orRefuse(io, opening), damage);
    if (orders instanceof UserError) {
      const summary = emptyOrders(failedEnd('orders check', orders), files.map(shownFile));
      return { summary, damage, rejects: [] };
    }
    job.use(orders);
    job.tell({ type: 'opened', kind: 'orders', input: orders });
    const rejections = new Rejections(mostListed, undefined);
    await lookUp(orders, products, damage, rejections, signal);
    const shown = files.map(shownFile);
    const summary = summarize(orders, shown, rejections.count, job.durationMs, signal);
    return { summary: withDamage(summary, damage), damage, rejects: rejections.listed };
  });
}

async function inspectInput(input: OrderChoices, { io, decide }: Job): Promise<OrdersInspection> {
  const { files, from } = input;
  const reading = await ordersOptionsOf(input, io);
  return openChosen(io, (said) => inspectOrders(files, { ...reading, ...said }), {
    chosen: named(from),
    decide,
  });
}

/** One pass over the records: the faulty ones are rejected, the products of the others looked up. */
async function lookUp(
  orders: Orders,
  products: CatalogProducts | undefined,
  { findings }: Damage,
  rejections: Rejections,
  signal: AbortSignal,
): Promise<void> {
  const ids = await products?.ids();
  for await (const record of orders.records()) {
    if (signal.aborted) return;
    if (record.order === undefined) rejections.add(record, rejectOfFaults(record));
    else if (ids !== undefined) await findUnknownProducts(record, orders, ids, findings);
  }
}

function summarize(
  { counts, recognition, source, warnings }: Orders,
  files: readonly string[],
  rejected: number,
  durationMs: number,
  { aborted }: AbortSignal,
): CheckedOrders {
  const { rows, orders, items, skipped, records: read } = counts;
  const exitCode = rejected > 0 ? exitCodes.rejected : exitCodes.ok;
  const notAttempted = read - rejected;
  const { exitCode: interrupted, ...stoppedBy } = interruption;
  return {
    command: 'orders check',
    status: aborted ? 'stopped' : rejected > 0 ? 'partial' : 'completed',
    exitCode: aborted ? interrupted : exitCode,
    source: { files, format: source.name, recognition, rows, orders, items, skipped, leftOut: 0 },
    records: { read, accepted: 0, unchanged: 0, rejected, unknown: 0, notAttempted, deleted: 0 },
    requests: { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
    durationMs,
    rejectsFile: null,
    warnings,
    stoppedBy: aborted ? stoppedBy : null,
  };
}
