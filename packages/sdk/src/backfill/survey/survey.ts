import { take } from '../../delivery/take.ts';
import type { BackfillOptions, LifetimeTotals } from '../backfill-options.ts';
import { checkOrder, countedOrder, orderIdOf, ownerOf, type DatedOrder } from '../check-order.ts';
import type { Access, FaultyOrder } from '../order-source.ts';
import { Column } from '../tables/column.ts';
import { OrderKeys } from '../tables/order-keys.ts';
import { CustomerTotals, keysOf } from '../totals/customer-totals.ts';
import { emailKey } from '../totals/email-key.ts';
import { filterFrom, timeOf, type OrderFilter } from './filter.ts';
import { GivenTotals } from './given-totals.ts';
import { Named } from './named.ts';
import { OrderTable } from './order-table.ts';
import { Profiles, type Profile } from './profiles.ts';

/** What every order of a customer carries. */
export interface Carried {
  readonly profile: Profile;
  readonly totals: LifetimeTotals | undefined;
}

/** What one reading of the source tells, before anything is sent: who ordered what when, in numbers and hashes. */
export class Survey {
  readonly orders: OrderTable;
  /** Places of the inputs that do not fit the API. */
  readonly unfit: number[] = [];
  readonly computed: CustomerTotals | undefined;
  /** Orders the computed totals lack, whose customers are not known. */
  readonly unowned = new Named();
  readonly #keys: OrderKeys;
  readonly #profiles = new Profiles();
  readonly #given = new GivenTotals();
  /** Row + 1 of the customer's order that came last; from {@link finish} on, of the newest order to send. */
  #newest = new Column(Uint32Array);
  readonly #options: BackfillOptions;
  readonly #isSelected: OrderFilter;
  #byTime = true;
  #read = 0;
  #selected = 0;
  #withSelected = 0;

  constructor(options: BackfillOptions) {
    const { totals, rates } = options;
    this.#options = options;
    this.#isSelected = filterFrom(options);
    if (totals === 'computed') {
      this.computed = new CustomerTotals(rates === undefined ? {} : { rates });
    }
    this.#keys = this.computed === undefined ? new OrderKeys() : keysOf(this.computed);
    this.orders = new OrderTable(this.#keys.orders);
  }

  add(input: unknown): void {
    const ordinal = this.#read++;
    if (this.computed !== undefined) {
      const counted = countedOrder(input);
      if (counted !== undefined) this.computed.add(counted);
      else this.addFaulty({ email: ownerOf(input), name: nameOf(input, ordinal) });
    }
    const checked = checkOrder(input);
    if ('faults' in checked) this.unfit.push(ordinal);
    else this.#note(checked.record, ordinal);
  }

  /** An order that does not count: the totals lack it. */
  addFaulty({ email, name }: FaultyOrder): void {
    if (email === undefined) this.unowned.add(name);
    else this.computed?.addUnknown(email);
  }

  /** To be called when everything was added. */
  finish(): void {
    this.#newest = new Column(Uint32Array);
    for (const row of this.orders.rows()) {
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

  /** Whether it is the newest of its customer's orders that are sent. */
  isNewest(row: number): boolean {
    return this.#newest.get(this.orders.customer(row)) === row + 1;
  }

  /** What the orders of this customer carry; `undefined` for one who was not there. */
  carriedBy(email: string): Carried | undefined {
    const customer = this.#keys.customers.find(emailKey(email));
    if (customer === undefined) return undefined;
    return { profile: this.#profiles.of(customer), totals: this.#totalsOf(customer, email) };
  }

  #note(order: DatedOrder, ordinal: number): void {
    const time = timeOf(order);
    const customer = this.#keys.customers.add(emailKey(order.customer.email));
    this.#profiles.add(customer, time, order.customer);
    if (this.#options.totals === 'given') this.#given.add(customer, time, order.customerTotals);
    const before = this.#newest.get(customer) - 1;
    if (before >= 0 && time < this.orders.time(before)) this.#byTime = false;
    const selected = this.#isSelected(order);
    const row = this.orders.put(order.orderId, { ordinal, customer, time, selected });
    this.#newest.set(customer, row + 1);
  }

  #totalsOf(customer: number, email: string): LifetimeTotals | undefined {
    const { totals } = this.#options;
    if (totals === 'none') return undefined;
    if (totals === 'given') return this.#given.of(customer);
    return totals === 'computed' ? this.computed?.totalsOf(email) : totals.totalsOf(email);
  }
}

/** @throws {SequenzySourceError} when the source itself throws. It ends early, silently, when the signal comes. */
export async function surveyOf(
  { all, faulty }: Pick<Access, 'all' | 'faulty'>,
  options: BackfillOptions,
  signal: AbortSignal,
): Promise<Survey> {
  const survey = new Survey(options);
  for await (const input of take(all(), signal)) survey.add(input);
  for (const order of faulty) survey.addFaulty(order);
  survey.finish();
  return survey;
}

function nameOf(input: unknown, ordinal: number): string {
  return orderIdOf(input) ?? `number ${ordinal}, from 0`;
}
