import { GrowingNumbers } from '../../spool/growing.ts';
import { KeyIndex } from '../../spool/key-index.ts';
import type { LifetimeTotals } from './customers.ts';
import { keyOf, type CustomerTotals } from './kind.ts';

/** Totals by e-mail address, without a text. */
export class TotalsTable {
  readonly #places = new KeyIndex();
  readonly #orders = new GrowingNumbers(Float64Array);
  readonly #cents = new GrowingNumbers(Float64Array);
  readonly #currencies = new GrowingNumbers(Uint16Array);
  readonly #codes: string[] = [];

  /** @param key The address, as {@link keyOf} has it; each comes once. */
  add(key: string, { ordersCount, totalSpentCents, currency }: CustomerTotals): void {
    this.#places.set(key, this.#orders.push(ordersCount));
    this.#cents.push(totalSpentCents);
    const known = this.#codes.indexOf(currency);
    this.#currencies.push(known === -1 ? this.#codes.push(currency) - 1 : known);
  }

  totalsOf(email: string): LifetimeTotals | undefined {
    const place = this.#placeOf(email);
    if (place === undefined) return undefined;
    return { ordersCount: this.#orders.get(place), totalSpentCents: this.#cents.get(place) };
  }

  currencyOf(email: string): string | undefined {
    const place = this.#placeOf(email);
    return place === undefined ? undefined : this.#codes[this.#currencies.get(place)];
  }

  #placeOf(email: string): number | undefined {
    return this.#places.get(keyOf(email) ?? '');
  }
}
