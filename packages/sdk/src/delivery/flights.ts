import pLimit from 'p-limit';

export interface FlightRules {
  /** Whether a flight may only start once no other is under way. */
  readonly isAlone: () => boolean;
  /** Called at once when a flight throws, which only a bug makes it do. */
  readonly onCrash: () => void;
}

/** Requests under way: so many at once, and never two of the same lane. */
export class Flights {
  readonly #slots: ReturnType<typeof pLimit>;
  readonly #byLane = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #rules: FlightRules;
  #crash: { readonly reason: unknown } | undefined;

  constructor(concurrency: number, rules: FlightRules) {
    this.#slots = pLimit(concurrency);
    this.#rules = rules;
  }

  isUnderWay(lane: string): boolean {
    return this.#byLane.has(lane);
  }

  /** Starts once none of the lanes is under way any more; resolves when there is room for another. */
  async launch(lanes: Iterable<string>, send: () => Promise<void>): Promise<void> {
    const mine = [...lanes];
    for (const lane of mine) {
      const earlier = this.#byLane.get(lane);
      if (earlier !== undefined) await earlier;
    }
    while (this.#rules.isAlone() && this.#underWay.size > 0) await Promise.race(this.#underWay);
    this.#throwCrash();
    const flight = this.#slots(send)
      .catch((reason: unknown) => {
        this.#crash ??= { reason };
        this.#rules.onCrash();
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
