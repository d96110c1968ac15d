import type { Customer, CustomerLine, EventLine } from 'sequenzy-pages';
import type { Company } from '../store/company.ts';
import { toSubscriber, type SubscriberRecord } from '../store/subscribers.ts';

const mostEvents = 50;

export function customerLine(record: SubscriberRecord): CustomerLine {
  const {
    ltv = null,
    totalSpent = null,
    ordersCount = null,
    aov = null,
  } = record.revenue.attributes();
  return { email: record.email, name: nameOf(record), ltv, totalSpent, ordersCount, aov };
}

export function nameOf({ firstName, lastName }: SubscriberRecord): string {
  return [firstName, lastName].filter((name) => name !== null).join(' ');
}

/** One customer with orders, the newest first, and the latest events. */
export function customerOf(company: Company, email: string): Customer | undefined {
  const record = company.subscribers.find(email);
  if (record === undefined) return undefined;
  const isTheirs = (other: string): boolean => other.trim().toLowerCase() === record.email;
  const orders = [...company.orders].filter(({ order }) => isTheirs(order.customer.email));
  const events = company.events.all.filter((event) => event.email === record.email);
  const sequences = company.enrollments.all.filter((one) => one.email === record.email);
  return {
    ...customerLine(record),
    attributes: toSubscriber(record).attributes,
    createdAt: record.createdAt,
    orders: orders
      .map(({ orderId, order, statuses }) => ({
        orderId,
        orderNumber: order.orderNumber ?? null,
        orderedAt: order.orderedAt ?? null,
        totalCents: order.totalCents,
        currency: order.currency,
        statuses,
        items: order.items?.length ?? 0,
      }))
      .sort((one, other) => (other.orderedAt ?? '').localeCompare(one.orderedAt ?? '')),
    events: events.slice(-mostEvents).reverse().map(eventLine),
    sequences: [...new Set(sequences.map(({ sequence }) => sequence))],
  };
}

export function eventLine({ id, name, email, at, properties }: EventLine): EventLine {
  return { id, name, email, at, properties };
}
