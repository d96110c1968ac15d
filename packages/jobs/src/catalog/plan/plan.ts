import { number } from 'sequenzy-contract';
import {
  keptFields,
  limits,
  SequenzyAnswerError,
  SequenzyBadRequestError,
  SequenzyNotFoundError,
  type SequenzyError,
  type KeptField,
  type Product,
  type SequenzyCommerce,
} from 'sequenzy-commerce';
import {
  planMirror,
  type MaxDelete,
  type MirrorLedger,
  type MirrorPlan,
  type MirrorWatch,
} from 'sequenzy-commerce/mirror';
import type { Catalog } from 'sequenzy-sources';
import { timeAtLimit, type Rate } from '../../connect/schedule.ts';
import type { JobEvent } from '../../job/events.ts';
import { handOver } from '../../rejects/handed-over.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { isOutage } from '../../report/outage.ts';
import type { Plan, StockPlan } from '../../report/plan.ts';
import { rejectOfFaults, rejectOfOutcome } from '../../report/reject.ts';
import { toldWhileCompared } from './comparison-progress.ts';
import { skippedIn } from './skipped.ts';

/** How stored products are read while a plan is made. */
export interface Reading {
  readonly client: Pick<SequenzyCommerce, 'products' | 'rateLimiter'>;
  readonly tell: (event: JobEvent) => void;
  readonly warn: (sentence: string) => void;
  /** Told why the API cannot be reached, where a plan without it will do: nothing is sent. */
  readonly onOutage: ((error: SequenzyError) => void) | undefined;
}

/** Sees what is stored, or hears why it cannot be read. */
export interface PlanWatch extends MirrorWatch {
  readonly onUnread: (reason: string) => void;
}

export interface PlanOptions {
  readonly rate: Rate | undefined;
  readonly signal: AbortSignal;
  readonly rejections: Rejections;
  /** Nothing will be sent afterwards, so what the SDK would refuse is rejected here. */
  readonly final: boolean;
  /** Only read. Without one everything counts as new. */
  readonly ledger: MirrorLedger | undefined;
  /** Send what is unchanged all the same. */
  readonly full: boolean;
  /** Look for what is gone from the source, and delete so much of it at most. */
  readonly prune: MaxDelete | undefined;
  /** The one that is read: only what came from it can be gone. Default: the default feed. */
  readonly feed?: string | undefined;
  /** Only a part of the feed is read. */
  readonly isPart?: boolean;
  /** The address of the shop, where it was given. */
  readonly storeUrl?: string | undefined;
  /** Reads what is stored where that is needed to know what comes back in stock. Default: it is not known. */
  readonly reading?: Reading | undefined;
  /** Sees what is stored of all that would be sent or deleted. Default: only what is needed is read. */
  readonly watch?: PlanWatch | undefined;
  /** The run after this plan will read all that it changes, so that it can be undone: those requests are counted. */
  readonly isUndoable?: boolean | undefined;
  /** Told how far it is, where there are many. */
  readonly tell?: ((event: JobEvent) => void) | undefined;
  /** Sees every record of the first reading: what is sent of it, or the key of one that is not. */
  readonly onRecord?: ((record: Product | string | undefined) => void) | undefined;
}

/** The plan of a catalog, as it is told and as it is carried out. */
export interface CatalogPlan extends Plan {
  readonly mirror: MirrorPlan;
}

