import { hash64, type Hash64 } from 'sequenzy-contract';
import { AppendLog, readLines, type IndexEntry, type Lease } from 'sequenzy-store';
import type { LedgerEntry, LedgerNotes, LedgerWrite, OrderState } from '../ledger/ledger.ts';
import { datedAt, type DatedEntry } from './file/dated-entry.ts';
import { FileNotes } from './file/file-notes.ts';
import { withKnownOrders } from './file/known-orders.ts';
import { latestLines } from './file/latest-lines.ts';
import type { FileLedger, Reopened } from './file-ledger.ts';
import { formatLine } from './format/line.ts';
import { entryOf, hasOrder, isPacked, markOf, needsLine } from './format/mark.ts';
import { asLedgerError, LedgerError } from './ledger-error.ts';
import type { OpenedLog } from './open-log.ts';

/** What a ledger needs of its lease. */
type HeldLease = Pick<Lease, 'verify' | 'release'>;

/** The index answers, the log remembers, the lease keeps others out. */
export class DiskLedger implements FileLedger {
  readonly file: string;
  readonly salt: string;
  readonly notes: LedgerNotes;
  readonly reopened: Reopened;
  readonly #opened: OpenedLog;
  readonly #log: AppendLog | undefined;
  readonly #lease: HeldLease | undefined;
  readonly #now: () => number;
  /** Ends when the last write has its place in the file. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Writes under way after which something else may be known of an order. */
  #ordersUnderWay = 0;
  #closing: Promise<void> | undefined;

