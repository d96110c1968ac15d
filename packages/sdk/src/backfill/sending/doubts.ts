import type { Order } from 'sequenzy-contract';

const years = 5;

/** Names of event properties that Sequenzy keeps for itself. Source: the vendor's reference page "orders create". */
const reservedNames = ['provider', 'orderId', 'lineItems', 'orderedAt'] as const;

/**
 * Counts what orders may lose without an answer that says so: {@link backfill} does, in `tooOld` and
 * `reservedProperties`; for single orders it can be asked.
 *
 * @example
 * const doubts = new Doubts(Date.now());
 * doubts.add(order);
 * if (doubts.reserved.length > 0) console.warn(`lost: ${doubts.reserved.join(', ')}`);
 */
export class Doubts {
  /**
   * Orders of more than five years ago. The API refuses other events of that age; an order is answered before it is
   * looked at, so that it may vanish.
   */
  tooOld = 0;
  readonly #oldest: number;
  readonly #reserved = new Set<string>();

  /** @param now In milliseconds since 1970. */
  constructor(now: number) {
    const oldest = new Date(now);
    oldest.setUTCFullYear(oldest.getUTCFullYear() - years);
    this.#oldest = oldest.getTime();
  }

  /** An order that is sent. */
  add({ orderedAt, properties = {} }: Pick<Order, 'orderedAt' | 'properties'>): void {
    if (orderedAt !== undefined && Date.parse(orderedAt) < this.#oldest) this.tooOld += 1;
    for (const name of reservedNames) if (name in properties) this.#reserved.add(name);
  }

  /** Properties that Sequenzy does not take, because it has its own of these names. */
  get reserved(): readonly string[] {
    return [...this.#reserved];
  }
}
