import type { Order } from 'sequenzy-commerce';

/** Orders and customers as the files have them, so that a merchant sees whether the history is whole. */
export interface HistoryShape {
  /** `2026-03`, in order, without gaps; orders without a date are not counted. */
  readonly months: readonly { readonly month: string; readonly orders: number }[];
  readonly customers: number;
  /**
   * Customers by what their orders add up to, in minor units of {@link currency}: cancelled orders not counted, refunds
   * taken off. Empty where there were too many customers to count.
   */
  readonly spent: readonly {
    readonly from: number;
    readonly to: number;
    readonly customers: number;
  }[];
  /** The one that most orders have. */
  readonly currency: string | null;
}

/** More customers than this are not kept in memory for a picture. */
const mostCustomers = 250_000;
const mostSteps = 12;

/** Adds up the shape of a history, order by order. */
export class HistoryShapes {
  readonly #months = new Map<string, number>();
  readonly #currencies = new Map<string, Map<string, number>>();
  readonly #orders = new Map<string, number>();
  readonly #customers = new Set<string>();

  add(order: Order): void {
    const { orderedAt, currency } = order;
    const month = orderedAt?.slice(0, 7);
    if (month !== undefined) this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
    this.#orders.set(currency, (this.#orders.get(currency) ?? 0) + 1);
    if (this.#customers.size >= mostCustomers || order.status === 'cancelled') return;
    const email = order.customer.email.toLowerCase();
    this.#customers.add(email);
    const spent = this.#currencies.get(currency) ?? new Map<string, number>();
    const net = order.totalCents - (order.refundAmountCents ?? 0);
    spent.set(email, (spent.get(email) ?? 0) + net);
    this.#currencies.set(currency, spent);
  }

  get shape(): HistoryShape {
    const [currency = null] =
      [...this.#orders].reduce<[string, number] | undefined>(
        (most, one) => (most !== undefined && most[1] >= one[1] ? most : one),
        undefined,
      ) ?? [];
    const spent = currency === null ? undefined : this.#currencies.get(currency);
    const isWhole = this.#customers.size < mostCustomers;
    return {
      months: withoutGaps(this.#months),
      customers: this.#customers.size,
      spent: spent === undefined || !isWhole ? [] : stepsOf([...spent.values()]),
      currency,
    };
  }
}

function withoutGaps(months: ReadonlyMap<string, number>): HistoryShape['months'] {
  const known = [...months.keys()].filter((month) => /^\d{4}-\d\d$/.test(month)).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: { month: string; orders: number }[] = [];
  const at = new Date(`${first}-01T00:00:00Z`);
  for (let month = first; month <= last; month = at.toISOString().slice(0, 7)) {
    all.push({ month, orders: months.get(month) ?? 0 });
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return all;
}

/** Steps of equal width up to what 98 of 100 customers have spent; the last one holds the rest. */
function stepsOf(values: readonly number[]): HistoryShape['spent'] {
  const sorted = [...values].sort((one, other) => one - other);
  const most = sorted.at(-1) ?? 0;
  const usual = sorted[Math.floor((sorted.length - 1) * 0.98)] ?? most;
  const width = roundStep(Math.max(1, usual) / mostSteps);
  const steps: { from: number; to: number; customers: number }[] = [];
  for (let from = 0; from <= usual; from += width) {
    steps.push({ from, to: from + width, customers: 0 });
  }
  for (const value of sorted) {
    const step = steps[Math.min(steps.length - 1, Math.max(0, Math.floor(value / width)))];
    if (step !== undefined) step.customers += 1;
  }
  const last = steps.at(-1);
  if (last !== undefined) last.to = Math.max(last.to, most);
  return steps;
}

/** 1, 2 or 5 with zeros, at least so much. */
function roundStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((one) => one * size).find((one) => one >= least) ?? size * 10;
}
