import type { BackfillOptions, LifetimeTotals } from '../backfill-options.ts';
import type { DatedOrder } from '../check-order.ts';
import type { OrderFacts } from '../order-facts.ts';
import { OrderKeys } from '../tables/order-keys.ts';
import { CustomerTotals, keysOf, type CountedOrder } from '../totals/customer-totals.ts';
import { emailKey } from '../../ledger/addresses.ts';
import { lookupOf, type Lookup } from '../totals/lookup.ts';
import { GivenTotals } from './given-totals.ts';
import type { KnownHistory } from './known-history.ts';

type Options = Pick<BackfillOptions, 'totals' | 'rates' | 'totalsRule'>;

/** The lifetime totals that orders carry: added up, given with the orders, from a lookup, or none. */
export class CarriedTotals {
  readonly computed: CustomerTotals | undefined;
  /** Numbers of orders and customers. */
  readonly keys: OrderKeys;
  /** What was sent before; set where totals are computed. */
  history: KnownHistory | undefined;
  /** Customers who are sent without totals, because an order has lost their address. */
  readonly lacking = new Set<string>();
  readonly #given: GivenTotals | undefined;
  readonly #totals: Options['totals'];
  readonly #lookup: Lookup | undefined;

  constructor({ totals, rates, totalsRule }: Options) {
    this.#totals = totals;
    this.#lookup = lookupOf(totals);
    if (totals === 'computed') {
      this.computed = new CustomerTotals({
        ...(rates && { rates }),
        ...(totalsRule && { rule: totalsRule }),
      });
    }
    this.keys = this.computed === undefined ? new OrderKeys() : keysOf(this.computed);
    if (totals === 'given') this.#given = new GivenTotals(this.keys.customers);
  }

  /** Adds an order up; false where none is, because it does not count or nothing is computed. */
  count(order: CountedOrder | undefined, facts: OrderFacts): boolean {
    if (this.computed === undefined || order === undefined) return false;
    this.computed.add({ ...order, ...facts });
    return true;
  }

  /** What an order that fits says itself. */
  note(customer: number, time: number, order: DatedOrder): void {
    this.#given?.add(customer, time, order);
  }

  addFaulty(email: string, orderedAt: string | undefined): void {
    this.computed?.addUnknown(email);
    this.#given?.addFaulty(email, orderedAt === undefined ? undefined : Date.parse(orderedAt));
  }

  /** Addresses of the customers whose totals would be wrong, because of a faulty order. */
  incomplete(): string[] {
    return this.computed?.incomplete() ?? this.#given?.incomplete() ?? [];
  }

  of(email: string): ReturnType<Lookup['totalsOf']> {
    const totals = this.#totals;
    if (totals === 'given') return this.#given?.of(email);
    return totals === 'computed' ? this.#computedOf(email) : this.#lookup?.totalsOf(email);
  }

  /** What the totals are in. Without it they are in the order's. */
  currencyOf(email: string): string | undefined {
    if (this.#lookup !== undefined) return this.#lookup.currencyOf?.(email);
    return (this.#given ?? this.computed)?.currencyOf(email);
  }

  #computedOf(email: string): LifetimeTotals | undefined {
    if (this.history?.isLacking(email) !== true) return this.computed?.totalsOf(email);
    this.lacking.add(emailKey(email));
    return undefined;
  }
}
