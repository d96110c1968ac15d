/** Sixty days of a shop, and what happens on the next nights: the same for the same seed. */

export interface ShopOrder {
  readonly number: number;
  readonly email: string;
  readonly at: Date;
  readonly cents: number;
  fulfilled: boolean;
  cancelled: boolean;
  refunded: number;
  tags: string;
  changedOn: number;
}

const day = 86_400_000;
const opened = Date.UTC(2026, 0, 1);
/** Days of history before the first night. */
const history = 60;

export class Shop {
  readonly orders: ShopOrder[] = [];
  readonly #customers: number;
  #seed = 7;
  /** The day that is over when the export is made. */
  day = 0;

  constructor({ customers, orders }: { readonly customers: number; readonly orders: number }) {
    this.#customers = customers;
    for (let at = 0; at < orders; at += 1) this.#order(Math.floor((at * history) / orders));
    for (const order of this.orders) this.#age(order);
    this.day = history;
  }

  get now(): number {
    return opened + (this.day + 1) * day + 2 * 3_600_000;
  }

  /** One more day: new orders, and shipments, refunds, cancellations and new tags of those of the last days. */
  nextDay(orders: number): void {
    this.day += 1;
    const recent = this.orders.filter(({ at }) => at.getTime() > opened + (this.day - 8) * day);
    for (const order of recent) this.#age(order);
    for (let at = 0; at < orders; at += 1) this.#order(this.day);
  }

  /** Orders that are new or changed since a day, as a Shopify export has them, the oldest first. */
  exported(since: number, by: 'changed' | 'created' = 'changed'): string {
    const dayOf = (order: ShopOrder): number =>
      by === 'changed' ? order.changedOn : Math.floor((order.at.getTime() - opened) / day);
    return [heading, ...this.orders.filter((order) => dayOf(order) >= since).map(rowOf), ''].join(
      '\n',
    );
  }

  /** What Shopify says of its customers. */
  customers(): string {
    const rows = [...this.totals()].map(
      ([email, { count, cents }]) => `Ada,Lovelace,${email},yes,${amount(cents)},${String(count)}`,
    );
    const head = 'First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders';
    return [head, ...rows, ''].join('\n');
  }

  /** The truth, added up apart from all that is tested. */
  totals(): ReadonlyMap<string, { readonly count: number; readonly cents: number }> {
    const totals = new Map<string, { count: number; cents: number }>();
    for (const { email, cents, refunded } of this.orders) {
      const before = totals.get(email) ?? { count: 0, cents: 0 };
      totals.set(email, { count: before.count + 1, cents: before.cents + cents - refunded });
    }
    return totals;
  }

  #order(on: number): void {
    const email = `c${String(this.#random(this.#customers))}@shop.example`;
    const at = new Date(opened + on * day + this.#random(day - 1));
    const cents = 500 + this.#random(20_000);
    const number = 1001 + this.orders.length;
    const order = { number, email, at, cents, fulfilled: false, cancelled: false };
    this.orders.push({ ...order, refunded: 0, tags: '', changedOn: on });
  }

  #age(order: ShopOrder): void {
    const dice = this.#random(20);
    const isOver = order.cancelled || order.refunded > 0;
    if (dice < 8 && !order.fulfilled && !isOver) order.fulfilled = true;
    else if (dice === 8 && !isOver) order.refunded = order.cents;
    else if (dice === 9 && !isOver && !order.fulfilled) {
      order.cancelled = true;
      order.refunded = order.cents;
    } else if (dice === 10) order.tags = `seen-${String(this.day)}`;
    else return;
    order.changedOn = this.day;
  }

  #random(below: number): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#seed / 2_147_483_648) * below);
  }
}

const heading =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags';

function rowOf({
  number,
  email,
  at,
  cents,
  fulfilled,
  cancelled,
  refunded,
  tags,
}: ShopOrder): string {
  const time = `${at.toISOString().slice(0, 19).replace('T', ' ')} +0000`;
  const total = amount(cents);
  const state = refunded > 0 ? 'refunded' : 'paid';
  return [
    ...[`#${String(number)}`, email, state, time, fulfilled ? 'fulfilled' : 'unfulfilled'],
    ...[fulfilled ? time : '', 'yes', 'USD', total, '0.00', '0.00', total, '', '0.00', 'Standard'],
    ...[time, '1', 'Tee', total, '', 'TEE-1', 'true', 'true', fulfilled ? 'fulfilled' : 'pending'],
    ...['Ada Lovelace', cancelled ? time : '', 'Shopify Payments', amount(refunded), 'Acme'],
    ...[String(5_000_000_000 + number), tags],
  ].join(',');
}

function amount(cents: number): string {
  return (cents / 100).toFixed(2);
}
