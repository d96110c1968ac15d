import type { LedgerEntry, LedgerNotes, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import type { DiskLedger } from '../disk-ledger.ts';
import type { FileLedger, Reopened } from '../file-ledger.ts';
import type { DatedEntry } from '../file/dated-entry.ts';
import { asLedgerError } from '../ledger-error.ts';
import type { FollowedLedger } from './followed-ledger.ts';
import type { Reservations } from './reservations.ts';

/** The other files are looked at this often at most while nothing is reserved, in milliseconds. */
const lookEvery = 1000;

/** A key that was forgotten here while another program still remembers it. */
const forgotten = 'forgotten:';

/**
 * A ledger beside those of other programs that send the same records. What the server was told last counts, whoever told
 * it: the latest entry of all files. It writes to its own alone.
 */
export class SharedLedger implements FileLedger {
  readonly file: string;
  readonly salt: string;
  readonly notes: LedgerNotes;
  readonly reopened: Reopened;
  readonly #own: DiskLedger;
  readonly #others: readonly FollowedLedger[];
  /** Absent where it was opened to read only. */
  readonly #reservations: Reservations | undefined;
  #lookedAt = -Infinity;

  constructor(own: DiskLedger, others: readonly FollowedLedger[], reservations?: Reservations) {
    this.#own = own;
    this.#others = others;
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
    await this.#own.write(await this.#completed(entries));
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
    } catch (error) {
      throw asLedgerError(error);
    }
  }

  async reserve(keys: readonly string[], signal: AbortSignal): Promise<() => Promise<void>> {
    const release = (await this.#reservations?.take(keys, signal)) ?? (() => Promise.resolve());
    try {
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
    for (const other of this.#others) {
      if (!other.has(key)) continue;
      const found = await other.dated(key);
      if (found === undefined || (latest !== undefined && found.time <= latest.time)) continue;
      latest = other.salt === this.salt ? found : withoutAddress(found);
    }
    if (latest === undefined) return undefined;
    const own = await this.#own.dated(key);
    return own === undefined || own.time < latest.time ? latest : undefined;
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

function entryOf({ fingerprint, stock, feed }: LedgerWrite): LedgerEntry {
  return { fingerprint, ...(stock && { stock }), ...(feed !== undefined && { feed }) };
}

/** Hashes of two salts cannot be compared. */
function withoutAddress({ entry, time }: DatedEntry): DatedEntry {
  const { order } = entry;
  return {
    time,
    entry: order === undefined ? entry : { ...entry, order: { ...order, email: '' } },
  };
}

async function orLedgerError<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw asLedgerError(error);
  }
}
