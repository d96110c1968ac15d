import type { InputDocument } from '../../documents/document.ts';
import type { Format, MappedRecord } from '../../reading/format.ts';
import type { InstantReader } from '../../time/instant.ts';
import type { ProductIndex } from './product-index.ts';

/** The options of orders that concern how a record is read, defaults filled in. */
export interface OrderSettings {
  /** ISO 4217, for amounts that carry none. */
  readonly currency: string | undefined;
  /** Separator of the decimals of amounts, where the user says so. */
  readonly decimal: '.' | ',' | undefined;
  readonly includePending: boolean;
  readonly includeTests: boolean;
  /** What `totalAmount` is; undefined where the user does not say. */
  readonly totalIs: TotalIs | undefined;
  readonly times: InstantReader;
  /** Undefined where the user gives no catalog. */
  readonly products: ProductIndex | undefined;
}

/** What a source makes of the rows or the documents of one order. */
export interface MappedOrder extends MappedRecord, OrderFacts {
  /** As far as it could be read. It is checked against the API's schema afterwards. */
  readonly order: object;
  /** Lines found, whether they can be used or not. */
  readonly items: number;
  readonly totals?: StatedTotals;
  /** When it was changed last, as ISO 8601 in UTC: tells versions of one order apart. */
  readonly updatedAt?: string;
}

/** One export format of one platform, with orders. */
export interface OrderSource<Field extends string = string> extends Format<
  Field,
  MappedOrder,
  OrderSettings
> {
  /** Whether its files say which orders are not paid yet, so that `includePending` applies. */
  readonly marksPending: boolean;
  /** Whether its files say which orders are tests, so that `includeTests` applies. */
  readonly marksTests: boolean;
  /** Whether its lines name products by SKU or title only, so that `catalog` applies. */
  readonly needsCatalog: boolean;
  /** Whether ids of its lines may be made up or looked up. Default: where `needsCatalog`. */
  readonly derivesIds?: boolean;
  /** Whether nobody documents what its totals are made of, so that `totalIs` applies. Default: no. */
  readonly leavesTotalOpen?: boolean;
  /** How the platform itself adds up what a customer has spent. Absent where that is not known. */
  readonly totalsRule?: TotalsRule;
}

/**
 * Declares a source of orders; the types of its fields are inferred.
 *
 * @example
 * export const mine = defineOrderSource({ name: 'mine', label: 'My shop order export', marksPending: false, marksTests: false, needsCatalog: false, table: { … } });
 */
export function defineOrderSource<const Field extends string>(
  source: OrderSource<Field>,
): OrderSource {
  return source;
}

/** What a document is that is not an object. */
export function noOrder({ file, line }: InputDocument): MappedOrder {
  const fault = { path: '', message: 'expected an object', file, line };
  return { key: undefined, order: {}, faults: [fault], items: 0 };
}

/** A record with lifetime totals of its customer. It is counted, and needs no sentence. */
export const totalsNote = 'totals';

/** Observations that any order source can make; the sentences stand in the kind. */
export type OrderNote =
  | 'ambiguousTime'
  | 'noCatalog'
  | 'notInCatalog'
  | 'namedByTitle'
  | 'emptyLine'
  | 'repeatedOrder'
  | 'versions'
  | 'unknownRefund'
  | 'refundAboveTotal'
  | 'foreignAmount'
  | 'summedTotal'
  | 'lacksShipping'
  | typeof totalsNote;

/** Says of a file that it holds products, and what to do instead. */
export const holdsProducts = {
  reason: 'it holds products, not orders',
  nextStep: 'Read it as a catalog, and export the orders for this.',
};

/** What a file says about all orders of a customer. */
export interface StatedTotals {
  readonly ordersCount?: number;
  /** In the order's currency. */
  readonly totalSpentCents?: number;
}

/** What is known of the two; undefined where nothing is. */
export function statedTotals(
  ordersCount: number | undefined,
  totalSpentCents: number | undefined,
): StatedTotals | undefined {
  if (ordersCount === undefined && totalSpentCents === undefined) return undefined;
  return {
    ...(ordersCount !== undefined && { ordersCount }),
    ...(totalSpentCents !== undefined && { totalSpentCents }),
  };
}

/** What the total of an order may be. */
export const totalSums = ['totalAmount', 'totalAmount+shipping'] as const;

export type TotalIs = (typeof totalSums)[number];

/** How a platform adds up what a customer has spent. */
export type TotalsRule = 'shopify' | 'woocommerce';

/** What a platform says about an order besides what the API takes. */
export interface OrderFacts {
  /** An id of the same order under which it may have been sent before: it keeps that id for its later states. */
  readonly formerId?: string;
  /** To be sent only where the order was sent before: it was cancelled, and nothing proves that it ever was a sale. */
  readonly onlyIfKnown?: true;
  /** The platform says that nobody has ever paid: voided, expired, not paid yet. Absent: paid, or not known. */
  readonly paid?: false;
  /** It was cancelled, whatever its status says: one that was refunded too is `refunded`. */
  readonly cancelled?: true;
}

/** Those that are known; undefined where none is. */
export function factsOf(record: OrderFacts): OrderFacts | undefined {
  const { formerId, onlyIfKnown, paid, cancelled } = record;
  const facts = {
    ...(formerId !== undefined && { formerId }),
    ...(onlyIfKnown !== undefined && { onlyIfKnown }),
    ...(paid !== undefined && { paid }),
    ...(cancelled !== undefined && { cancelled }),
  };
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** Why an order is left out that is {@link OrderFacts.onlyIfKnown} and is not known. */
export const neverSentReason = 'cancelled, never sent';
