import type { Ledger, LedgerEntry, LedgerWrite, OrderState } from '../ledger/ledger.ts';

/** A ledger in a file, opened by `openFileLedger`. */
export interface FileLedger extends Required<Omit<Ledger, 'reserve'>>, Pick<Ledger, 'reserve'> {
  /** The file, to name in messages. It need not exist in a ledger that was opened to read only. */
  readonly file: string;
  /** Keys remembered. */
  readonly size: number;
  /** What was found on opening, to tell the user. */
  readonly reopened: Reopened;
  /**
   * What is remembered of these keys, in their order. The file is read only for entries with variants out of stock, or
   * with a fingerprint that is not 16 lower-case hex digits, or of the 255th feed and later ones; there the key on the
   * line is compared, too.
   *
   * @throws LedgerError (`damaged`) when something else changed the file.
   */
  read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]>;
  /**
   * Remembers, durably. Calls that come while another is being synced go to disk together.
   *
   * An entry without `order` keeps what was known of its order; one without `feed` or `stock` is of the default feed, or
   * has no stock.
   *
   * @throws LedgerError (`write`) when the disk is full or fails; then none of these entries is remembered, and every
   * later write is refused. Also when it was opened to read only, or closed.
   */
  write(entries: readonly LedgerWrite[]): Promise<void>;
  /**
   * Every remembered key once, in no order to rely on, in constant memory. Keys that are written for the first time
   * meanwhile are left out; keys that are forgotten meanwhile may still come.
   */
  keys(): AsyncIterable<string>;
  /** As {@link keys}, with everything that is remembered but the stock. */
  list(): AsyncIterable<LedgerWrite>;
  /** Reads the file where something is known. */
  readOrders(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]>;
  /** Waits for writes under way, and lets the next run in. Calling it again does nothing. */
  close(): Promise<void>;
}

/** What was found when a ledger was opened. */
export interface Reopened {
  /** Entries in the file as it was found, those that later ones replace included; 0 for a new one. */
  readonly lines: number;
  /** Bytes of a write that had been cut off, and that were dropped (`readonly`: passed over). */
  readonly tornBytes: number;
  /** Whether the file was rewritten without what later entries had replaced. */
  readonly compacted: boolean;
  /** Whether it was of format 1, which an earlier release wrote, and was converted. */
  readonly converted: boolean;
}
