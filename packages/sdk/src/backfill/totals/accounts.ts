import { Column } from '../tables/column.ts';
import { WideColumn } from '../tables/wide-column.ts';
import type { Amount } from './exchange-rates.ts';

/** What a customer has spent in one currency. */
export interface Account extends Amount {
  readonly orders: number;
}

/** One account for each customer and currency, chained by customer: 13 bytes each, and 4 a customer. */
export class Accounts {
  readonly #currencies: string[] = [];
  readonly #currency = new Column(Uint8Array);
  readonly #orders = new Column(Uint32Array);
  readonly #cents = new WideColumn();
  /** Account + 1; 0 ends the chain. */
  readonly #next = new Column(Uint32Array);
  readonly #first = new Column(Uint32Array);
  #size = 0;

  /** The number of the account; a new one where the customer has none in the currency. */
  open(customer: number, currency: string): number {
    const code = this.#codeOf(currency);
    for (const account of this.#chain(customer)) {
      if (this.#currency.get(account) === code) return account;
    }
    const account = this.#size++;
    this.#currency.set(account, code);
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

  /** The currency the customer's first order was in, counted or not. */
  firstCurrency(customer: number): string | undefined {
    const oldest = this.#chain(customer).at(-1);
    return oldest === undefined ? undefined : this.#show(oldest).currency;
  }

  #show(account: number): Account {
    return {
      currency: this.#currencies[this.#currency.get(account)] ?? '',
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

  /** There are fewer than 256 currencies in ISO 4217, but nobody checks that a code is one of them. */
  #codeOf(currency: string): number {
    const known = this.#currencies.indexOf(currency);
    if (known !== -1) return known;
    if (this.#currencies.length > 255) throw new RangeError('More than 256 currencies');
    return this.#currencies.push(currency) - 1;
  }
}
