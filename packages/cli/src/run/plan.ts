import { planProducts } from 'sequenzy-commerce';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import { HandedOver, handOver } from './handed-over.ts';
import { rejectOfFaults, rejectOfOutcome } from './reject.ts';
import type { Rejections } from './rejections.ts';
import { timeAtLimit, type Rate } from './schedule.ts';

/** What a sync will take. */
export interface Plan {
  /** Records that will be sent. */
  readonly products: number;
  readonly requests: number;
  /** Time the rate limit makes the requests take. */
  readonly milliseconds: number;
  /** Undefined where nothing is held back. */
  readonly requestsPerMinute: number | undefined;
}

export interface PlanOptions {
  readonly rate: Rate | undefined;
  readonly signal: AbortSignal;
  readonly rejections: Rejections;
  /** Nothing will be sent afterwards, so what the SDK would refuse is rejected here. */
  readonly final: boolean;
}

/** Goes through all records without sending any: the faulty ones are rejected, the others counted as they would leave. */
export async function planCatalog(
  catalog: Catalog,
  { rate, signal, rejections, final }: PlanOptions,
): Promise<Plan> {
  const handed = new HandedOver();
  const reject = (record: CatalogRecord): void => {
    rejections.add(record, rejectOfFaults(record));
  };
  const { records, requests } = await planProducts(handOver(catalog, handed, rejections, reject), {
    signal,
    onOutcome(outcome) {
      if (!final || outcome.status !== 'rejected') return;
      const record = handed.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
  });
  return {
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent, rate),
    requestsPerMinute: rate?.perMinute,
  };
}
