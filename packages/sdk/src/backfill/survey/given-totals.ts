import type { LifetimeTotals } from '../backfill-options.ts';
import type { DatedOrder } from '../check-order.ts';
import { Currencies } from '../totals/currencies.ts';
import { Column } from '../tables/column.ts';
import type { KeyTable } from '../tables/key-table.ts';
import { emailKey } from '../../ledger/addresses.ts';

/**
 * The lifetime totals that came with the orders: of every customer those on the newest order that has any. Where a
 * faulty order is newer, there are none: its totals are not known, and those of an older one no longer hold.
 */
export class GivenTotals {
  readonly #customers: KeyTable;
  /** When, + 1; 0 where none came. */
  readonly #since = new Column(Float64Array);
  readonly #orders = new Column(Float64Array);
  readonly #cents = new Column(Float64Array);
  readonly #currencies = new Currencies();
  /** Time of the newest faulty order, by address. */
  readonly #faulty = new Map<string, number>();

  /** @param customers By e-mail address, as `emailKey` has it. */
  constructor(customers: KeyTable) {
    this.#customers = customers;
  }

  /** At the same time, what is added later wins. */
  add(
    customer: number,
    time: number,
    { customerTotals: totals, currency }: Pick<DatedOrder, 'customerTotals' | 'currency'>,
  ): void {
    if (totals === undefined) return;
    const since = this.#since.get(customer);
    if (since !== 0 && time < since - 1) return;
    this.#since.set(customer, time + 1);
    this.#orders.set(customer, totals.ordersCount);
    this.#cents.set(customer, totals.totalSpentCents);
    this.#currencies.set(customer, currency);
  }

  /** A faulty order; one without a time may be the newest. */
  addFaulty(email: string, time = Infinity): void {
    const key = emailKey(email);
    this.#faulty.set(key, Math.max(time, this.#faulty.get(key) ?? -Infinity));
  }

  of(email: string): LifetimeTotals | undefined {
    const key = emailKey(email);
    const customer = this.#customers.find(key);
    if (customer === undefined || this.#since.get(customer) === 0) return undefined;
    if (this.#isOutdated(key, customer)) return undefined;
    return {
      ordersCount: this.#orders.get(customer),
      totalSpentCents: this.#cents.get(customer),
    };
  }

  /** The currency of the order that the totals came with. */
  currencyOf(email: string): string | undefined {
    const customer = this.#customers.find(emailKey(email));
    return customer === undefined || this.#since.get(customer) === 0
      ? undefined
      : this.#currencies.get(customer);
  }

  /** Addresses, in lower case, of the customers whose totals a faulty order has made outdated. */
  incomplete(): string[] {
    return [...this.#faulty.keys()].filter((key) => {
      const customer = this.#customers.find(key);
      return customer !== undefined && this.#isOutdated(key, customer);
    });
  }

  #isOutdated(key: string, customer: number): boolean {
    const since = this.#since.get(customer);
    return since !== 0 && (this.#faulty.get(key) ?? -Infinity) >= since - 1;
  }
}
