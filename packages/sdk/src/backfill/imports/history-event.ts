import type { ImportedEvent } from 'sequenzy-contract';
import { statusOf, type DatedOrder } from '../check-order.ts';

/**
 * An order as the event that pushing it would fire. Its time is that of the order, since nobody knows when its later status
 * came: so it is history wherever the order is. `eventId` is the order's id and the status.
 *
 * Source for the properties: the vendor's reference page "orders create". That those of an import have the same names is
 * assumed.
 */
export function historyEvent(order: DatedOrder): ImportedEvent {
  const { orderId, orderNumber, totalCents, currency, orderedAt, refundAmountCents } = order;
  const status = statusOf(order);
  return {
    email: order.customer.email,
    name: `ecommerce.order_${status}`,
    eventId: `${orderId}:${status}`,
    occurredAt: orderedAt,
    properties: {
      ...order.properties,
      provider: 'api',
      orderId,
      ...(orderNumber !== undefined && { orderNumber }),
      status,
      totalCents,
      currency,
      orderedAt,
      ...(refundAmountCents !== undefined && { refundAmountCents }),
      lineItems: order.items ?? [],
    },
  };
}
