import { divideHalfEven } from 'sequenzy-contract';
import type { Members } from '../members.ts';

/** What the members of an amount are called that names its own currency. */
export interface AmountKeys {
  readonly amount: string;
  readonly currency: string;
}

/** Reads amounts that name their own currency, and gives them in the order's. */
export class OrderMoney {
  readonly #currency: string | undefined;
  readonly #keys: AmountKeys;
  /** The order's total in each currency it is known in: the only rate that holds for this order. */
  readonly #totals = new Map<string, number>();

  /** @param totals The order's total, in one currency or in several. */
  constructor(currency: string | undefined, totals: readonly Members[], keys: AmountKeys) {
    this.#currency = currency;
    this.#keys = keys;
    for (const total of totals) {
      const code = total.ownCurrency(keys.currency);
      const cents = code === undefined ? undefined : total.money(keys.amount, code);
      if (code !== undefined && cents !== undefined) this.#totals.set(code, cents);
    }
  }

  /** One amount. In another currency it is left out with a note, unless the two totals say what it is in the order's. */
  amount(money: Members): number | undefined {
    if (!money.has(this.#keys.amount)) return undefined;
    const cents = this.sum([money], this.#currency);
    if (cents === undefined) money.notes.push('foreignAmount');
    return cents;
  }

  /**
   * Adds amounts up and converts the sum, so that it is rounded once, half to even. Undefined where one of them is in a
   * currency that cannot be converted.
   *
   * @param unnamed The currency of amounts that name none; undefined where nobody knows.
   */
  sum(
    amounts: readonly Members[],
    unnamed: string | undefined,
    keys: AmountKeys = this.#keys,
  ): number | undefined {
    const sums = new Map<string, number>();
    for (const one of amounts) {
      const code = one.ownCurrency(keys.currency) ?? unnamed;
      if (code === undefined) {
        // Where the order has no currency either, this says so.
        if (this.#currency === undefined) one.money(keys.amount, undefined);
        return undefined;
      }
      sums.set(code, (sums.get(code) ?? 0) + (one.money(keys.amount, code) ?? 0));
    }
    let total = 0;
    for (const [code, cents] of sums) {
      const converted = this.#converted(cents, code);
      if (converted === undefined) return undefined;
      total += converted;
    }
    return total;
  }

  #converted(cents: number, code: string): number | undefined {
    if (code === this.#currency || cents === 0) return cents;
    const [there = 0, here] = [this.#totals.get(code), this.#totals.get(this.#currency ?? '')];
    if (there === 0 || here === undefined) return undefined;
    return Number(divideHalfEven(BigInt(cents) * BigInt(here), BigInt(there)));
  }
}