/** Goes through all records without sending any: the faulty ones are rejected, the others counted as they would leave. */
export async function planCatalog(
  catalog: Pick<Catalog, 'records' | 'counts' | 'variantFields'> &
    Partial<Pick<Catalog, 'source' | 'prepared'>>,
  options: PlanOptions,
): Promise<CatalogPlan> {
  const { rate, signal, rejections, final, ledger, full, prune, feed, isPart, reading } = options;
  const { watch, onRecord, tell } = options;
  const keep = keptOf(catalog);
  // What is known is not read where nobody has to see it.
  const { prepared } = onRecord === undefined ? catalog : { prepared: undefined };
  const isPrepared = prepared !== undefined;
  const handed = handOver({ records: () => catalog.records(), prepared }, rejections);
  let isFirst = true;
  let withoutPage = prepared?.withoutPage ?? 0;
  const mirror = await planMirror(
    reading?.client,
    (leaveOut) => {
      const tells = isFirst;
      isFirst = false;
      const products = handed.open((record) => {
        leaveOut(record.key);
        if (tells) onRecord?.(record.key);
        if (tells) rejections.add(record, rejectOfFaults(record));
      });
      return tells && !isPrepared
        ? watched(tell === undefined ? products : toldWhileCompared(products, tell), (product) => {
            onRecord?.(product);
            if (product.url === undefined || product.url === null) withoutPage += 1;
          })
        : products;
    },
    {
      ...{ ledger, feed, isPart, full, keep, signal, watch },
      ...(prune === undefined ? {} : { prune: true, maxDelete: prune }),
      ...(reading && heard(reading, (reason) => watch?.onUnread(reason))),
      ...(final && {
        onRejected: (outcome) => {
          const record = handed.recordOf(outcome);
          rejections.add(record, rejectOfOutcome(record, outcome));
        },
      }),
    },
  );
  if (reading !== undefined) sayRead(reading, mirror, watch !== undefined);
  const { records, requests, changes, gone } = mirror;
  const all = options.isUndoable === true ? records.accepted + (gone?.count ?? 0) : 0;
  const stock = { ...stockPlanOf(mirror, { known: ledger?.size ?? 0, all }), fields: keep };
  return {
    noun: 'product',
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent + stock.requests, rate),
    requestsPerMinute: rate?.perMinute,
    created: changes.created,
    changed: changes.changed,
    unchanged: records.unchanged,
    rejected: final ? records.rejected : mirror.rejected,
    withoutPage,
    canMakePages: catalog.source?.makesPages === true && options.storeUrl === undefined,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    stock,
    gone: gone && { ...gone, leftOut: skippedIn(catalog) },
    mirror,
  };
}

async function* watched<Product>(
  products: AsyncIterable<Product>,
  see: (product: Product) => void,
): AsyncGenerator<Product> {
  for await (const product of products) {
    see(product);
    yield product;
  }
}

/** What the input has no place for. */
function keptOf({ variantFields }: Pick<Catalog, 'variantFields'>): KeptField[] {
  return keptFields.filter((name) => !variantFields.has(name));
}

/** Sending may go well all the same. */
function isOfReading(error: SequenzyError): boolean {
  const kinds = [SequenzyAnswerError, SequenzyBadRequestError, SequenzyNotFoundError];
  return kinds.some((kind) => error instanceof kind);
}

function heard(
  { client: { rateLimiter }, tell, onOutage }: Reading,
  onUnread: (reason: string) => void,
) {
  return {
    onReading: () => {
      const fetching = { from: 'Sequenzy', noun: 'product', limiter: rateLimiter } as const;
      tell({ type: 'fetching', fetching });
    },
    onRead: ({ stock }: Pick<MirrorPlan, 'stock'>) => {
      tell({ type: 'fetched', records: stock.products + stock.others });
    },
    mayGoOnWithout: (error: SequenzyError, isNeeded: boolean) => {
      if (!isNeeded && isOfReading(error)) {
        onUnread(error.message);
        return true;
      }
      if (onOutage === undefined || !isOutage(error)) return false;
      onOutage(error);
      return true;
    },
  };
}

function sayRead(
  { tell, warn }: Reading,
  { stock, stockReads }: MirrorPlan,
  isWatched: boolean,
): void {
  if (isWatched || stock.products + stock.others > 0) tell({ type: 'settled' });
  if (stockReads !== undefined && stock.unread > 0) warn(fieldsLost(stock.unread));
}

function fieldsLost(products: number): string {
  const what = products === 1 ? '1 product loses' : `${number(products)} products lose`;
  return `The key may not read products, so ${what} the fields of variants that the input has no column for. To keep them, use a key with products:read.`;
}

/** @param all Products that the run will read, so that it can be undone. */
function stockPlanOf(
  { stock, stockReads: reads }: MirrorPlan,
  { known, all }: { readonly known: number; readonly all: number },
) {
  const { products, others, unread, carried, unknown, requests } = stock;
  const isKnown = reads !== undefined || products + others === 0;
  // One by one, or by the pages of the list where those are fewer.
  const pages = Math.max(1, Math.ceil(known / limits.productsPerPage));
  return {
    products,
    others,
    unread,
    variants: carried + unknown,
    unknown: isKnown ? unknown : undefined,
    requests: Math.max(
      isKnown ? requests : Math.min(products + others, pages),
      Math.min(all, pages),
    ),
    ...(reads && { reads }),
  } satisfies Omit<StockPlan, 'fields'>;
}
