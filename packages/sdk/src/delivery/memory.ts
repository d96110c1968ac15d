import type { Hash64 } from 'sequenzy-contract';
import { fingerprintOf } from '../ledger/fingerprint.ts';
import type { InnerLedger } from '../ledger/inner-ledger.ts';
import type { LedgerEntry, LedgerWrite } from '../ledger/ledger.ts';
import { orLedgerError } from '../ledger/or-ledger-error.ts';
import { stockBefore, type Entry } from './entry.ts';
import type { BulkEndpoint } from './bulk-endpoint.ts';
import type { DeliveryOptions } from './delivery-options.ts';

/** The ledger as the engine uses it. Without a ledger nothing is remembered, and everything is new. */
export class Memory<Rec> {
  readonly #ledger: InnerLedger | undefined;
  readonly #endpoint: BulkEndpoint<Rec>;
  readonly #full: boolean;
  /** Of whatever this run sends. */
  readonly #feed: Pick<LedgerEntry, 'feed'>;
  /** What the ledger said of keys that are under way, where others send too. */
  readonly #before = new Map<string, LedgerWrite>();

  constructor(endpoint: BulkEndpoint<Rec>, { ledger, full = false, feed }: DeliveryOptions) {
    this.#ledger = ledger;
    this.#full = full;
    this.#feed = feed === undefined ? {} : { feed };
    this.#endpoint = endpoint;
  }

  /** Whether nothing has to be sent of a record, by hashes alone; false says nothing. */
  holds(key: Hash64, fingerprint: Hash64): boolean {
    return !this.#full && this.#ledger?.holds?.(key, fingerprint, this.#feed.feed) === true;
  }

  async recall(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    if (this.#ledger === undefined || keys.length === 0) return [];
    return orLedgerError(this.#ledger.read(keys));
  }

  /**
   * Keeps others from sending records of these keys; gives back how to let them. Undefined where nobody else sends, or
   * the signal ended the wait.
   */
  async reserve(
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<(() => Promise<void>) | undefined> {
    const reserving = this.#ledger?.reserve?.(keys, signal);
    if (reserving === undefined) return undefined;
    return orLedgerError(
      reserving.catch((error: unknown) => {
        if (signal.aborted) return undefined;
        throw error;
      }),
    );
  }

  /** What will stand in the ledger for this record. */
  readonly fingerprint = (record: Rec, text: string): string =>
    this.#ledger === undefined ? '' : fingerprintOf(this.#endpoint.identity(record, text));

  /** Nothing has to be sent of it: by default where the last thing the server acknowledged for the key was just this. */
  knows(entry: Entry<Rec>): boolean | Promise<boolean> {
    const { remembered, fingerprint } = entry;
    const isSame = !this.#full && remembered?.fingerprint === fingerprint;
    if (this.#endpoint.stays === undefined) return isSame;
    return orLedgerError(this.#endpoint.stays(entry.record, remembered, isSame));
  }

  /**
   * Notes, before something else than what is remembered leaves, that it is unknown what the server has: a crash
   * now must not leave the old fingerprint behind as if it still held.
   */
  async expect(entries: readonly Entry<Rec>[]): Promise<void> {
    if (this.#ledger?.reserve !== undefined) {
      await this.#announce(entries, this.#ledger);
      return;
    }
    const doubtful = entries.flatMap(({ key, remembered }): LedgerWrite[] =>
      typeof remembered?.fingerprint === 'string'
        ? [{ ...remembered, key, fingerprint: null }]
        : [],
    );
    await this.#write(doubtful);
  }

  /** Others who send too have to know what may have arrived, should this run end here: they send nothing earlier. */
  async #announce(entries: readonly Entry<Rec>[], ledger: InnerLedger): Promise<void> {
    const orders = await orLedgerError(
      ledger.readOrders?.(entries.map(({ key }) => key)) ?? Promise.resolve([]),
    );
    for (const [at, { key, remembered }] of entries.entries()) {
      const order = orders[at];
      this.#before.set(
        key,
        remembered === undefined
          ? { key, fingerprint: null, forget: true }
          : { ...remembered, key, ...(order && { order }) },
      );
    }
    await this.#write(
      entries.map((entry) => {
        const { key, remembered } = entry;
        // A record that is read when it is asked for is not read in vain.
        const order = this.#endpoint.orderAfter?.(entry.record);
        return { ...remembered, key, fingerprint: null, ...this.#feed, ...(order && { order }) };
      }),
    );
  }

  /** For certain they have not arrived: what was known before still holds. */
  async takeBack(entries: readonly Entry<Rec>[]): Promise<void> {
    await this.#write(entries.flatMap(({ key }) => this.#before.get(key) ?? []));
    this.#settled(entries);
  }

  #settled(entries: readonly Entry<Rec>[]): void {
    for (const { key } of entries) this.#before.delete(key);
  }

  async acknowledge(entries: readonly Entry<Rec>[]): Promise<void> {
    this.#settled(entries);
    if (this.#ledger === undefined || this.#ledger.isUnwritten === true) return;
    await this.#write(
      entries.map((entry) => {
        const { key, record, fingerprint } = entry;
        const stock = this.#endpoint.stockAfter(record, stockBefore(entry));
        const order = this.#endpoint.orderAfter?.(record);
        return {
          key,
          fingerprint,
          ...(stock && { stock }),
          ...this.#feed,
          ...(order && { order }),
        };
      }),
    );
  }

  /** Sent, and no clear answer: the next run has to send it again. */
  async doubt(entries: readonly Entry<Rec>[]): Promise<void> {
    this.#settled(entries);
    await this.#write(
      entries.map(({ key, remembered }) => {
        const { stock } = remembered ?? {};
        return { key, fingerprint: null, ...(stock && { stock }), ...this.#feed };
      }),
    );
  }

  /** @throws {SequenzyError} where the ledger is not this run's any more. */
  readonly permit = async (): Promise<void> => {
    const asked = this.#ledger?.verify?.();
    if (asked !== undefined) await orLedgerError(asked);
  };

  async #write(entries: readonly LedgerWrite[]): Promise<void> {
    if (this.#ledger === undefined || entries.length === 0) return;
    await orLedgerError(this.#ledger.write(entries));
  }
}
