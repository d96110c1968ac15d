import {
  keptFields,
  limits,
  planProducts,
  SequenzyError,
  type DeliveryResult,
  type KeptField,
  type ProductPlan,
} from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import { HandedOver, handOver } from '../../rejects/handed-over.ts';
import { goneFrom } from '../prune/gone.ts';
import { KeySet } from '../../input/key-set.ts';
import type { Feed } from '../../memory/feed.ts';
import { skippedIn } from '../prune/skipped.ts';
import type { MaxDelete } from '../prune/max-delete.ts';
import { readStored, type Reading } from './read-stored.ts';
import type { Plan, StockPlan } from '../../report/plan.ts';
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
  /** The one that is read: only what came from it can be gone. Default: all is of one feed. */
  readonly feed?: Feed | undefined;
  /** Reads what is stored where that is needed to know what comes back in stock. Default: it is not known. */
  readonly reading?: Reading | undefined;
}

/** Goes through all records without sending any: the faulty ones are rejected, the others counted as they would leave. */
export async function planCatalog(
  catalog: Pick<Catalog, 'records' | 'counts' | 'variantFields'>,
  options: PlanOptions,
): Promise<Plan> {
  const { rate, signal, rejections, final, ledger, full, prune, feed, reading } = options;
  const handed = new HandedOver();
  const seen = prune === undefined || ledger === undefined ? undefined : new KeySet();
  const rejects = final ? new Set<number>() : undefined;
  let faulty = 0;
  const reject = (record: CatalogRecord): void => {
    faulty += 1;
    // A faulty product is not gone.
    if (record.key !== undefined) seen?.add(record.key);
    rejections.add(record, rejectOfFaults(record));
  };
  const keep = keptOf(catalog);
  const remembered = ledger === undefined ? {} : { ledger: feed?.watch(ledger) ?? ledger };
  const first = await planProducts(handOver(catalog, handed, rejections, reject), {
    signal,
    full,
    ...remembered,
    stockReads: { keep },
    onOutcome(outcome) {
      if (outcome.key !== undefined) seen?.add(outcome.key);
      if (rejects === undefined || outcome.status !== 'rejected') return;
      const record = handed.recordOf(outcome);
      rejects.add(record.ordinal);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
  });
  if (faulty + first.records.rejected > 0) feed?.watchedInPart();
  const products = first.stock.products + first.stock.others;
  const read =
    reading && products > 0 && !signal.aborted
      ? await readStored(catalog, reading, {
          ...{ signal, full, rejections, rejects },
          ...remembered,
          stockReads: { products, stored: ledger?.size ?? 0, keep },
        })
      : undefined;
  const known = read === undefined || read instanceof SequenzyError ? undefined : read;
  const { records, requests, changes } = known ?? first;
  const stock = { ...stockPlanOf(known ?? first, known?.stockReads, ledger), fields: keep };
  return {
    noun: 'product',
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent + stock.requests, rate),
    requestsPerMinute: rate?.perMinute,
    created: changes.created,
    changed: changes.changed,
    unchanged: records.unchanged,
    rejected: faulty + (final ? records : first.records).rejected,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    stock,
    settled: first.status === 'completed' && first.records.accepted === 0 ? first : undefined,
    gone:
      seen && ledger && prune !== undefined && !signal.aborted
        ? await goneFrom(ledger, seen, {
            max: prune,
            leftOut: skippedIn(catalog),
            isOurs: feed?.has,
          })
        : undefined,
    ...(read instanceof SequenzyError && { stoppedBy: read }),
  };
}

function stockPlanOf(
  { stock }: Pick<DeliveryResult, 'stock'>,
  reads: ProductPlan['stockReads'] | undefined,
  ledger: PlanOptions['ledger'],
): Omit<StockPlan, 'fields'> {
  const { products, others, unread, carried, unknown, requests } = stock;
  const isKnown = reads !== undefined || products + others === 0;
  return {
    products,
    others,
    unread,
    variants: carried + unknown,
    unknown: isKnown ? unknown : undefined,
    requests: isKnown ? requests : readsOf(products + others, ledger),
    ...(reads && { reads }),
  };
}

/** What the input has no place for. */
function keptOf({ variantFields }: Pick<Catalog, 'variantFields'>): KeptField[] {
  return keptFields.filter((name) => !variantFields.has(name));
}

/** One by one, or by the pages of the list where those are fewer. */
function readsOf(products: number, ledger: PlanOptions['ledger']): number {
  const pages = Math.max(1, Math.ceil((ledger?.size ?? 0) / limits.productsPerPage));
  return Math.min(products, pages);
}
