import pLimit from 'p-limit';

/** Requests under way: so many at once, and never two of the same lane. */
export class Flights {
  readonly #slots: ReturnType<typeof pLimit>;
  readonly #byLane = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #onCrash: () => void;
  #crash: { readonly reason: unknown } | undefined;

  /** `onCrash` is called at once when a flight throws, which only a bug makes it do. */
  constructor(concurrency: number, onCrash: () => void) {
    this.#slots = pLimit(concurrency);
    this.#onCrash = onCrash;
  }

  isUnderWay(lane: string): boolean {
    return this.#byLane.has(lane);
  }

  /** Starts once none of the lanes is under way any more; resolves when there is room for another. */
  async launch(lanes: Iterable<string>, send: () => Promise<void>): Promise<void> {
    const mine = [...lanes];
    for (const lane of mine) await this.#byLane.get(lane);
    this.#throwCrash();
    const flight = this.#slots(send)
      .catch((reason: unknown) => {
        this.#crash ??= { reason };
        this.#onCrash();
      })
      .finally(() => {
        this.#underWay.delete(flight);
        for (const lane of mine) this.#byLane.delete(lane);
      });
    this.#underWay.add(flight);
    for (const lane of mine) this.#byLane.set(lane, flight);
    while (this.#underWay.size >= this.#slots.concurrency) await Promise.race(this.#underWay);
    this.#throwCrash();
  }

  /** Waits until all have landed; throws what the first crash threw. */
  async landed(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#throwCrash();
  }

  #throwCrash(): void {
    if (this.#crash !== undefined) throw this.#crash.reason;
  }
}
