import type { CheckoutChampSandbox, CheckoutChampSeed } from 'sequenzy-sandbox';

const day = 24 * 60 * 60 * 1000;

/** What becomes of an order; worked out by hand, and not by the program. */
type Fate = 'kept' | 'refunded' | 'partly' | 'charged back' | 'cancelled' | 'left out';

interface Made {
  readonly seed: CheckoutChampSeed;
  readonly fate: Fate;
  readonly paid: number;
}

/** What one customer must be worth. */
export interface Worth {
  readonly ordersCount: number;
  readonly totalSpentCents: number;
}

const leftOut = new Map<number, Partial<CheckoutChampSeed>>([
  [11, { isTest: true }],
  [13, { status: 'PARTIAL' }],
  [15, { status: 'DECLINED' }],
  [17, { status: 'PENDING' }],
]);

const fates = new Map<number, Fate>([
  [3, 'refunded'],
  [5, 'partly'],
  [7, 'charged back'],
  [9, 'cancelled'],
  ...[...leftOut.keys()].map((number): [number, Fate] => [number, 'left out']),
]);

export const partCents = 500;

function madeOf(index: number, count: number, days: number, now: number): Made {
  const customer = index % Math.ceil(count / 8);
  const cycle = 1 + Math.floor(index / Math.ceil(count / 8));
  const number = index + 1;
  const cents = 1995 + (index % 13) * 100;
  const [shippingCents, taxCents, discountCents] = [
    index % 3 === 0 ? 495 : 0,
    index % 7,
    (index % 5) * 10,
  ];
  const fate = fates.get(index % 40) ?? 'kept';
  const seed: CheckoutChampSeed = {
    orderId: `B${number.toString(16).toUpperCase().padStart(9, '0')}`,
    actualOrderId: 900_000 + number,
    at: new Date(now - days * day + (index / count) * (days - 0.1) * day).toISOString(),
    cycle,
    ...(cycle > 1 && { originalOrderId: 900_001 + customer }),
    customerId: 7000 + customer,
    email: `c${String(customer)}@shop.example`,
    items: [
      { productId: 11, name: 'Serum', cents },
      { productId: 12, name: 'Cream', cents: 250, quantity: 2 },
    ],
    ...{ shippingCents, taxCents, discountCents },
    ...(fate === 'cancelled' && { status: 'CANCELLED' as const }),
    ...leftOut.get(index % 40),
  };
  return { seed, fate, paid: cents + 500 + shippingCents + taxCents - discountCents };
}

/** Fills an account with a history of so many days, and says what its customers are worth. */
export function fill(
  account: CheckoutChampSandbox,
  { orders, days, now }: { readonly orders: number; readonly days: number; readonly now: number },
): Map<string, Worth> {
  const all = Array.from({ length: orders }, (_, index) => madeOf(index, orders, days, now));
  account.seedOrders(all.map(({ seed }) => seed));
  const worth = new Map<string, Worth>();
  for (const { seed, fate, paid } of all) {
    const later = new Date(Math.min(now, Date.parse(seed.at) + 2 * day)).toISOString();
    if (fate === 'refunded') account.refund(seed.orderId, paid, later);
    if (fate === 'partly') account.refund(seed.orderId, partCents, later);
    if (fate === 'charged back') account.chargeback(seed.orderId, paid, later);
    if (fate === 'cancelled' || fate === 'left out') continue;
    const left = { kept: paid, partly: paid - partCents, refunded: 0, 'charged back': 0 }[fate];
    const known = worth.get(seed.email) ?? { ordersCount: 0, totalSpentCents: 0 };
    worth.set(seed.email, {
      ordersCount: known.ordersCount + 1,
      totalSpentCents: known.totalSpentCents + left,
    });
  }
  return worth;
}
