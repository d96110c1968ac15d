import type { Order } from 'sequenzy-commerce';

/** A shop's history that was made up: refunds, cancellations, addresses in any case, orders out of order. */
export interface HistoryOptions {
  readonly orders: number;
  readonly customers: number;
  readonly seed?: number;
  /** When the first was placed, in milliseconds since 1970; the others follow every ten minutes. Default: 2021-01-01. */
  readonly start?: number;
  /** Every customer orders in these; more than one in the history of some. Default: one each, USD, EUR or JPY. */
  readonly mixed?: boolean;
  /** Default: true. */
  readonly shuffled?: boolean;
}

export function makeHistory(options: HistoryOptions): Order[] {
  const { orders, customers, seed = 1, mixed = false, shuffled = true } = options;
  const { start = Date.UTC(2021, 0, 1) } = options;
  const random = randomFrom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  // Every customer has an order, and new customers come all the time.
  const buyers = shuffle(
    Array.from({ length: orders }, (_, index) => (index < customers ? index : below(customers))),
    random,
  );
  const history = Array.from({ length: orders }, (_, number): Order => {
    const customer = buyers[number] ?? 0;
    const totalCents = below(50_000);
    const kind = random();
    const currencies = mixed ? ['USD', 'EUR', 'GBP'] : [['USD', 'EUR', 'JPY'][customer % 3] ?? ''];
    return {
      orderId: `#${String(1000 + number)}`,
      ...(kind < 0.5 ? {} : { status: statusBy(kind) }),
      totalCents,
      currency: currencies[mixed && random() < 0.9 ? 0 : below(currencies.length)] ?? 'USD',
      ...refundBy(kind, totalCents),
      orderedAt: new Date(start + number * 600_000).toISOString(),
      customer: {
        email: anyCase(`customer-${String(customer)}@shop.example`, random),
        firstName: `Name ${String(number)}`,
        ...(random() < 0.5 ? { externalId: `c-${String(customer)}` } : {}),
        attributes: { lastOrder: number, [`seen${String(below(3))}`]: number },
      },
      properties: { channel: number % 2 === 0 ? 'web' : 'shop' },
    };
  });
  return shuffled ? shuffle(history, random) : history;
}

function statusBy(kind: number): NonNullable<Order['status']> {
  if (kind < 0.6) return 'placed';
  if (kind < 0.8) return 'fulfilled';
  return kind < 0.9 ? 'refunded' : 'cancelled';
}

/** Some refunds say how much, some do not, and a fulfilled order may have been refunded in part. */
function refundBy(kind: number, totalCents: number): Pick<Order, 'refundAmountCents'> {
  if (kind >= 0.75 && kind < 0.85) return { refundAmountCents: Math.floor(totalCents / 3) };
  return kind >= 0.85 && kind < 0.86 ? { refundAmountCents: totalCents + 500 } : {};
}

function anyCase(email: string, random: () => number): string {
  return email.replace(/[a-z]/g, (char) => (random() < 0.3 ? char.toUpperCase() : char));
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [result[last], result[other]];
    if (one !== undefined && two !== undefined) [result[last], result[other]] = [two, one];
  }
  return result;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a customer should have, computed the plain way: everything of one customer, then one after the other. */
export interface PlainTotals {
  readonly ordersCount: number;
  /** By currency. */
  readonly spent: Readonly<Record<string, number>>;
}

export function plainTotals(history: readonly Order[]): Map<string, PlainTotals> {
  const lastVersions = [...new Map(history.map((order) => [order.orderId, order])).values()];
  const byCustomer = new Map<string, Order[]>();
  for (const order of lastVersions) {
    const email = order.customer.email.toLowerCase();
    byCustomer.set(email, [...(byCustomer.get(email) ?? []), order]);
  }
  return new Map([...byCustomer].map(([email, orders]) => [email, plainTotalsOf(orders)]));
}

function plainTotalsOf(orders: readonly Order[]): PlainTotals {
  const counted = orders.filter(({ status }) => status !== 'cancelled');
  const spent: Record<string, number> = {};
  for (const { status, totalCents, currency, refundAmountCents } of counted) {
    let net = totalCents;
    if (refundAmountCents !== undefined) net -= refundAmountCents;
    else if (status === 'refunded') net = 0;
    spent[currency] = (spent[currency] ?? 0) + (net < 0 ? 0 : net);
  }
  return { ordersCount: counted.length, spent };
}
