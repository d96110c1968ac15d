import type { LedgerEntry, LedgerNotes, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import type { DiskLedger } from '../disk-ledger.ts';
import type { FileLedger, Reopened } from '../file-ledger.ts';
import type { DatedEntry } from '../file/dated-entry.ts';
import { asLedgerError } from '../ledger-error.ts';
import type { FollowedLedger } from './followed-ledger.ts';
import type { Reservations } from './reservations.ts';
import type { SentElsewhere } from './sent-elsewhere.ts';

/** The other files are looked at this often at most while nothing is reserved, in milliseconds. */
const lookEvery = 1000;

/** A key that was forgotten here while another program still remembers it. */
const forgotten = 'forgotten:';

/** Whose memories a ledger stands beside. */
export interface Beside {
  readonly others: readonly FollowedLedger[];
  readonly elsewhere: SentElsewhere | undefined;
  /** Absent where it was opened to read only. */
  readonly reservations?: Reservations;
}

/**
 * A ledger beside those of other programs that send the same records. What the server was told last counts, whoever told
 * it: the latest entry of all. Of the files it writes to its own alone.
 */
export class SharedLedger implements FileLedger {
  readonly file: string;
  readonly salt: string;
  readonly notes: LedgerNotes;
  readonly reopened: Reopened;
  readonly #own: DiskLedger;
  readonly #others: readonly FollowedLedger[];
  readonly #elsewhere: SentElsewhere | undefined;
  readonly #reservations: Reservations | undefined;
  #lookedAt = -Infinity;

  constructor(own: DiskLedger, { others, elsewhere, reservations }: Beside) {
    this.#own = own;
    this.#others = others;
    this.#elsewhere = elsewhere;
    this.#reservations = reservations;
    this.file = own.file;
    this.salt = own.salt;
    this.notes = own.notes;
    this.reopened = own.reopened;
  }

  /** Of its own file. */
  get size(): number {
    return this.#own.size;
  }

  async read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    await this.#look(false);
    const own = await this.#own.read(keys);
    return orLedgerError(
      Promise.all(
        keys.map(async (key, at) => {
          const latest = await this.#latestOfOthers(key);
          return latest === undefined ? own[at] : entryOf(latest.entry);
        }),
      ),
    );
  }

  async readOrders(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]> {
    await this.#look(false);
    const own = await this.#own.readOrders(keys);
    return orLedgerError(
      Promise.all(
        keys.map(async (key, at) => {
          const latest = await this.#latestOfOthers(key);
          return latest === undefined ? own[at] : (latest.entry.order ?? own[at]);
        }),
      ),
    );
  }

  async write(entries: readonly LedgerWrite[]): Promise<void> {
    const completed = await this.#completed(entries);
    await this.#own.write(completed);
    await this.#elsewhere?.write(completed.map((entry) => this.#toldElsewhere(entry)));
    for (const { key, forget } of entries) {
      const isElsewhere = this.#others.some((other) => other.has(key));
      const isForgotten = this.notes.get(forgotten + key) === 'yes';
      if (isElsewhere && isForgotten !== (forget === true)) {
        await this.notes.set(forgotten + key, forget === true ? 'yes' : 'no');
      }
    }
  }

  async *keys(): AsyncGenerator<string, void, undefined> {
    for await (const { key } of this.list()) yield key;
  }

  async *list(): AsyncGenerator<LedgerWrite, void, undefined> {
    yield* this.#own.list();
    await this.#look(true);
    const [...others] = this.#others;
    try {
      for (const [at, other] of others.entries()) {
        const before = [this.#own, ...others.slice(0, at)];
        for await (const { key, fingerprint, feed, order } of other.list()) {
          const isForgotten = this.notes.get(forgotten + key) === 'yes';
          if (!isForgotten && !before.some((one) => one.has(key)))
            yield {
              key,
              fingerprint,
              ...(feed !== undefined && { feed }),
              ...(order && { order }),
            };
        }
      }
      const before = [this.#own, ...others];
      for await (const entry of this.#elsewhere?.list() ?? []) {
        if (!before.some((one) => one.has(entry.key))) yield entry;
      }
    } catch (error) {
      throw asLedgerError(error);
    }
  }

  async reserve(keys: readonly string[], signal: AbortSignal): Promise<() => Promise<void>> {
    const taken: (() => Promise<void>)[] = [];
    const release = async (): Promise<void> => {
      for (const one of taken.splice(0).reverse()) await one();
    };
    try {
      if (this.#reservations) taken.push(await this.#reservations.take(keys, signal));
      if (this.#elsewhere) taken.push(await this.#elsewhere.reserve(keys, signal));
      await this.#look(true);
      return release;
    } catch (error) {
      await release();
      throw error;
    }
  }

  verify(): Promise<void> {
    return this.#own.verify();
  }

  async close(): Promise<void> {
    await this.#own.close();
    for (const other of this.#others) await other.close();
    await this.#elsewhere?.close();
  }

  /** @param isDue Whether it has to be now. */
  async #look(isDue: boolean): Promise<void> {
    const now = performance.now();
    if (!isDue && now - this.#lookedAt < lookEvery) return;
    for (const other of this.#others) await orLedgerError(other.refresh());
    this.#lookedAt = now;
  }

  /** What others wrote last of a key, where that is later than what stands in the own file. */
  async #latestOfOthers(key: string): Promise<DatedEntry | undefined> {
    let latest: DatedEntry | undefined;
    const others = this.#others.filter((one) => one.has(key));
    for (const other of this.#elsewhere ? [...others, this.#elsewhere] : others) {
      const found = await other.dated(key);
      if (found === undefined || (latest !== undefined && found.time <= latest.time)) continue;
      const { entry, time } = found;
      latest = other.salt === this.salt ? found : { entry: withoutAddress(entry), time };
    }
    if (latest === undefined) return undefined;
    const own = await this.#own.dated(key);
    return own === undefined || own.time < latest.time ? latest : undefined;
  }

  #toldElsewhere(entry: LedgerWrite): LedgerWrite {
    return this.#elsewhere?.salt === this.salt ? entry : withoutAddress(entry);
  }

  /** An entry that says nothing of its order keeps what is known of it, by whomever. */
  async #completed(entries: readonly LedgerWrite[]): Promise<readonly LedgerWrite[]> {
    const completed: LedgerWrite[] = [];
    for (const entry of entries) {
      const isWhole = entry.order !== undefined || entry.forget === true;
      const latest = isWhole ? undefined : await orLedgerError(this.#latestOfOthers(entry.key));
      const order = latest?.entry.order;
      completed.push(order === undefined ? entry : { ...entry, order });
    }
    return completed;
  }
}

/** Hashes of two salts cannot be compared. */
function withoutAddress<Entry extends LedgerWrite>(entry: Entry): Entry {
  return entry.order === undefined ? entry : { ...entry, order: { ...entry.order, email: '' } };
}

function entryOf({ fingerprint, stock, feed }: LedgerWrite): LedgerEntry {
  return { fingerprint, ...(stock && { stock }), ...(feed !== undefined && { feed }) };
}

async function orLedgerError<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw asLedgerError(error);
  }
}
