import { limits, planProducts } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import { HandedOver, handOver } from '../../rejects/handed-over.ts';
import { goneFrom } from '../prune/gone.ts';
import { KeySet } from '../../input/key-set.ts';
import { leftOutOf } from '../prune/left-out.ts';
import type { MaxDelete } from '../prune/max-delete.ts';
import type { Plan } from '../../report/plan.ts';
import { rejectOfFaults, rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { timeAtLimit, type Rate } from '../../connect/schedule.ts';

export interface PlanOptions {
  readonly rate: Rate | undefined;
  readonly signal: AbortSignal;
  readonly rejections: Rejections;
  /** Nothing will be sent afterwards, so what the SDK would refuse is rejected here. */
  readonly final: boolean;
  /** Only read. Without one everything counts as new. */
  readonly ledger: FileLedger | undefined;
  /** Send what is unchanged all the same. */
  readonly full: boolean;
  /** Look for what is gone from the source, and delete so much of it at most. */
  readonly prune: MaxDelete | undefined;
  /** Which known products may be gone, where not all came from this source. */
  readonly isOurs?: ((key: string) => boolean) | undefined;
}

/** Goes through all records without sending any: the faulty ones are rejected, the others counted as they would leave. */
export async function planCatalog(
  catalog: Pick<Catalog, 'records' | 'counts'>,
  options: PlanOptions,
): Promise<Plan> {
  const { rate, signal, rejections, final, ledger, full, prune, isOurs } = options;
  const handed = new HandedOver();
  const seen = prune === undefined || ledger === undefined ? undefined : new KeySet();
  let faulty = 0;
  const reject = (record: CatalogRecord): void => {
    faulty += 1;
    // A faulty product is not gone.
    if (record.key !== undefined) seen?.add(record.key);
    rejections.add(record, rejectOfFaults(record));
  };
  const planned = await planProducts(handOver(catalog, handed, rejections, reject), {
    signal,
    full,
    ...(ledger === undefined ? {} : { ledger }),
    onOutcome(outcome) {
      if (outcome.key !== undefined) seen?.add(outcome.key);
      if (!final || outcome.status !== 'rejected') return;
      const record = handed.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
  });
  const { records, requests, changes, stock } = planned;
  const reads = readsOf(stock.products, ledger);
  return {
    noun: 'product',
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent + reads, rate),
    requestsPerMinute: rate?.perMinute,
    created: changes.created,
    changed: changes.changed,
    unchanged: records.unchanged,
    rejected: faulty + records.rejected,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    stock: {
      products: stock.products,
      variants: stock.carried + stock.unknown,
      requests: reads,
      isRead: !final,
    },
    settled: planned.status === 'completed' && records.accepted === 0 ? planned : undefined,
    gone:
      seen && ledger && prune && !signal.aborted
        ? await goneFrom(ledger, seen, prune, leftOutOf(catalog), isOurs)
        : undefined,
  };
}

/** One by one, or by the pages of the list where those are fewer. */
function readsOf(products: number, ledger: PlanOptions['ledger']): number {
  const pages = Math.max(1, Math.ceil((ledger?.size ?? 0) / limits.productsPerPage));
  return Math.min(products, pages);
}