  constructor(file: string, opened: OpenedLog, lease: HeldLease | undefined, now: () => number) {
    this.file = file;
    this.salt = opened.salt;
    this.reopened = opened.reopened;
    this.#opened = opened;
    this.#lease = lease;
    this.#now = now;
    if (lease !== undefined && opened.handle !== undefined) {
      this.#log = new AppendLog(opened.handle, file, opened.end, () => lease.verify());
    }
    const append = (line: Buffer): Promise<void> =>
      orLedgerError(this.#writable().append(line, () => undefined));
    this.notes = new FileNotes(opened.notes, append, now);
  }

  get size(): number {
    return this.#opened.index.size;
  }

  read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    return orLedgerError(this.#read(keys));
  }

  readOrders(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]> {
    return orLedgerError(this.#ordersOf(keys).then((orders) => keys.map((key) => orders.get(key))));
  }

  /** What was written last of a key, and when. */
  async dated(key: string): Promise<DatedEntry | undefined> {
    const { handle } = this.#opened;
    const mark = this.#markOf(key);
    if (handle === undefined || mark === undefined) return undefined;
    return orLedgerError(datedAt(handle, this.file, mark, key));
  }

  has(key: string): boolean {
    return this.#markOf(key) !== undefined;
  }

  /** By the index alone. */
  holds(key: Hash64, fingerprint: Hash64, feed: string | undefined): boolean {
    const { index, feeds } = this.#opened;
    const flags = index.flagsIf(key, fingerprint.high, fingerprint.low);
    return flags >= 0 && isPacked(flags, feeds.numberOf(feed));
  }

  async write(entries: readonly LedgerWrite[]): Promise<void> {
    const log = this.#writable();
    if (entries.length === 0) return;
    // Each write looks at what those before it leave behind, but does not wait until they are on the disk.
    const placed = this.#turn.then(async () => {
      const complete = await this.#completed(entries, log);
      return { durable: this.#append(complete, log) };
    });
    this.#turn = placed.catch(() => undefined);
    await orLedgerError(placed.then(({ durable }) => durable));
  }

  async *keys(): AsyncGenerator<string, void, undefined> {
    for await (const { key } of this.#entries()) yield key;
  }

  async *list(): AsyncGenerator<LedgerWrite, void, undefined> {
    for await (const { key, fingerprint, feed, order } of this.#entries()) {
      yield { key, fingerprint, ...(feed === undefined ? {} : { feed }), ...(order && { order }) };
    }
  }

  async verify(): Promise<void> {
    if (this.#lease !== undefined) await orLedgerError(this.#lease.verify());
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#turn;
    await this.#log?.close();
    try {
      await this.#opened.handle?.close();
    } finally {
      await this.#lease?.release();
    }
  }

  #writable(): AppendLog {
    if (this.#log !== undefined) return this.#log;
    throw new LedgerError('write', this.file, 'it was opened to read only.');
  }

  async #read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    const marks = keys.map((key) => this.#markOf(key));
    const onLines = await this.#entriesAt(
      marks.flatMap((one) => (one && needsLine(one) ? [one] : [])),
    );
    return marks.map((mark, at) => {
      if (mark === undefined) return undefined;
      if (!needsLine(mark)) return entryOf(mark, this.#opened.feeds);
      const found = onLines.get(mark.offset);
      if (found === undefined || found.key !== keys[at]) return undefined;
      return withoutKey(found);
    });
  }

  /** What the file knows of these orders, by key. */
  async #ordersOf(keys: readonly string[]): Promise<Map<string, OrderState>> {
    const marks = keys.flatMap((key) => this.#markOf(key) ?? []);
    const orders = new Map<string, OrderState>();
    for (const { key, order } of (await this.#entriesAt(marks.filter(hasOrder))).values()) {
      if (order !== undefined) orders.set(key, order);
    }
    return orders;
  }

  async #completed(
    entries: readonly LedgerWrite[],
    log: AppendLog,
  ): Promise<readonly LedgerWrite[]> {
    const lacking = entries.filter(({ order, forget }) => order === undefined && forget !== true);
    if (lacking.length === 0) return entries;
    if (this.#ordersUnderWay > 0) await log.settled();
    return withKnownOrders(entries, await this.#ordersOf(lacking.map(({ key }) => key)));
  }

  async #append(entries: readonly LedgerWrite[], log: AppendLog): Promise<void> {
    const time = this.#now();
    const lines = entries.map((entry) => formatLine(entry, time));
    const ofOrders = entries.some(({ order, forget }) => order !== undefined || forget === true);
    if (ofOrders) this.#ordersUnderWay += 1;
    try {
      await log.append(Buffer.concat(lines), (start) => {
        let offset = start;
        entries.forEach((entry, at) => {
          this.#remember(entry, offset);
          offset += lines[at]?.length ?? 0;
        });
      });
    } finally {
      if (ofOrders) this.#ordersUnderWay -= 1;
    }
  }

  #remember(entry: LedgerWrite, offset: number): void {
    const { index, feeds } = this.#opened;
    const hash = hash64(entry.key);
    if (entry.forget === true) index.delete(hash);
    else index.set(hash, markOf(entry, offset, feeds));
  }

  #markOf(key: string): IndexEntry | undefined {
    return this.#opened.index.get(hash64(key));
  }

  async *#entries(): AsyncGenerator<LedgerWrite, void, undefined> {
    const { handle, index, entryOn } = this.#opened;
    if (handle === undefined) return;
    try {
      for await (const line of latestLines(handle, this.file, index)) yield entryOn(line);
    } catch (error) {
      throw asLedgerError(error);
    }
  }

  /** The entries whose lines begin where these marks say, by that place. */
  async #entriesAt(marks: readonly IndexEntry[]): Promise<Map<number, LedgerWrite>> {
    const { handle, entryOn } = this.#opened;
    const entries = new Map<number, LedgerWrite>();
    if (handle === undefined || marks.length === 0) return entries;
    const offsets = new Set(marks.map(({ offset }) => offset));
    for await (const line of readLines(handle, this.file, [...offsets])) {
      entries.set(line.offset, entryOn(line));
    }
    return entries;
  }
}

function withoutKey({ fingerprint, stock, feed }: LedgerWrite): LedgerEntry {
  const entry = stock === undefined ? { fingerprint } : { fingerprint, stock };
  return feed === undefined ? entry : { ...entry, feed };
}

async function orLedgerError<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw asLedgerError(error);
  }
}
