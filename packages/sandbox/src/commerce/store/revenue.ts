import { formatMoney, type Order } from 'sequenzy-contract';

/**
 * What a subscriber has spent. Amounts are numbers in main units of the currency of the last counted order,
 * exact to its last decimal: 19.99 for 1999 USD, 500 for 500 JPY. (The reference names the attributes, not their unit.
 * Its `totalSpentCents` beside `totalSpent` suggests main units: assumed.)
 */
export interface RevenueAttributes {
  /** Lifetime value; here always the same as `totalSpent`. */
  readonly ltv: number;
  readonly totalSpent: number;
  /** Placed orders, in any currency. */
  readonly ordersCount: number;
  /** Average order value, rounded half up to the currency's smallest unit. */
  readonly aov: number;
}

/** Whole cents as text: a sum may be larger than a number holds exactly. */
export interface SavedRevenue {
  /** The one counted last. */
  readonly currency: string | null;
  readonly sums: readonly {
    readonly currency: string;
    readonly cents: string;
    readonly orders: number;
  }[];
}

interface Sum {
  cents: bigint;
  orders: number;
}

/**
 * One subscriber's revenue, in whole cents. Amounts of different currencies are never added: each has its own sum,
 * and the attributes show the currency that was counted last.
 */
export class Revenue {
  readonly #sums = new Map<string, Sum>();
  #currency: string | undefined;

  /** Adds one placed order. Whoever calls makes sure that an orderId is counted once. */
  add({ totalCents, currency }: Pick<Order, 'totalCents' | 'currency'>): void {
    const sum = this.#sums.get(currency) ?? { cents: 0n, orders: 0 };
    sum.cents += BigInt(totalCents);
    sum.orders += 1;
    this.#sums.set(currency, sum);
    this.#currency = currency;
  }

  /** The shop's own lifetime totals take the place of what was added up; later orders add to them. */
  override(totals: NonNullable<Order['customerTotals']>, currency: string): void {
    this.#sums.clear();
    this.#sums.set(currency, { cents: BigInt(totals.totalSpentCents), orders: totals.ordersCount });
    this.#currency = currency;
  }

  /** All that the attributes follow from, to see whether it has changed. */
  get total(): string {
    const sums = [...this.#sums].map(([name, sum]) => `${name} ${sum.cents} ${sum.orders}`);
    return [this.#currency ?? '', ...sums].join();
  }

  /** What is saved of it. */
  save(): SavedRevenue {
    const sums = [...this.#sums].map(([currency, { cents, orders }]) => ({
      currency,
      cents: String(cents),
      orders,
    }));
    return { currency: this.#currency ?? null, sums };
  }

  static restore({ currency, sums }: SavedRevenue): Revenue {
    const revenue = new Revenue();
    for (const { cents, orders, ...sum } of sums) {
      revenue.#sums.set(sum.currency, { cents: BigInt(cents), orders });
    }
    revenue.#currency = currency ?? undefined;
    return revenue;
  }

  /** Empty until something was counted. */
  attributes(): Partial<RevenueAttributes> {
    const currency = this.#currency;
    const sum = currency === undefined ? undefined : this.#sums.get(currency);
    if (currency === undefined || sum === undefined) return {};
    const spent = toMainUnits(sum.cents, currency);
    return {
      ltv: spent,
      totalSpent: spent,
      ordersCount: [...this.#sums.values()].reduce((count, { orders }) => count + orders, 0),
      aov: toMainUnits(average(sum), currency),
    };
  }
}

function average({ cents, orders }: Sum): bigint {
  if (orders === 0) return 0n;
  const count = BigInt(orders);
  return (2n * cents + count) / (2n * count);
}

function toMainUnits(cents: bigint, currency: string): number {
  return Number(formatMoney(Number(cents), currency));
}
