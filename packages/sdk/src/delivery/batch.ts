import type { BulkEndpoint } from './bulk-endpoint.ts';
import { bytesOf, mostBytesOf, type Entry } from './entry.ts';

/** However often one key comes back, a batch is sent before its list of positions outgrows it. */
const positionsPerRecord = 10;

/** Records on their way into one request: one entry a key, within the endpoint's limits. */
export class Batch<Rec> {
  readonly entries = new Map<string, Entry<Rec>>();
  readonly #endpoint: BulkEndpoint<Rec>;
  readonly #maxBytes: number;
  /** Of all entries, at most. */
  #mostBytes = 0;
  /** Those of each, once they had to be counted. */
  #counted: Map<Entry<Rec>, number> | undefined;
  #positions = 0;
  #isForOne = false;

  constructor(endpoint: BulkEndpoint<Rec>, maxBytes: number) {
    this.#endpoint = endpoint;
    this.#maxBytes = maxBytes;
  }

  /** Whether the entry could be put in, in place of one with its key. */
  fits(entry: Entry<Rec>): boolean {
    const replaced = this.entries.get(entry.key);
    const records = this.entries.size + (replaced === undefined ? 1 : 0);
    if (records > this.#endpoint.maxRecords) return false;
    if (records > 1 && (this.#isForOne || this.#goesAlone(entry))) return false;
    const isWithin = (bytes: number): boolean =>
      this.#endpoint.bodyBytes(records, bytes) <= this.#maxBytes;
    const most = this.#mostBytes + mostBytesOf(entry) - (replaced ? mostBytesOf(replaced) : 0);
    if (isWithin(most)) return true;
    let bytes = this.#count(entry);
    for (const one of this.entries.values()) if (one !== replaced) bytes += this.#count(one);
    return isWithin(bytes);
  }

  #goesAlone(entry: Entry<Rec>): boolean {
    return this.#endpoint.goesAlone?.(entry.record) ?? false;
  }

  #count(entry: Entry<Rec>): number {
    this.#counted ??= new Map();
    const bytes = this.#counted.get(entry) ?? bytesOf(entry);
    this.#counted.set(entry, bytes);
    return bytes;
  }

  put(entry: Entry<Rec>): void {
    this.remove(entry.key);
    this.entries.set(entry.key, entry);
    this.#isForOne ||= this.#goesAlone(entry);
    this.#mostBytes += mostBytesOf(entry);
    this.#positions += entry.positions.length;
  }

  /** Takes an entry out again. */
  remove(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.#mostBytes -= mostBytesOf(entry);
    this.#positions -= entry.positions.length;
  }

  get full(): boolean {
    const { maxRecords } = this.#endpoint;
    const isFull = this.entries.size >= maxRecords || this.#isForOne;
    return isFull || this.#positions >= maxRecords * positionsPerRecord;
  }
}
