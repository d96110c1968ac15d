import type { Fault } from 'sequenzy-contract';
import type { Meter } from 'sequenzy-transport';
import type { Unconfirmed } from '../answers/unconfirmed.ts';
import type { LedgerEntry, OrderState, StockState } from '../ledger/ledger.ts';
import type { Difference } from './outcome.ts';

/** What the engine has to know of an endpoint to deliver any number of records to it. */
export interface BulkEndpoint<Rec> {
  /** What the list of records is called in a body, and so in the server's word about it: `products`. */
  readonly field: string;
  readonly maxRecords: number;
  /** Whether a record needs a request of its own, however many others take. Default: none does. */
  goesAlone?(record: Rec): boolean;
  /** Bytes of a body with `records` texts of `bytes` bytes in all. */
  bodyBytes(records: number, bytes: number): number;
  check(input: unknown): Checked<Rec>;
  /** One record that leaves the server as both would, one after the other. */
  merge(earlier: Rec, later: Rec): Rec;
  /** What the ledger takes the fingerprint of: equal texts need not be sent twice. */
  identity(record: Rec, text: string): string;
  /** The server's stock after this record, given what it was before; `undefined` where the endpoint has no stock. */
  stockAfter(record: Rec, before: StockState | undefined): StockState | undefined;
  /**
   * Whether the record stays unsent, given what is remembered of its key, and whether that is just this record. Asked
   * again where that has changed meanwhile. Default: what is remembered as it is stays.
   */
  stays?(record: Rec, remembered: LedgerEntry | undefined, isSame: boolean): Promise<boolean>;
  /** What the ledger remembers of an order besides; absent where records are not orders. */
  orderAfter?(record: Rec): OrderState;
  /** What comes back in stock with this record, given what the server had. */
  restocks(record: Rec, before: StockState): Restocks;
  /**
   * Completes records, just before they leave, by what the server has. Records that lack nothing are not in the answer.
   * Absent where records say everything themselves.
   */
  complete?(
    parts: readonly Completable<Rec>[],
    options: CompleteOptions,
  ): Promise<ReadonlyMap<string, Completion<Rec>>>;
  /**
   * Sends records in one request.
   *
   * @throws {SequenzyAnswerError} where the answer leaves all of them in doubt; other SequenzyErrors where it failed.
   */
  send(parts: readonly Part<Rec>[], options: SendOptions): Promise<Delivered>;
}

/** How many come back in stock: each may send e-mail to its waiting list. */
export interface Restocks {
  readonly products: number;
  readonly variants: number;
}

export const noRestocks: Restocks = { products: 0, variants: 0 };

/**
 * `key` is what the record is merged and remembered by. Two requests of one key or of one `lane` are never under way
 * together, and leave in input order: for products the lane is the key, for orders it is the customer.
 */
type Checked<Rec> =
  | { readonly record: Rec; readonly key: string; readonly lane: string }
  | { readonly faults: readonly Fault[]; readonly key: string | undefined };

export interface Part<Rec> {
  readonly key: string;
  readonly lane: string;
  readonly record: Rec;
  /** The record as JSON. */
  readonly text: string;
}

/** A record before it leaves, and what is remembered of its key. */
export interface Completable<Rec> {
  readonly key: string;
  /** It replaces no list, so that nothing of what is stored has to stay with it. Absent: its record tells. */
  readonly isSimple?: boolean;
  readonly record: Rec;
  readonly remembered: LedgerEntry | undefined;
}

/** A record with the stock it did not state, or why that is not available. */
export type Completion<Rec> =
  (Carried & { readonly record: Rec }) | { readonly unreadable: string };

export interface Carried {
  /** Why it was completed: it stated no stock of a variant, or only other fields are lacking. */
  readonly lacks: 'stock' | 'fields';
  /** The key may not read what is stored: the fields are lost. */
  readonly isUnread?: true;
  /** What was in stock at the server; undefined where the server was not asked. */
  readonly before: StockState | undefined;
  /** Variants that keep the stock the server has. */
  readonly carried: number;
  /** Variants of which nobody knows the stock. */
  readonly unknown: number;
}

export interface CompleteOptions {
  /** Ends waiting, not what is under way. */
  readonly drain: AbortSignal;
  /** Counts the requests that read. */
  readonly meter: Meter;
}

export interface SendOptions {
  /** Ends waiting, not what is under way. */
  readonly drain: AbortSignal;
  readonly meter: Meter;
  /** Rejects where nothing more may be sent. Asked before each departure. */
  readonly permit: () => Promise<void>;
}

/** What the server said of a delivered request. */
export interface Delivered {
  readonly backInStockEventsTriggered: number;
  /** Where the server's echo is not what was sent. */
  readonly differences: readonly Difference[];
  /** Records that the answer leaves in doubt; none where it is absent. */
  readonly unconfirmed?: Unconfirmed | undefined;
  /** Records that were not taken although the others were, and why; none where it is absent. */
  readonly refused?: ReadonlyMap<string, string> | undefined;
  /** Something odd in the answer that changes no outcome. */
  readonly warning?: string | undefined;
}
