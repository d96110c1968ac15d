import { take } from '../../delivery/take.ts';
import type { BackfillOptions, LifetimeTotals } from '../backfill-options.ts';
import { checkOrder, countedOrder, orderIdOf, ownerOf, type DatedOrder } from '../check-order.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Access, FaultyOrder } from '../order-source.ts';
import { Column } from '../tables/column.ts';
import { OrderKeys } from '../tables/order-keys.ts';
import { CustomerTotals, keysOf } from '../totals/customer-totals.ts';
import { emailKey } from '../totals/email-key.ts';
import { filterFrom, timeOf, type OrderFilter } from './filter.ts';
import { AddressHashes } from './address-hashes.ts';
import { GivenTotals } from './given-totals.ts';
import type { KnownHistory } from './known-history.ts';
import { Named } from './named.ts';
import { OrderTable } from './order-table.ts';
import { Profiles, type Profile } from './profiles.ts';

/** What every order of a customer carries. */
export interface Carried {
  readonly profile: Profile;
  readonly totals: LifetimeTotals | undefined;
  /** What the totals are in. Without it they are in the order's. */
  readonly currency: string | undefined;
}

/** What one reading of the source tells, before anything is sent: who ordered what when, in numbers and hashes. */
export class Survey {
  readonly orders: OrderTable;
  /** Places of the inputs that do not fit the API. */
  readonly unfit: number[] = [];
  readonly computed: CustomerTotals | undefined;
  /** Of the customers, where the ledger says whom orders were sent for. */
  readonly addresses: AddressHashes | undefined;
  /** What was sent before; set where totals are computed. */
  history: KnownHistory | undefined;
  /** Times of the first and the last order, in milliseconds since 1970. */
  span: { from: number; to: number } | undefined;
  /** Customers who are sent without totals, because an order has lost their address. */
  readonly lacking = new Set<string>();
  /** Orders the computed totals lack, whose customers are not known. */
  readonly unowned = new Named();
  readonly #keys: OrderKeys;
  /** Of customers with several orders; anybody else's one order says all that is known. */
  readonly #profiles = new Profiles();
  readonly #given: GivenTotals | undefined;
  /** Row + 1 of the customer's order that came last; from {@link finish} on, of the newest order to send. */
  #newest = new Column(Uint32Array);
  readonly #options: BackfillOptions;
  readonly #isSelected: OrderFilter;
  #byTime = true;
  #read = 0;
  #selected = 0;
  #withSelected = 0;

