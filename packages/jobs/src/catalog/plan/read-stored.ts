import {
  SequenzyError,
  type DeliveryOptions,
  type ProductPlan,
  type SequenzyCommerce,
} from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { HandedOver, handOver } from '../../rejects/handed-over.ts';
import { rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { number } from '../../report/number.ts';
import type { JobEvent } from '../../job/events.ts';

/** How stored products are read while a plan is made. */
export interface Reading {
  readonly client: Pick<SequenzyCommerce, 'products' | 'rateLimiter'>;
  readonly tell: (event: JobEvent) => void;
  readonly warn: (sentence: string) => void;
  /** Told why the API cannot be reached, where a plan without it will do: nothing is sent. */
  readonly onOutage: ((error: SequenzyError) => void) | undefined;
}

export interface StoredOptions extends Pick<
  DeliveryOptions,
  'signal' | 'full' | 'ledger' | 'stockReads'
> {
  /** Rejects products that cannot be read, unless they were rejected before; undefined where the sending does. */
  readonly rejections: Rejections;
  readonly rejects: ReadonlySet<number> | undefined;
}

/** Plans by what is stored. Gives an error where the plan cannot be made without it, and nothing where it can. */
export async function readStored(
  catalog: Pick<Catalog, 'records'>,
  { client, tell, warn, onOutage }: Reading,
  { rejections, rejects, ...options }: StoredOptions,
): Promise<ProductPlan | SequenzyError | undefined> {
  const handed = new HandedOver();
  tell({
    type: 'fetching',
    fetching: { from: 'Sequenzy', noun: 'product', limiter: client.rateLimiter },
  });
  const plan = await client.products.plan(handOver(catalog, handed, rejections), {
    ...options,
    onProgress: ({ stock }) => {
      tell({ type: 'fetched', records: stock.products + stock.others });
    },
    onOutcome: (outcome) => {
      if (outcome.status !== 'rejected' || rejects === undefined) return;
      const record = handed.recordOf(outcome);
      if (!rejects.has(record.ordinal)) rejections.add(record, rejectOfOutcome(record, outcome));
    },
  });
  tell({ type: 'settled' });
  const { stoppedBy } = plan;
  if (stoppedBy === undefined) {
    const { unread } = plan.stock;
    if (unread > 0) warn(fieldsLost(unread));
    return plan;
  }
  if (stoppedBy.code === 'abort') return undefined;
  if (onOutage === undefined || !isOutage(stoppedBy)) return stoppedBy;
  onOutage(stoppedBy);
  return undefined;
}

function fieldsLost(products: number): string {
  const what = products === 1 ? '1 product loses' : `${number(products)} products lose`;
  return `The key may not read products, so ${what} the fields of variants that the input has no column for. To keep them, use a key with products:read.`;
}

/** Whether the API could not be asked, which says nothing of key and request. */
export function isOutage(error: unknown): error is SequenzyError {
  const codes = ['connection', 'timeout', 'server', 'rate_limit', 'conflict'];
  return error instanceof SequenzyError && codes.includes(error.code);
}
