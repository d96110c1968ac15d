import type { LifetimeTotals } from '../backfill-options.ts';
import { Column } from '../tables/column.ts';

/** The lifetime totals that came with the orders: of every customer those on the newest order that has any. */
export class GivenTotals {
  /** When, + 1; 0 where none came. */
  readonly #since = new Column(Float64Array);
  readonly #orders = new Column(Float64Array);
  readonly #cents = new Column(Float64Array);

  /** At the same time, what is added later wins. */
  add(customer: number, time: number, totals: LifetimeTotals | undefined): void {
    if (totals === undefined) return;
    const since = this.#since.get(customer);
    if (since !== 0 && time < since - 1) return;
    this.#since.set(customer, time + 1);
    this.#orders.set(customer, totals.ordersCount);
    this.#cents.set(customer, totals.totalSpentCents);
  }

  of(customer: number): LifetimeTotals | undefined {
    if (this.#since.get(customer) === 0) return undefined;
    return {
      ordersCount: this.#orders.get(customer),
      totalSpentCents: this.#cents.get(customer),
    };
  }
}
