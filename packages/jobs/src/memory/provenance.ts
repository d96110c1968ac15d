import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import { orAdvice } from './own-ledger.ts';
import { KeySet } from '../input/key-set.ts';

/** Keys that are looked up and written at once. */
const batch = 100;

/**
 * Which known products came from Fanfare. Files and Fanfare may feed one company, and each is a part of its catalog: what
 * the one does not list is gone only if it came from there. What both list is of the one that was read last.
 */
export class Provenance {
  readonly #isFanfare: boolean;
  readonly #catalog: Pick<Catalog, 'records'>;
  readonly #ledger: FileLedger;

  /** @param ledger Holds the key of every product that came from Fanfare. Closed by {@link close}. */
  constructor(catalog: Pick<Catalog, 'records' | 'source'>, ledger: FileLedger) {
    this.#isFanfare = catalog.source.name === 'fanfare';
    this.#catalog = catalog;
    this.#ledger = ledger;
  }

  /** Tells of a known product whether it came from where this run reads. */
  async filter(): Promise<(key: string) => boolean> {
    const fromFanfare = new KeySet();
    for await (const key of this.#ledger.keys()) fromFanfare.add(key);
    return (key) => fromFanfare.has(key) === this.#isFanfare;
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

  close(): Promise<void> {
    return this.#ledger.close();
  }

  async #write(keys: readonly string[]): Promise<void> {
    const known = await this.#ledger.read(keys);
    const forget = !this.#isFanfare;
    const changed = keys.filter((_, at) => (known[at] !== undefined) === forget);
    if (changed.length === 0) return;
    await orAdvice(this.#ledger.write(changed.map((key) => ({ key, fingerprint: null, forget }))));
  }
}
