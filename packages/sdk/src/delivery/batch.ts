import type { BulkEndpoint } from './bulk-endpoint.ts';
import type { Entry } from './entry.ts';

/** However often one key comes back, a batch is sent before its list of positions outgrows it. */
const positionsPerRecord = 10;

/** Records on their way into one request: one entry a key, within the endpoint's limits. */
export class Batch<Rec> {
  readonly entries = new Map<string, Entry<Rec>>();
  readonly #endpoint: BulkEndpoint<Rec>;
  readonly #maxBytes: number;
  #bytes = 0;
  #positions = 0;

  constructor(endpoint: BulkEndpoint<Rec>, maxBytes: number) {
    this.#endpoint = endpoint;
    this.#maxBytes = maxBytes;
  }

  /** Whether the entry could be put in, in place of one with its key. */
  fits(entry: Entry<Rec>): boolean {
    const replaced = this.entries.get(entry.key);
    const records = this.entries.size + (replaced === undefined ? 1 : 0);
    const bytes = this.#bytes + entry.bytes - (replaced?.bytes ?? 0);
    const { maxRecords } = this.#endpoint;
    return records <= maxRecords && this.#endpoint.bodyBytes(records, bytes) <= this.#maxBytes;
  }

  put(entry: Entry<Rec>): void {
    this.remove(entry.key);
    this.entries.set(entry.key, entry);
    this.#bytes += entry.bytes;
    this.#positions += entry.positions.length;
  }

  /** Takes an entry out again. */
  remove(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.#bytes -= entry.bytes;
    this.#positions -= entry.positions.length;
  }

  get full(): boolean {
    const { maxRecords } = this.#endpoint;
    return this.entries.size >= maxRecords || this.#positions >= maxRecords * positionsPerRecord;
  }
}
