import { GrowingNumbers } from '../spool/growing-numbers.ts';
import { KeyIndex } from '../spool/key-index.ts';
import type { LifetimeTotals } from './customers.ts';
import { keyOf } from './format.ts';

/** Totals by e-mail address, without a text. */
export class TotalsTable {
  readonly #places = new KeyIndex();
  readonly #orders = new GrowingNumbers(Float64Array);
  readonly #cents = new GrowingNumbers(Float64Array);

  /** @param key The address, as {@link keyOf} has it; each comes once. */
  add(key: string, { ordersCount, totalSpentCents }: LifetimeTotals): void {
    this.#places.set(key, this.#orders.push(ordersCount));
    this.#cents.push(totalSpentCents);
  }

  totalsOf(email: string): LifetimeTotals | undefined {
    const place = this.#places.get(keyOf(email) ?? '');
    if (place === undefined) return undefined;
    return { ordersCount: this.#orders.get(place), totalSpentCents: this.#cents.get(place) };
  }
}
