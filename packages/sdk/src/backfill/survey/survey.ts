import { take } from '../../delivery/take.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import { checkOrder, countedOrder, orderIdOf, ownerOf, type DatedOrder } from '../check-order.ts';
import { erasedOrder } from '../erased-orders.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Access, FaultyOrder } from '../order-source.ts';
import { Column } from '../tables/column.ts';
import { emailKey } from '../../ledger/addresses.ts';
import type { Lookup } from '../totals/lookup.ts';
import { AddressHashes } from './address-hashes.ts';
import { CarriedTotals } from './carried-totals.ts';
import { filterFrom, timeOf, type OrderFilter } from './filter.ts';
import { OrderTable } from './order-table.ts';
import { Profiles, type Profile } from './profiles.ts';
import { ToSend } from './to-send.ts';

/** What every order of a customer carries. */
export interface Carried {
  readonly profile: Profile;
  readonly totals: ReturnType<Lookup['totalsOf']>;
  /** What the totals are in. Without it they are in the order's. */
  readonly currency: string | undefined;
}

/** What one reading of the source tells, before anything is sent: who ordered what when, in numbers and hashes. */
export class Survey {
  readonly orders: OrderTable;
  readonly totals: CarriedTotals;
  /** Places of the inputs that do not fit the API. */
  readonly unfit: number[] = [];
  /** Of the customers, where the ledger says whom orders were sent for. */
  readonly addresses: AddressHashes | undefined;
  /** Orders the computed totals lack, whose customers the source does not tell. */
  readonly unowned: FaultyOrder[] = [];
  /** Orders of customers who were erased. */
  erased = 0;
  /** Of customers with several orders; anybody else's one order says all that is known. */
  readonly #profiles = new Profiles();
  /** Row + 1 of the customer's order that came last. */
  readonly #last = new Column(Uint32Array);
  readonly #isSelected: OrderFilter;
  #toSend: ToSend | undefined;
  #byTime = true;
  #read = 0;

  constructor(options: BackfillOptions) {
    this.#isSelected = filterFrom(options);
    this.totals = new CarriedTotals(options);
    this.orders = new OrderTable(this.totals.keys.orders);
    const { ledger } = options;
    if (this.totals.computed !== undefined && ledger !== undefined) {
      this.addresses = new AddressHashes(ledger.salt ?? '');
    }
  }

  add(input: unknown, facts: OrderFacts): void {
    const ordinal = this.#read++;
    if (input === erasedOrder) {
      this.erased += 1;
      return;
    }
    const checked = checkOrder(input);
    if ('record' in checked) {
      this.totals.count(checked.record, facts);
      this.#note(checked.record, ordinal);
      return;
    }
    this.unfit.push(ordinal);
    if (this.totals.count(countedOrder(input), facts)) return;
    const orderId = orderIdOf(input);
    const name = orderId ?? `number ${ordinal}, from 0`;
    this.addFaulty({ ...ownerOf(input), name, orderId });
  }

  /** An order that does not count: the totals lack it. */
  addFaulty(order: FaultyOrder): void {
    if (order.email === undefined) this.unowned.push(order);
    else this.totals.addFaulty(order.email, order.orderedAt);
  }

  /** Whether {@link addProfile} needs everything once more: a customer has come again. */
  get needsProfiles(): boolean {
    return this.#profiles.some;
  }

  addProfile(input: unknown): void {
    const checked = checkOrder(input);
    if ('faults' in checked) return;
    const { record } = checked;
    const customer = this.#customerBy(record.customer.email);
    if (customer === undefined) return;
    this.#profiles.add(customer, timeOf(record), record.customer);
  }

  /** What is sent of it. To be asked when everything was added. */
  get toSend(): ToSend {
    return (this.#toSend ??= new ToSend(this.orders));
  }

  /** Each customer's orders come by time, and each order once: the source can be sent as it comes. */
  get canStream(): boolean {
    return this.#byTime && !this.orders.repeated;
  }

  /** Whose an order of the source is. */
  customerOf(orderId: string): number | undefined {
    const row = this.orders.find(orderId);
    return row === undefined ? undefined : this.orders.customer(row);
  }

  /** What the orders of this customer carry; `undefined` for one who was not there. */
  carriedBy(email: string): Carried | undefined {
    const customer = this.#customerBy(email);
    if (customer === undefined) return undefined;
    const { totals } = this;
    const profile = this.#profiles.of(customer);
    return { profile, totals: totals.of(email), currency: totals.currencyOf(email) };
  }

  #customerBy(email: string): number | undefined {
    return this.totals.keys.customers.find(emailKey(email));
  }

  #note(order: DatedOrder, ordinal: number): void {
    const time = timeOf(order);
    const customer = this.totals.keys.customers.add(emailKey(order.customer.email));
    this.addresses?.set(customer, order.customer.email);
    this.totals.note(customer, time, order);
    const before = this.#last.get(customer) - 1;
    if (before >= 0) {
      this.#profiles.keep(customer);
      if (time < this.orders.time(before)) this.#byTime = false;
    }
    const selected = this.#isSelected(order);
    const row = this.orders.put(order.orderId, { ordinal, customer, time, selected });
    this.#last.set(customer, row + 1);
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
  for await (const order of faulty) survey.addFaulty(order);
  if (survey.needsProfiles) {
    for await (const input of take(all(), signal)) survey.addProfile(input);
  }
  return survey;
}
