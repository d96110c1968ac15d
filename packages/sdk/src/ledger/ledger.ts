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
}

export interface LedgerEntry {
  /** Of the last acknowledged payload; `null` while it is not known whether a later one has arrived. */
  readonly fingerprint: string | null;
  /** What was in stock then; absent where the endpoint has no stock. */
  readonly stock?: StockState;
}

export interface LedgerWrite extends LedgerEntry {
  readonly key: string;
  /** The record is gone from the server: nothing is remembered of it any more. */
  readonly forget?: boolean;
}

/** A product's stock as the server sees it after a payload. */
export interface StockState {
  readonly inStock: boolean;
  /** variantIds that are out of stock; every other variant is in stock. */
  readonly out: readonly string[];
}
