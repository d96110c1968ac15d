import type { Order } from 'sequenzy-contract';
import type { LifetimeTotals, TotalsLookup } from '../backfill-options.ts';
import { Column } from '../tables/column.ts';
import { OrderKeys } from '../tables/order-keys.ts';
import { WideColumn } from '../tables/wide-column.ts';
import { Accounts } from './accounts.ts';
import { emailKey } from '../../ledger/addresses.ts';
import { Converter, type ExchangeRates } from './exchange-rates.ts';
import { Sample } from './sample.ts';
import { broughtBy, type TotalsRule } from './totals-rule.ts';
import type { OrderFacts } from '../order-facts.ts';

/** What totals are made of: the fields of an order that count. */
export type CountedOrder = Pick<
  Order,
  'orderId' | 'status' | 'totalCents' | 'currency' | 'refundAmountCents'
> &
  Pick<OrderFacts, 'paid' | 'cancelled'> & { readonly customer: Pick<Order['customer'], 'email'> };

export interface CustomerTotalsOptions {
  /** Brings customers together whose orders mix currencies. Default: they have no totals. */
  readonly rates?: ExchangeRates;
  /** How orders are added up. Default: `net`. */
  readonly rule?: TotalsRule;
  /** Addresses kept for {@link CustomerTotals.sample}. Default: 1,000. */
  readonly sampleSize?: number;
  /** Another seed, another sample. Default: ''. */
  readonly seed?: string;
}

let readKeys: (totals: CustomerTotals) => OrderKeys;

/**
 * Adds up what customers have ordered, as the shop would. Add every order ever placed, in any order; then ask.
 *
 * - Which orders count, and what they bring, says the {@link TotalsRule}.
 * - Customers are told apart by e-mail address without case.
 * - An order that is added again replaces what was added of it before.
 * - A customer whose counted orders are in several currencies has no totals, unless `rates` has all of them: then they
 *   are converted to `base`, exactly, and the sum is rounded once, half to even.
 * - A customer with an order whose amount is not known ({@link addUnknown}) has no totals.
 *
 * Nothing but hashes and numbers is kept: about 30 MB a million customers, and 25 MB a million orders.
 *
 * @example
 * const totals = new CustomerTotals();
 * for await (const order of ordersFromDatabase()) totals.add(order);
 * totals.totalsOf('ada@example.com'); // { ordersCount: 3, totalSpentCents: 12997 }
 */
export class CustomerTotals implements TotalsLookup {
  readonly #keys = new OrderKeys();
  readonly #accounts = new Accounts();
  readonly #accountOfOrder = new Column(Uint32Array);
  /** What the order brought, + 1; 0 where it does not count. */
  readonly #broughtByOrder = new WideColumn();
  /** The only addresses that must be named. */
  readonly #severalCurrencies = new Set<string>();
  /** Addresses of those with an order whose amount is not known. */
  readonly #incomplete = new Set<string>();
  readonly #sample: Sample;
  readonly #converter: Converter | undefined;
  readonly #rule: TotalsRule;

  static {
    readKeys = (totals) => totals.#keys;
  }

  /** @throws {SequenzyValidationError} naming every rate that cannot be used. */
  constructor({ rates, rule = 'net', sampleSize = 1000, seed = '' }: CustomerTotalsOptions = {}) {
    this.#rule = rule;
    this.#converter = rates === undefined ? undefined : new Converter(rates);
    this.#sample = new Sample(sampleSize, seed);
  }

  /** Customers with an order, counted or not. */
  get customers(): number {
    return this.#keys.customers.size;
  }

  /** Orders, each orderId once. */
  get orders(): number {
    return this.#keys.orders.size;
  }

  add(order: CountedOrder): void {
    const email = emailKey(order.customer.email);
    const customer = this.#customerOf(email);
    const known = this.#keys.orders.find(order.orderId);
    if (known !== undefined) this.#takeBack(known);
    const row = known ?? this.#keys.orders.add(order.orderId);
    const account = this.#accounts.open(customer, order.currency);
    const brought = broughtBy(order, this.#rule);
    this.#accountOfOrder.set(row, account);
    this.#broughtByOrder.set(row, brought === undefined ? 0 : brought + 1);
    if (brought === undefined) return;
    this.#accounts.book(account, 1, brought);
    if (this.#accounts.of(customer).length > 1) this.#severalCurrencies.add(email);
  }

  /** The customer has an order besides, and nobody knows what it brought: there are no totals of them then. */
  addUnknown(email: string): void {
    this.#incomplete.add(emailKey(email));
  }

  /** Whether an order was added, counted or not. */
  has(orderId: string): boolean {
    return this.#keys.orders.find(orderId) !== undefined;
  }

  /** As an order carries them; `undefined` for a customer who is not known or has no totals. */
  totalsOf(email: string): LifetimeTotals | undefined {
    const key = emailKey(email);
    const customer = this.#keys.customers.find(key);
    if (customer === undefined || this.#incomplete.has(key)) return undefined;
    return this.#totalsOf(customer);
  }

  /** What `totalSpentCents` is in: the orders' currency, or the base where they were converted. */
  currencyOf(email: string): string | undefined {
    const customer = this.#keys.customers.find(emailKey(email));
    if (customer === undefined || this.totalsOf(email) === undefined) return undefined;
    const accounts = this.#accounts.of(customer);
    if (accounts.length > 1) return this.#converter?.base;
    return accounts[0]?.currency ?? this.#accounts.currencies(customer)[0];
  }

  /** Those of all orders of the customer, counted or not. */
  currenciesOf(email: string): string[] {
    const customer = this.#keys.customers.find(emailKey(email));
    return customer === undefined ? [] : this.#accounts.currencies(customer);
  }

  /** Addresses, in lower case, of the customers who have no totals because their orders mix currencies. */
  mixed(): string[] {
    return [...this.#severalCurrencies].filter(
      (email) => !this.#incomplete.has(email) && this.totalsOf(email) === undefined,
    );
  }

  /** Addresses, in lower case, of the customers who have no totals because of {@link addUnknown}. */
  incomplete(): string[] {
    return [...this.#incomplete].filter((email) => this.#keys.customers.find(email) !== undefined);
  }

  /** A fair sample of the customers' addresses, in lower case: at most `count`, at most `sampleSize`. */
  sample(count: number): string[] {
    return this.#sample.take(count);
  }

  #customerOf(email: string): number {
    const before = this.#keys.customers.size;
    const customer = this.#keys.customers.add(email);
    if (customer === before) this.#sample.offer(email);
    return customer;
  }

  #takeBack(row: number): void {
    const brought = this.#broughtByOrder.get(row);
    if (brought > 0) this.#accounts.book(this.#accountOfOrder.get(row), -1, brought - 1);
  }

  #totalsOf(customer: number): LifetimeTotals | undefined {
    const accounts = this.#accounts.of(customer);
    const ordersCount = accounts.reduce((sum, { orders }) => sum + orders, 0);
    const totalSpentCents =
      accounts.length > 1 ? this.#converter?.sum(accounts) : (accounts[0]?.cents ?? 0);
    return totalSpentCents === undefined ? undefined : { ordersCount, totalSpentCents };
  }
}

/** The numbers of customers and orders, for what else is kept of the same orders. */
export function keysOf(totals: CustomerTotals): OrderKeys {
  return readKeys(totals);
}
