import type { LedgerEntry, LedgerWrite, OrderState } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';

const opened = { lines: 0, tornBytes: 0, compacted: false, converted: false };

/**
 * A ledger that is forgotten with the process. What stands in another one is known, and stays as it is there.
 */
export class PassingLedger implements FileLedger {
  readonly file: string;
  readonly salt: string;
  readonly reopened = opened;
  readonly notes: FileLedger['notes'];
  readonly #before: FileLedger | undefined;
  readonly #entries = new Map<string, LedgerWrite>();
  readonly #notes = new Map<string, string>();

  /**
   * @param file Beside which a job keeps what else it remembers. It is not made.
   * @param before What was remembered so far.
   */
  constructor(file: string, before?: FileLedger) {
    this.file = file;
    this.salt = before?.salt ?? '';
    this.#before = before;
    this.notes = {
      get: (name) => this.#notes.get(name) ?? before?.notes.get(name),
      set: (name, value) => {
        this.#notes.set(name, value);
        return Promise.resolve();
      },
    };
  }

  get size(): number {
    const added = [...this.#entries.values()].filter(({ forget }) => forget !== true).length;
    return added + (this.#before?.size ?? 0);
  }

  async read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    const before = await this.#before?.read(keys);
    return keys.map((key, at) => {
      const own = this.#entries.get(key);
      return own === undefined ? before?.[at] : own.forget === true ? undefined : entryOf(own);
    });
  }

  async readOrders(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]> {
    const before = await this.#before?.readOrders(keys);
    return keys.map((key, at) => {
      const own = this.#entries.get(key);
      return own === undefined ? before?.[at] : own.order;
    });
  }

  async write(entries: readonly LedgerWrite[]): Promise<void> {
    const lacking = entries.filter(({ order, forget }) => order === undefined && forget !== true);
    const known = await this.readOrders(lacking.map(({ key }) => key));
    const orders = new Map(lacking.map(({ key }, at) => [key, known[at]]));
    for (const entry of entries) {
      const order = entry.order ?? orders.get(entry.key);
      this.#entries.set(entry.key, { ...entry, ...(order && { order }) });
    }
  }

  async *keys(): AsyncGenerator<string, void, undefined> {
    for await (const { key } of this.list()) yield key;
  }

  async *list(): AsyncGenerator<LedgerWrite, void, undefined> {
    for (const { key, fingerprint, feed, order, forget } of this.#entries.values()) {
      if (forget === true) continue;
      yield { key, fingerprint, ...(feed !== undefined && { feed }), ...(order && { order }) };
    }
    for await (const entry of this.#before?.list() ?? []) {
      if (!this.#entries.has(entry.key)) yield entry;
    }
  }

  verify(): Promise<void> {
    return Promise.resolve();
  }

  /** What it knows stays known: the next job of a run continues with it. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

function entryOf({ fingerprint, stock, feed }: LedgerWrite): LedgerEntry {
  return { fingerprint, ...(stock && { stock }), ...(feed !== undefined && { feed }) };
}
