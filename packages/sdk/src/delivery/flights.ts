import pLimit from 'p-limit';

/** Requests under way: so many at once, and never two of the same lane. */
export class Flights {
  readonly #slots: ReturnType<typeof pLimit>;
  readonly #byLane = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(concurrency: number) {
    this.#slots = pLimit(concurrency);
  }

  isUnderWay(lane: string): boolean {
    return this.#byLane.has(lane);
  }

  /** Starts once none of the lanes is under way any more; resolves when there is room for another. */
  async launch(lanes: Iterable<string>, send: () => Promise<void>): Promise<void> {
    const mine = [...lanes];
    for (const lane of mine) await this.#byLane.get(lane);
    const flight = this.#slots(send).finally(() => {
      this.#underWay.delete(flight);
      for (const lane of mine) this.#byLane.delete(lane);
    });
    flight.catch(() => undefined); // whoever waits next hears of it
    this.#underWay.add(flight);
    for (const lane of mine) this.#byLane.set(lane, flight);
    while (this.#underWay.size >= this.#slots.concurrency) await Promise.race(this.#underWay);
  }

  /** Waits until all have landed; throws what any of them threw. */
  async landed(): Promise<void> {
    const results = await Promise.allSettled(this.#underWay);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
