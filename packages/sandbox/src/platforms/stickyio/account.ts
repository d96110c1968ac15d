/** An order to put into the account. Amounts are whole cents, times ISO 8601. */
export interface StickyIoSeed {
  readonly orderId: number;
  readonly at: string;
  /** 2 approved, 6 void or refunded, 7 declined, 8 shipped, 10 awaiting an answer, 11 pending. Default: 2. */
  readonly status?: 2 | 6 | 7 | 8 | 10 | 11;
  readonly customerId: number;
  readonly email: string;
  readonly totalCents: number;
  readonly products: readonly {
    readonly productId: number;
    readonly name: string;
    readonly cents: number;
    readonly quantity?: number;
  }[];
  /** 0 is the first order. Default: 0. */
  readonly billingCycle?: number;
  readonly isTest?: boolean;
}

interface StoredOrder extends StickyIoSeed {
  status: NonNullable<StickyIoSeed['status']>;
  /** Time of the account: `2026-03-01 09:30:00`. */
  readonly created: string;
  refundedCents: number;
  /** When what kind of change was made. */
  readonly changes: { readonly at: string; readonly group: string }[];
}

/** Everything that one account holds. */
export class StickyIoAccount {
  readonly orders = new Map<number, StoredOrder>();
  readonly #format: Intl.DateTimeFormat;

  /** @throws RangeError for a zone that does not exist. */
  constructor(timezone: string) {
    const [numeric, two] = ['numeric', '2-digit'] as const;
    this.#format = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: timezone, hourCycle: 'h23', year: numeric, month: two, day: two },
      ...{ hour: two, minute: two, second: two },
    });
  }

  put(seed: StickyIoSeed): void {
    const order = { ...seed, status: seed.status ?? 2, created: this.#local(seed.at) };
    this.orders.set(seed.orderId, { ...order, refundedCents: 0, changes: [] });
  }

  refund(orderId: number, cents: number, at: string): void {
    const order = this.orders.get(orderId);
    if (order === undefined) throw new RangeError(`There is no order ${String(orderId)}`);
    order.refundedCents += cents;
    if (order.refundedCents >= order.totalCents) order.status = 6;
    order.changes.push({ at: this.#local(at), group: 'refund' });
  }

  #local(instant: string): string {
    const parts = this.#format.formatToParts(Date.parse(instant));
    const part = (type: Intl.DateTimeFormatPartTypes): string =>
      parts.find((one) => one.type === type)?.value ?? '';
    const date = [part('year'), part('month'), part('day')].join('-');
    return `${date} ${[part('hour'), part('minute'), part('second')].join(':')}`;
  }
}

/** An order as `order_view` answers it: all texts. Source: types of a public client. */
export function showOrder(order: StoredOrder): object {
  return {
    order_id: String(order.orderId),
    order_status: String(order.status),
    order_total: amount(order.totalCents),
    time_stamp: order.created,
    acquisition_date: order.created,
    customer_id: String(order.customerId),
    email_address: order.email,
    first_name: 'Ann',
    last_name: 'Dyk',
    billing_street_address: '1 Example Street',
    customers_telephone: '5550100',
    check_account_last_4: '6789',
    check_routing_last_4: '0021',
    cc_number: '411111******1111',
    billing_cycle: String(order.billingCycle ?? 0),
    is_recurring: '1',
    is_void: '0',
    is_chargeback: '0',
    is_test_cc: order.isTest === true ? '1' : '0',
    amount_refunded_to_date: amount(order.refundedCents),
    campaign_id: '3',
    products: order.products.map(({ productId, name, cents, quantity = 1 }) => ({
      product_id: String(productId),
      sku: '',
      price: amount(cents),
      product_qty: String(quantity),
      name,
    })),
  };
}

function amount(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
