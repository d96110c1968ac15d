import { Column } from '../tables/column.ts';
import { WideColumn } from '../tables/wide-column.ts';
import { Currencies } from './currencies.ts';
import type { Amount } from './exchange-rates.ts';

/** What a customer has spent in one currency. */
export interface Account extends Amount {
  readonly orders: number;
}

/** One account for each customer and currency, chained by customer: 13 bytes each, and 4 a customer. */
export class Accounts {
  readonly #currency = new Currencies();
  readonly #orders = new Column(Uint32Array);
  readonly #cents = new WideColumn();
  /** Account + 1; 0 ends the chain. */
  readonly #next = new Column(Uint32Array);
  readonly #first = new Column(Uint32Array);
  #size = 0;

  /** The number of the account; a new one where the customer has none in the currency. */
  open(customer: number, currency: string): number {
    for (const account of this.#chain(customer)) {
      if (this.#currency.get(account) === currency) return account;
    }
    const account = this.#size++;
    this.#currency.set(account, currency);
    this.#next.set(account, this.#first.get(customer));
    this.#first.set(customer, account + 1);
    return account;
  }

  book(account: number, orders: 1 | -1, cents: number): void {
    this.#orders.add(account, orders);
    this.#cents.add(account, orders * cents);
  }

  /** The customer's accounts with an order that counts. */
  of(customer: number): Account[] {
    return this.#chain(customer)
      .map((account) => this.#show(account))
      .filter(({ orders }) => orders > 0);
  }

  /** All that the customer's orders are in, counted or not: the first order's first. */
  currencies(customer: number): string[] {
    return this.#chain(customer)
      .map((account) => this.#currency.get(account))
      .reverse();
  }

  #show(account: number): Account {
    return {
      currency: this.#currency.get(account),
      orders: this.#orders.get(account),
      cents: this.#cents.get(account),
    };
  }

  #chain(customer: number): number[] {
    const chain: number[] = [];
    for (let link = this.#first.get(customer); link !== 0; link = this.#next.get(link - 1)) {
      chain.push(link - 1);
    }
    return chain;
  }
}
