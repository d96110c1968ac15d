import { createHmac } from 'node:crypto';
import { seeded } from '../crash/random.ts';
import { secret } from './relay-process.ts';

/** An order of the shop in one of its states, as its webhook says it. */
export interface ShopEvent {
  readonly customer: string;
  readonly orderId: string;
  /** As WooCommerce calls it. */
  readonly state: string;
  /** As Sequenzy calls it. */
  readonly status: string;
  readonly body: string;
}

const states = [
  ['processing', 'placed'],
  ['completed', 'fulfilled'],
  ['refunded', 'refunded'],
] as const;

/** So many events of customers who order and reorder, in the order in which they happen. */
export function shopEvents(count: number, customers: number, seed: number): readonly ShopEvent[] {
  const random = seeded(seed);
  /** The last order of each customer, and how far it is. */
  const last = new Map<number, { orderId: number; at: number }>();
  let orders = 0;
  return Array.from({ length: count }, (_, index) => {
    const customer = Math.floor(random() * customers);
    const before = last.get(customer);
    const goesOn = before !== undefined && before.at < states.length - 1 && random() < 0.6;
    const order = goesOn
      ? { orderId: before.orderId, at: before.at + 1 }
      : { orderId: 1000 + (orders += 1), at: 0 };
    last.set(customer, order);
    return eventOf(`c${String(customer)}@shop.example`, order, index);
  });
}

function eventOf(
  customer: string,
  { orderId, at }: { readonly orderId: number; readonly at: number },
  index: number,
): ShopEvent {
  const [state, status] = states[at] ?? states[0];
  const modified = new Date(1_772_000_000_000 + index * 1000).toISOString().slice(0, 19);
  const total = `${String(10 + (orderId % 90))}.00`;
  const body = JSON.stringify({
    id: orderId,
    status: state,
    currency: 'USD',
    date_created: '2026-02-01T00:00:00',
    date_created_gmt: '2026-02-01T00:00:00',
    date_modified_gmt: modified,
    total,
    billing: { email: customer },
    line_items: [{ product_id: 1, name: 'Tee', quantity: 1, price: Number(total), total }],
    refunds: state === 'refunded' ? [{ id: 1, total: `-${total}` }] : [],
  });
  return { customer, orderId: String(orderId), state, status, body };
}

/** Sends a webhook as the shop does; the status, or 0 where there was no answer. */
export async function post(url: string, { body }: Pick<ShopEvent, 'body'>): Promise<number> {
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-topic': 'order.updated',
    'x-wc-webhook-signature': signature,
  };
  try {
    const response = await fetch(`${url}/woocommerce`, { method: 'POST', body, headers });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
