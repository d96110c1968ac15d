import { limits } from 'sequenzy-contract';
import { Batch } from './batch.ts';
import { entryOf, type Entry } from './entry.ts';
import { Flight, type Crew } from './flight.ts';
import { Flights } from './flights.ts';

const defaultConcurrency = 4;

/** Fills batches with entries and sends each one that is full, as soon as there is room. */
export class Packer<Rec> {
  readonly #crew: Crew<Rec>;
  readonly #flights: Flights;
  readonly #maxBytes: number;
  #open: Batch<Rec>;

  constructor(crew: Crew<Rec>) {
    const { concurrency, maxBodyBytes } = crew.run.options;
    this.#crew = crew;
    this.#flights = new Flights(concurrency ?? defaultConcurrency, {
      isAlone: () => crew.run.isInDoubt,
      onCrash: () => {
        crew.run.cancel();
      },
    });
    this.#maxBytes = maxBodyBytes ?? limits.maxBodyBytes;
    this.#open = this.#emptyBatch();
  }

  /** Something of this key is unsent, or of this key or lane on its way. */
  isPending(key: string, lane: string): boolean {
    const underWay = this.#flights.isUnderWay(lane) || this.#flights.isUnderWay(key);
    return this.#open.entries.has(key) || underWay;
  }

  /** Merges the entry with an unsent one of its key. A promise where there is no room for the next yet. */
  add(entry: Entry<Rec>): Promise<void> | undefined {
    const earlier = this.#open.entries.get(entry.key);
    const merged = earlier === undefined ? entry : this.#merge(earlier, entry);
    if (!this.#open.fits(merged)) return this.#addToNext(entry, merged, earlier);
    this.#open.put(merged);
    return this.#open.full ? this.flush() : undefined;
  }

  async #addToNext(entry: Entry<Rec>, merged: Entry<Rec>, earlier?: Entry<Rec>): Promise<void> {
    if (this.#emptyBatch().fits(merged)) {
      this.#open.remove(entry.key);
      await this.flush();
      this.#open.put(merged);
    } else if (earlier !== undefined && this.#emptyBatch().fits(entry)) {
      await this.flush();
      this.#open.put(entry);
    } else {
      this.#reject(entry);
    }
    if (this.#open.full) await this.flush();
  }

  /** Sends what there is. */
  async flush(): Promise<void> {
    const { entries } = this.#open;
    this.#open = this.#emptyBatch();
    if (entries.size === 0) return;
    const lanes = new Set<string>();
    for (const { key, lane } of entries.values()) lanes.add(key).add(lane);
    await this.#flights.launch(lanes, () => new Flight(this.#crew, entries).fly());
  }

  /** Waits until nothing is on its way; throws what any flight threw. */
  landed(): Promise<void> {
    return this.#flights.landed();
  }

  #merge(earlier: Entry<Rec>, later: Entry<Rec>): Entry<Rec> {
    const { endpoint, memory } = this.#crew;
    return entryOf(
      {
        key: earlier.key,
        lane: later.lane,
        record: endpoint.merge(earlier.record, later.record),
        positions: [...earlier.positions, ...later.positions],
        remembered: earlier.remembered,
        stale: true,
      },
      memory.fingerprint,
    );
  }

  #reject({ key, positions }: Entry<Rec>): void {
    const message = `is larger than ${this.#maxBytes} bytes as JSON, the most one request may hold`;
    for (const position of positions) {
      this.#crew.run.report({
        status: 'rejected',
        key,
        reasons: [{ path: '', message }],
        ...position,
      });
    }
  }

  #emptyBatch(): Batch<Rec> {
    return new Batch(this.#crew.endpoint, this.#maxBytes);
  }
}
