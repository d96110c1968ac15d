import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import { orAdvice } from './own-ledger.ts';
import { KeySet } from '../input/key-set.ts';

/** Keys that are looked up and written at once. */
const batch = 100;

/** Holds the key of every product that came from a live source. */
export interface LiveLedger {
  /** Of the live source. */
  readonly name: string;
  readonly ledger: FileLedger;
}

/**
 * Which known products came from live sources. Files and live sources may feed one company, and each is a part of its
 * catalog: what the one does not list is gone only if it came from there. What two list is of the one that was read last.
 */
export class Provenance {
  readonly #source: string;
  readonly #catalog: Pick<Catalog, 'records'>;
  readonly #ledgers: readonly LiveLedger[];

  /** @param ledgers Closed by {@link close}. */
  constructor(catalog: Pick<Catalog, 'records' | 'source'>, ledgers: readonly LiveLedger[]) {
    this.#source = catalog.source.name;
    this.#catalog = catalog;
    this.#ledgers = ledgers;
  }

  /** Undefined where nothing came from a live source, and nothing does. */
  static among(
    catalog: Pick<Catalog, 'records' | 'source'>,
    ledgers: readonly LiveLedger[],
  ): Provenance | undefined {
    return ledgers.length === 0 ? undefined : new Provenance(catalog, ledgers);
  }

  /** Tells of a known product whether it came from where this run reads. */
  async filter(): Promise<(key: string) => boolean> {
    const own = this.#ledgers.filter(({ name }) => name === this.#source);
    const isLive = own.length > 0;
    const keys = new KeySet();
    for (const { ledger } of isLive ? own : this.#ledgers) {
      for await (const key of ledger.keys()) keys.add(key);
    }
    return (key) => keys.has(key) === isLive;
  }

  /** Writes down that what is listed comes from here. Done before anything is sent: a killed run has claimed too much at most. */
  async claim(): Promise<void> {
    let keys: string[] = [];
    for await (const { key } of this.#catalog.records()) {
      if (key !== undefined) keys.push(key);
      if (keys.length < batch) continue;
      await this.#write(keys);
      keys = [];
    }
    await this.#write(keys);
  }

  async close(): Promise<void> {
    for (const { ledger } of this.#ledgers) await ledger.close();
  }

  async #write(keys: readonly string[]): Promise<void> {
    for (const { name, ledger } of this.#ledgers) {
      const known = await ledger.read(keys);
      const forget = name !== this.#source;
      const changed = keys.filter((_, at) => (known[at] !== undefined) === forget);
      if (changed.length === 0) continue;
      await orAdvice(ledger.write(changed.map((key) => ({ key, fingerprint: null, forget }))));
    }
  }
}
