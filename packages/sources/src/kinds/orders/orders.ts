import type { Order, Product } from 'sequenzy-contract';
import type { Original } from '../../reading/original.ts';
import type { RecordFault } from '../../faults/record-fault.ts';
import type { ReadingOptions } from '../../reading/reading-options.ts';
import type { Proposal } from '../../mapping/propose/proposal.ts';
import type { Recognition } from '../../reading/recognition.ts';
import type { DateFormat } from '../../time/calendar.ts';
import type { OrderFacts, OrderSource, StatedTotals, TotalIs, TotalsRule } from './source.ts';

/** How order files are to be read. */
export interface OrdersOptions extends ReadingOptions {
  /** ISO 4217 currency of amounts without one. No default: a currency is never guessed. */
  readonly currency?: string;
  /** IANA name of the zone of times without an offset: `Europe/Berlin`. No default: without it they are refused. */
  readonly timezone?: string;
  /** Which number of `2/3/2024` is the day. No default: without it such dates are refused. */
  readonly dateFormat?: DateFormat;
  /** The decimal separator of the file's amounts. Without it `1,234` is refused, which could be either. */
  readonly decimal?: '.' | ',';
  /**
   * Also hand out orders that are not paid yet, as placed: shops that deliver against cash live in this state.
   * Default false: they are skipped and counted.
   */
  readonly includePending?: boolean;
  /** Also hand out test orders. Default false: they are skipped and counted. */
  readonly includeTests?: boolean;
  /**
   * What the total of an order is, where its platform documents that nowhere (CheckoutChamp): `totalAmount` as it stands,
   * or with the shipping added. Default: as it stands, with a warning where the sums of an order say otherwise.
   */
  readonly totalIs?: TotalIs;
  /** Sources of one's own, made by `defineOrderSource`; they are tried before the registered ones. Default: none. */
  readonly sources?: readonly OrderSource[];
  /**
   * The products that order lines are about, for files that name them by SKU or title only. It is read once to its end;
   * of each product and variant a few texts stay in memory.
   */
  readonly catalog?: Iterable<Product> | AsyncIterable<Product>;
}

/** Orders of one or several files, read to their end, ready to be gone through any number of times. */
export interface Orders {
  /** As the user named them; standard input is `stdin`. */
  readonly files: readonly string[];
  /** Which source read them: `{ name: 'shopify', label: 'Shopify orders export' }`. */
  readonly source: { readonly name: string; readonly label: string };
  /** Why they were taken for that, as far as the first of them tells. */
  readonly recognition: Recognition;
  /** The mapping that was proposed for the first of them and accepted, where no platform has written it. */
  readonly proposal?: Proposal | undefined;
  readonly counts: OrdersCounts;
  /** Complete sentences, each said once: unknown columns, times that exist twice, products that were not found. */
  readonly warnings: readonly string[];
  /** Whether the files carry the platform's own lifetime totals of customers. */
  readonly hasTotals: boolean;
  /** Whether the input itself says that it lacks pages of a list, so that totals computed from it would be too low. */
  readonly lacksPages: boolean;
  /** Whether ids of order lines are made up or looked up, because the files name products by SKU or title. */
  readonly derivesIds: boolean;
  /** How the platform itself adds up what a customer has spent; undefined where that is not known. */
  readonly totalsRule: TotalsRule | undefined;
  /** Whether an order with this orderId is in the files and was skipped. */
  hasSkipped(orderId: string): boolean;
  /** Every record in input order, except that orders whose rows do not stand together come last. */
  records(): AsyncIterable<OrderRecord>;
  /**
   * One record again, in any order, by its {@link OrderRecord.ordinal}.
   *
   * @throws {RangeError} No record of these orders has that number.
   */
  read(ordinal: number): Promise<OrderRecord>;
  /** What stood in the file for a record of these orders. */
  original(record: Pick<OrderRecord, 'ordinal'>): Promise<Original>;
  /** Removes the temporary files. May be called twice. */
  close(): Promise<void>;
}

export interface OrdersCounts {
  /** Data rows after the header, without empty ones; documents where the input is JSON. */
  readonly rows: number;
  /** Distinct orders found, those that are skipped or faulty included. */
  readonly orders: number;
  /** Their lines. */
  readonly items: number;
  /** What `records()` yields: orders without the skipped ones. */
  readonly records: number;
  /** Records with faults. */
  readonly rejected: number;
  readonly skipped: readonly SkippedOrders[];
}

export interface SkippedOrders {
  /** One word or two: `no e-mail`, `not paid yet`, `test`. */
  readonly reason: string;
  readonly orders: number;
  /** Name of the option that includes them: `includePending`; absent where none does. */
  readonly option?: string;
}

/** One order of the input: either valid, or with the reasons why it is not. */
export interface OrderRecord extends OrderFacts {
  /** The orderId, where there is one. */
  readonly key: string | undefined;
  /**
   * Valid by the API's schema, `orderedAt` in UTC. It has `customerTotals` where the file says both of them.
   * Undefined exactly when there are faults.
   */
  readonly order: Order | undefined;
  readonly faults: readonly RecordFault[];
  /** The file as the user named it. */
  readonly file: string;
  /** Physical line on which it begins, from 1 (a header is line 1); in a workbook its first row. */
  readonly line: number;
  /** In a workbook: its first row as `Sheet1!7:7`. */
  readonly cell?: string;
  /** Number of the record inside its orders; `read()` and `original()` find it by this. */
  readonly ordinal: number;
  /** Of a faulty record: its customer's e-mail address in lower case, where that could be read without doubt. */
  readonly email?: string;
  /** Of a faulty record with an address: its `orderedAt`, where that could be read without doubt. */
  readonly orderedAt?: string;
  /** When it was changed last, as ISO 8601 in UTC, where the file says so. */
  readonly updatedAt?: string;
  /** The platform's own lifetime totals of the customer, as far as the file says them. */
  readonly customerTotals?: StatedTotals;
}
