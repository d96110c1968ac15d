import pLimit from 'p-limit';

/** Requests under way: so many at once, and never two that touch the same key. */
export class Flights {
  readonly #slots: ReturnType<typeof pLimit>;
  readonly #byKey = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(concurrency: number) {
    this.#slots = pLimit(concurrency);
  }

  isUnderWay(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** Starts once none of the keys is under way any more; resolves when there is room for another. */
  async launch(keys: Iterable<string>, send: () => Promise<void>): Promise<void> {
    const mine = [...keys];
    for (const key of mine) await this.#byKey.get(key);
    const flight = this.#slots(send).finally(() => {
      this.#underWay.delete(flight);
      for (const key of mine) this.#byKey.delete(key);
    });
    flight.catch(() => undefined); // whoever waits next hears of it
    this.#underWay.add(flight);
    for (const key of mine) this.#byKey.set(key, flight);
    while (this.#underWay.size >= this.#slots.concurrency) await Promise.race(this.#underWay);
  }

  /** Waits until all have landed; throws what any of them threw. */
  async landed(): Promise<void> {
    const results = await Promise.allSettled(this.#underWay);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
