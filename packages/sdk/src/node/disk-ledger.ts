import type { FileHandle } from 'node:fs/promises';
import type { LedgerEntry, LedgerWrite } from '../ledger/ledger.ts';
import type { FileLedger, Reopened } from './file-ledger.ts';
import { LedgerError } from './ledger-error.ts';
import type { Lock } from './lock/lock.ts';
import { AppendLog } from './log/append-log.ts';
import { rememberedKeys } from './log/keys.ts';
import { formatLine } from './log/line.ts';
import type { OpenedLog } from './log/open-log.ts';
import { entryOn, readLines } from './log/read-lines.ts';
import { KeyHash } from './memory/key-hash.ts';
import type { KeyIndex } from './memory/key-index.ts';
import { fingerprints, markOf, needsLine, stocks, unpackFingerprint } from './memory/mark.ts';
import type { Mark } from './memory/mark.ts';

/** The index answers, the log remembers, the lock keeps others out. */
export class DiskLedger implements FileLedger {
  readonly file: string;
  readonly reopened: Reopened;
  readonly #handle: FileHandle | undefined;
  readonly #index: KeyIndex;
  readonly #log: AppendLog | undefined;
  readonly #lock: Lock | undefined;
  readonly #now: () => number;
  readonly #hash = new KeyHash();
  #closing: Promise<void> | undefined;

  constructor(file: string, opened: OpenedLog, lock: Lock | undefined, now: () => number) {
    this.file = file;
    this.reopened = opened.reopened;
    this.#handle = opened.handle;
    this.#index = opened.index;
    this.#lock = lock;
    this.#now = now;
    if (lock !== undefined && opened.handle !== undefined) {
      this.#log = new AppendLog(opened.handle, file, opened.end);
    }
  }

  get size(): number {
    return this.#index.size;
  }

  async read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    const marks = keys.map((key) => this.#index.get(this.#hash.ofKey(key)));
    const full = await this.#fullEntries(marks);
    return marks.map((mark, at) => {
      if (mark === undefined || mark.fingerprint === fingerprints.forgotten) return undefined;
      if (!needsLine(mark)) return entryOf(mark);
      const found = full.get(mark.offset);
      return found === undefined || found.key !== keys[at] ? undefined : withoutKey(found);
    });
  }

  async write(entries: readonly LedgerWrite[]): Promise<void> {
    if (this.#log === undefined) {
      throw new LedgerError('write', this.file, 'it was opened to read only.');
    }
    if (entries.length === 0) return;
    const time = this.#now();
    const lines = entries.map((entry) => Buffer.from(formatLine(entry, time)));
    await this.#log.append(Buffer.concat(lines), (start) => {
      let offset = start;
      entries.forEach((entry, at) => {
        this.#index.set(this.#hash.ofKey(entry.key), markOf(entry, offset));
        offset += lines[at]?.length ?? 0;
      });
    });
  }

  async *keys(): AsyncGenerator<string, void, undefined> {
    if (this.#handle !== undefined) yield* rememberedKeys(this.#handle, this.file, this.#index);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#log?.close();
    try {
      await this.#handle?.close();
    } finally {
      await this.#lock?.release();
    }
  }

  async #fullEntries(marks: readonly (Mark | undefined)[]): Promise<Map<number, LedgerWrite>> {
    const offsets = marks.flatMap((mark) => (mark && needsLine(mark) ? [mark.offset] : []));
    const entries = new Map<number, LedgerWrite>();
    if (this.#handle === undefined) return entries;
    for await (const line of readLines(this.#handle, this.file, [...new Set(offsets)])) {
      entries.set(line.offset, entryOn(this.file, line));
    }
    return entries;
  }
}

function entryOf(mark: Mark): LedgerEntry {
  const fingerprint = mark.fingerprint === fingerprints.packed ? unpackFingerprint(mark) : null;
  if (mark.stock === stocks.none) return { fingerprint };
  return { fingerprint, stock: { inStock: mark.stock === stocks.allIn, out: [] } };
}

function withoutKey({ fingerprint, stock }: LedgerWrite): LedgerEntry {
  return stock === undefined ? { fingerprint } : { fingerprint, stock };
}