  constructor(options: BackfillOptions) {
    const { totals, rates, totalsRule } = options;
    this.#options = options;
    this.#isSelected = filterFrom(options);
    if (totals === 'computed') {
      this.computed = new CustomerTotals({
        ...(rates && { rates }),
        ...(totalsRule && { rule: totalsRule }),
      });
    }
    this.#keys = this.computed === undefined ? new OrderKeys() : keysOf(this.computed);
    this.orders = new OrderTable(this.#keys.orders);
    const { ledger } = options;
    if (this.computed !== undefined && ledger !== undefined) {
      this.addresses = new AddressHashes(ledger.salt ?? '');
    }
    if (totals === 'given') this.#given = new GivenTotals(this.#keys.customers);
  }

  add(input: unknown, facts: OrderFacts): void {
    const ordinal = this.#read++;
    const counted = this.computed === undefined ? undefined : countedOrder(input);
    if (counted !== undefined) this.computed?.add({ ...counted, ...facts });
    const checked = checkOrder(input);
    if ('record' in checked) this.#note(checked.record, ordinal);
    else this.unfit.push(ordinal);
    if ('record' in checked || counted !== undefined) return;
    this.addFaulty({ ...ownerOf(input), name: nameOf(input, ordinal) });
  }

  /** An order that does not count: the totals lack it. */
  addFaulty({ email, orderedAt, name }: FaultyOrder): void {
    if (email === undefined) {
      this.unowned.add(name);
      return;
    }
    this.computed?.addUnknown(email);
    this.#given?.addFaulty(email, orderedAt === undefined ? undefined : Date.parse(orderedAt));
  }

  /** Addresses of the customers whose totals would be wrong, because of a faulty order. */
  incomplete(): string[] {
    return this.computed?.incomplete() ?? this.#given?.incomplete() ?? [];
  }

  /** Whether {@link addProfile} needs everything once more: a customer has come again. */
  get needsProfiles(): boolean {
    return this.#profiles.some;
  }

  addProfile(input: unknown): void {
    const checked = checkOrder(input);
    if ('faults' in checked) return;
    const { record } = checked;
    const customer = this.#keys.customers.find(emailKey(record.customer.email));
    if (customer === undefined) return;
    this.#profiles.add(customer, timeOf(record), record.customer);
  }

  /** To be called when everything was added. */
  finish(): void {
    this.#newest = new Column(Uint32Array);
    for (const row of this.orders.rows()) {
      const time = this.orders.time(row);
      const { from, to } = this.span ?? { from: time, to: time };
      this.span = { from: Math.min(from, time), to: Math.max(to, time) };
      if (!this.orders.isSelected(row)) continue;
      this.#selected += 1;
      const customer = this.orders.customer(row);
      const newest = this.#newest.get(customer);
      if (newest === 0) this.#withSelected += 1;
      if (newest === 0 || this.orders.time(row) >= this.orders.time(newest - 1)) {
        this.#newest.set(customer, row + 1);
      }
    }
  }

  /** Each customer's orders come by time, and each order once: the source can be sent as it comes. */
  get canStream(): boolean {
    return this.#byTime && !this.orders.repeated;
  }

  /** Customers with an order to send. */
  get customers(): number {
    return this.#withSelected;
  }

  /** Orders the filters leave out. */
  get leftOut(): number {
    return this.orders.size - this.#selected;
  }

  /** Customers with an order to send. */
  *customersToSend(): Generator<number> {
    for (let customer = 0; customer < this.#keys.customers.size; customer++) {
      if (this.#newest.get(customer) !== 0) yield customer;
    }
  }

  /** Place of the customer's newest order that is sent. */
  placeOf(customer: number): number {
    return this.orders.ordinal(this.#newest.get(customer) - 1);
  }

  /** Whose an order of the source is. */
  customerOf(orderId: string): number | undefined {
    const row = this.orders.find(orderId);
    return row === undefined ? undefined : this.orders.customer(row);
  }

  /** Whether it is the newest of its customer's orders that are sent. */
  isNewest(row: number): boolean {
    return this.#newest.get(this.orders.customer(row)) === row + 1;
  }

  /** What the orders of this customer carry; `undefined` for one who was not there. */
  carriedBy(email: string): Carried | undefined {
    const customer = this.#keys.customers.find(emailKey(email));
    if (customer === undefined) return undefined;
    const profile = this.#profiles.of(customer);
    return { profile, totals: this.#totalsOf(email), currency: this.#currencyOf(email) };
  }

  #note(order: DatedOrder, ordinal: number): void {
    const time = timeOf(order);
    const customer = this.#keys.customers.add(emailKey(order.customer.email));
    this.addresses?.set(customer, order.customer.email);
    this.#given?.add(customer, time, order);
    const before = this.#newest.get(customer) - 1;
    if (before >= 0) {
      this.#profiles.keep(customer);
      if (time < this.orders.time(before)) this.#byTime = false;
    }
    const selected = this.#isSelected(order);
    const row = this.orders.put(order.orderId, { ordinal, customer, time, selected });
    this.#newest.set(customer, row + 1);
  }

  #totalsOf(email: string): LifetimeTotals | undefined {
    const { totals } = this.#options;
    if (totals === 'none') return undefined;
    if (totals === 'given') return this.#given?.of(email);
    return totals === 'computed' ? this.#computedOf(email) : totals.totalsOf(email);
  }

  #computedOf(email: string): LifetimeTotals | undefined {
    if (this.history?.isLacking(email) !== true) return this.computed?.totalsOf(email);
    this.lacking.add(emailKey(email));
    return undefined;
  }

  #currencyOf(email: string): string | undefined {
    const { totals } = this.#options;
    if (typeof totals === 'object') return totals.currencyOf?.(email);
    return (this.#given ?? this.computed)?.currencyOf(email);
  }
}

/** @throws {SequenzySourceError} when the source itself throws. It ends early, silently, when the signal comes. */
export async function surveyOf(
  { all, factsOf, faulty }: Pick<Access, 'all' | 'factsOf' | 'faulty'>,
  options: BackfillOptions,
  signal: AbortSignal,
): Promise<Survey> {
  const survey = new Survey(options);
  for await (const input of take(all(), signal)) survey.add(input, factsOf(input));
  for (const order of faulty) survey.addFaulty(order);
  survey.finish();
  if (survey.needsProfiles) {
    for await (const input of take(all(), signal)) survey.addProfile(input);
  }
  return survey;
}

function nameOf(input: unknown, ordinal: number): string {
  return orderIdOf(input) ?? `number ${ordinal}, from 0`;
}
