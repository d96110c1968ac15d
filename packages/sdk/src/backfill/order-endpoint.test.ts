import type { Order } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { identityOf } from './order-endpoint.ts';

const order: Order = {
  orderId: '1',
  status: 'placed',
  totalCents: 100,
  currency: 'USD',
  orderedAt: '2026-01-01T10:00:00Z',
  customer: { email: 'ada@example.com', firstName: 'Ada', attributes: { tier: 'gold' } },
  items: [{ productId: 'p', title: 'P', quantity: 1 }],
  properties: { a: { x: 1, y: [1, 2] }, b: 2 },
};

describe('what makes an order another one', () => {
  it('is not what a backfill puts on it for its customer, nor how it is written', () => {
    const carried: Order = {
      ...order,
      orderedAt: '2026-01-01T11:00:00.000+01:00',
      customer: { email: 'ADA@example.com', lastName: 'King', externalId: 'a' },
      customerTotals: { ordersCount: 3, totalSpentCents: 5 },
      properties: { b: 2, backfill: true, a: { y: [1, 2], x: 1 } },
    };
    expect(identityOf(carried)).toBe(identityOf(order));
    const unsaid = { ...order };
    delete unsaid.status;
    expect(identityOf(unsaid)).toBe(identityOf(order));
  });

  it.each<Partial<Order>>([
    { status: 'fulfilled' },
    { totalCents: 101 },
    { refundAmountCents: 5 },
    { orderNumber: '#1' },
    { orderedAt: '2026-01-01T10:00:01Z' },
    { customer: { email: 'bob@example.com' } },
    { items: [] },
    { properties: { a: { x: 1, y: [2, 1] }, b: 2 } },
  ])('is every field of its own: %j', (change) => {
    expect(identityOf({ ...order, ...change })).not.toBe(identityOf(order));
  });
});
