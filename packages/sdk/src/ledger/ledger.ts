/**
 * What the server has acknowledged, by key: the memory that makes the same command a first run, a daily run and a
 * resume. Implement it on a database of your own, or take the file ledger of `sequenzy-commerce/node`.
 *
 * One ledger belongs to one company at one API origin. It must not be written by two runs at once.
 */
export interface Ledger {
  /** What is remembered of these keys, in their order; `undefined` where nothing is. Asked for up to 100 at a time. */
  read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]>;
  /**
   * Remembers, durably: it resolves when a crash can no longer undo it. Later entries replace earlier ones of their
   * key. Called after the server's acknowledgement and before the outcome is reported; also, with `fingerprint: null`,
   * before something else than what is remembered is sent.
   */
  write(entries: readonly LedgerWrite[]): Promise<void>;
  /**
   * Every remembered key once, in any order. Optional: only with it can `orders.backfill` tell that its source lacks
   * orders that were sent before.
   */
  keys?(): AsyncIterable<string>;
  /**
   * Every remembered key once with what is remembered of it, in any order, without {@link LedgerEntry.stock}. Optional:
   * only with it can a run tell the entries of its feed from those of another, and name missing orders by their number.
   */
  list?(): AsyncIterable<LedgerWrite>;
  /**
   * What the server was told of these orders, in their order; `undefined` where that is not known. Optional, and asked
   * for only where a fingerprint differs: without it every difference of an order counts as not known.
   */
  readOrders?(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]>;
  /**
   * Resolves while this run may still write. Optional; asked before each request. Rejects where another run has taken
   * the ledger over, such as after this machine was suspended: then nothing more is sent.
   */
  verify?(): Promise<void>;
  /**
   * Keeps whoever else sends records of these keys from sending them until the function it gives back was called. Optional:
   * only where several programs send with a memory each, such as a relay of webhooks beside a nightly backfill. What is
   * remembered is asked for again behind it.
   *
   * @param signal Ends waiting; its reason is thrown.
   */
  reserve?(keys: readonly string[], signal: AbortSignal): Promise<() => Promise<void>>;
  /** Settings a run has to find again, by name. Optional. */
  readonly notes?: LedgerNotes;
  /** Put in front of whatever is hashed of a person, so that hashes of two ledgers do not match. Default: empty. */
  readonly salt?: string;
}

/** A few short texts that belong to the whole ledger, such as the rule its totals follow. */
export interface LedgerNotes {
  get(name: string): string | undefined;
  /** Durable when it resolves. */
  set(name: string, value: string): Promise<void>;
}

export interface LedgerEntry {
  /** Of the last acknowledged payload; `null` while it is not known whether a later one has arrived. */
  readonly fingerprint: string | null;
  /** What was in stock then; absent where the endpoint has no stock. */
  readonly stock?: StockState;
  /** The feed it came from; absent for the default feed. */
  readonly feed?: string;
}

/**
 * What the server was told of an order. It is what later states are compared with: only a later status and changed
 * amounts, currency or lines are reasons to push an order again. Orders that a release before this format sent have
 * none: they are known by id only.
 */
export interface OrderState {
  /** What people call the order, such as `1001`; absent where the source has no number beside the id. */
  readonly number?: string;
  /**
   * Salted hash of the customer's e-mail address: 16 hex digits. It tells addresses apart; it does not hide them well.
   * Empty where it is not known.
   */
  readonly email: string;
  readonly status: 'placed' | 'cancelled' | 'fulfilled' | 'refunded';
  /** In the smallest unit of `currency`. */
  readonly totalCents: number;
  readonly currency: string;
  /** In the smallest unit of `currency`; 0 where nothing was refunded. */
  readonly refundCents: number;
  /** Hash of the lines (product, variant, quantity, price): 16 hex digits. */
  readonly lines: string;
  /** Hash of the lines with the products' titles instead of their ids: 16 hex digits. Absent: not known. */
  readonly titles?: string;
  /** How many lines have an SKU; only where the ids of the lines are derived. */
  readonly skus?: number;
  /** When the order was changed last in the shop, in milliseconds since 1970; absent where the source does not say. */
  readonly updatedAt?: number;
}

export interface LedgerWrite extends LedgerEntry {
  readonly key: string;
  /** Of an order. Absent: what was known of it stays. */
  readonly order?: OrderState;
  /** The record is gone from the server: nothing is remembered of it any more. */
  readonly forget?: boolean;
}

/** A product's stock as the server sees it after a payload. */
export interface StockState {
  readonly inStock: boolean;
  /** variantIds that are out of stock; every other variant is in stock. */
  readonly out: readonly string[];
}
