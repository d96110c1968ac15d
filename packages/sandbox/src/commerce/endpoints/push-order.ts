import { orderSchema, type Order } from 'sequenzy-contract';
import { json, type Answer } from '../../http/answer.ts';
import { parseBody } from '../../http/parse-body.ts';
import { makeId } from '../../seed/random.ts';
import type { Company } from '../store/company.ts';
import type { OrderStatus } from '../store/orders.ts';
import type { SubscriberRecord } from '../store/subscribers.ts';
import type { Call, Endpoint } from './endpoint.ts';

/**
 * `POST /orders`: one order event. The API queues it and needs a few seconds; the sandbox is done when it answers,
 * so that a test can look at once.
 *
 * - The event is fired once for each orderId and status: a retry fires nothing.
 * - A `placed` order adds its total to the subscriber's revenue, once for each orderId; the first total stands.
 * - The other statuses fire their event and leave the revenue alone, `refunded` too
 *   (the reference: attributes are updated for "placed orders only").
 * - `customerTotals`, with any status, takes the place of what was added up.
 * - The event enrols people in the sequences it starts, with `processing` so many milliseconds later.
 * - Replenishment reminders do not exist here.
 *
 * Source: the vendor's reference page "orders create".
 */
export const pushOrder: Endpoint = {
  method: 'POST',
  path: '/orders',
  scope: 'orders:write',
  answer: push,
};

function push({ body, company, now, processing }: Call): Answer {
  const parsed = parseBody(orderSchema, body);
  if (!parsed.ok) return parsed.refusal;
  const order = parsed.value;
  const status = order.status ?? 'placed';
  const known = company.orders.find(order.orderId);
  const jobId = known?.jobId ?? makeId('job', company.seed, company.orders.size + 1);
  const subscriber = company.subscribers.upsert(order.customer, now);
  const counted = known?.counted ?? false;
  count(order, status, { counted, subscriber, now });
  const statuses = known?.statuses ?? [];
  if (!statuses.includes(status)) {
    fire(company, order, { status, subscriber, now, processing });
  }
  company.orders.save({
    orderId: order.orderId,
    order,
    statuses: statuses.includes(status) ? statuses : [...statuses, status],
    counted: counted || status === 'placed',
    jobId,
  });
  return json(202, { success: true, queued: true, jobId, orderId: order.orderId, status });
}

interface Counted extends Pick<Call, 'now'> {
  /** Whether an earlier push of the order was. */
  readonly counted: boolean;
  readonly subscriber: SubscriberRecord;
}

function count(order: Order, status: OrderStatus, { counted, subscriber, now }: Counted): void {
  const { revenue } = subscriber;
  const before = revenue.total;
  if (status === 'placed' && !counted) revenue.add(order);
  if (order.customerTotals !== undefined) revenue.override(order.customerTotals, order.currency);
  if (revenue.total !== before) subscriber.valuesChangedAt = now;
}

interface Fired extends Pick<Call, 'now' | 'processing'> {
  readonly status: OrderStatus;
  readonly subscriber: SubscriberRecord;
}

function fire(
  company: Company,
  order: Order,
  { status, subscriber, now, processing }: Fired,
): void {
  company.fire(
    {
      name: `ecommerce.order_${status}`,
      email: subscriber.email,
      subscriberId: subscriber.id,
      at: now,
      properties: {
        ...order.properties,
        // Behind the caller's own: reserved keys cannot be overridden.
        provider: 'api',
        orderId: order.orderId,
        orderNumber: order.orderNumber ?? null,
        status,
        totalCents: order.totalCents,
        currency: order.currency,
        orderedAt: order.orderedAt ?? now,
        refundAmountCents: order.refundAmountCents ?? null,
        lineItems: order.items ?? [],
      },
    },
    now,
    processing,
  );
}
