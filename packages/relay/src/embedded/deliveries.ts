/** Repetitions come within hours; source for Shopify, with 4 hours: shopify.dev. */
const keptFor = 3 * 86_400_000;
const most = 200_000;

/** Deliveries of the last days, the oldest first. */
export class Deliveries {
  readonly #times = new Map<string, number>();

  has(delivery: string): boolean {
    return this.#times.has(delivery);
  }

  add(delivery: string, time: number): void {
    this.#times.set(delivery, time);
    for (const [oldest, at] of this.#times) {
      if (at > time - keptFor && this.#times.size <= most) break;
      this.#times.delete(oldest);
    }
  }

  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.#times.entries();
  }
}
