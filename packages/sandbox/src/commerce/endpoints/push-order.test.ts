import { readOrderReply } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { call } from '../../testing/call.ts';

function push(sandbox: Sandbox, order: object = {}) {
  return call(sandbox, 'POST', '/orders', {
    orderId: 'o1',
    totalCents: 1999,
    currency: 'USD',
    customer: { email: 'Ana@Example.com' },
    ...order,
  });
}

function names(sandbox: Sandbox): string[] {
  return sandbox.events.map((event) => event.name);
}

describe('POST /orders', () => {
  it('queues the order, creates the subscriber and fires the event', async () => {
    const sandbox = createSandbox();
    const reply = await push(sandbox, {
      items: [{ productId: 'mug', title: 'Mug', quantity: 2 }],
      properties: { gift: true, provider: 'mine', orderId: 'x' },
    });
    expect(reply.status).toBe(202);
    expect(readOrderReply(reply.body)).toMatchObject({
      success: true,
      queued: true,
      orderId: 'o1',
      status: 'placed',
    });
    expect(reply.body['jobId']).toMatch(/^job_/);
    expect(sandbox.events).toMatchObject([
      {
        name: 'ecommerce.order_placed',
        email: 'ana@example.com',
        properties: { gift: true, provider: 'api', orderId: 'o1', lineItems: [{ quantity: 2 }] },
      },
    ]);
  });

  it('finds the subscriber without case, merges attributes and keeps what is absent', async () => {
    const sandbox = createSandbox();
    await push(sandbox, {
      customer: {
        email: 'ANA@example.com',
        firstName: 'Ana',
        attributes: { vip: true, size: 'S' },
      },
    });
    await push(sandbox, {
      orderId: 'o2',
      customer: { email: 'ana@EXAMPLE.com', lastName: 'Lima', attributes: { size: 'M' } },
    });
    const reply = await call(sandbox, 'GET', '/subscribers/aNa%40example.com');
    expect(reply.body['subscriber']).toMatchObject({
      email: 'ana@example.com',
      firstName: 'Ana',
      lastName: 'Lima',
      customAttributes: { vip: true, size: 'M', ordersCount: 2 },
    });
    expect(sandbox.subscribers.size).toBe(1);
    expect((await call(sandbox, 'GET', '/subscribers/nobody%40example.com')).status).toBe(404);
  });

  it('adds placed orders once for each orderId, in exact main units', async () => {
    const sandbox = createSandbox();
    await push(sandbox);
    await push(sandbox);
    await push(sandbox, { orderId: 'o2', totalCents: 1000 });
    await push(sandbox, { orderId: 'o3', totalCents: 1 });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toEqual({
      ltv: 30,
      totalSpent: 30,
      ordersCount: 3,
      aov: 10,
    });
    expect(names(sandbox)).toEqual(Array(3).fill('ecommerce.order_placed'));
  });

  it('rounds the average half up to the smallest unit', async () => {
    const sandbox = createSandbox();
    await push(sandbox);
    await push(sandbox, { orderId: 'o2', totalCents: 1000 });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes.aov).toBe(15);
  });

  it('fires an event for each status and counts only placed', async () => {
    const sandbox = createSandbox();
    for (const status of ['placed', 'fulfilled', 'refunded', 'refunded', 'cancelled']) {
      await push(sandbox, { status, ...(status === 'refunded' ? { refundAmountCents: 500 } : {}) });
    }
    expect(names(sandbox)).toEqual(
      ['placed', 'fulfilled', 'refunded', 'cancelled'].map((status) => `ecommerce.order_${status}`),
    );
    expect(sandbox.events[2]?.properties).toMatchObject({ refundAmountCents: 500 });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toMatchObject({
      totalSpent: 19.99,
      ordersCount: 1,
    });
    expect(sandbox.orders.get('o1')).toMatchObject({
      counted: true,
      statuses: ['placed', 'fulfilled', 'refunded', 'cancelled'],
    });
  });

  it('counts an order that was first pushed as fulfilled when it is placed', async () => {
    const sandbox = createSandbox();
    await push(sandbox, { status: 'fulfilled' });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toEqual({});
    await push(sandbox);
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toMatchObject({
      ordersCount: 1,
    });
  });

  it("lets the shop's own totals override and adds later orders to them", async () => {
    const sandbox = createSandbox();
    await push(sandbox);
    await push(sandbox, {
      orderId: 'o2',
      customerTotals: { ordersCount: 3, totalSpentCents: 10000 },
    });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toEqual({
      ltv: 100,
      totalSpent: 100,
      ordersCount: 3,
      aov: 33.33,
    });
    await push(sandbox, { orderId: 'o3', totalCents: 2 });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toMatchObject({
      totalSpent: 100.02,
      ordersCount: 4,
    });
  });

  it('never adds amounts of different currencies', async () => {
    const sandbox = createSandbox();
    await push(sandbox);
    await push(sandbox, { orderId: 'o2', totalCents: 500, currency: 'JPY' });
    expect(sandbox.subscribers.get('ana@example.com')?.attributes).toEqual({
      ltv: 500,
      totalSpent: 500,
      ordersCount: 2,
      aov: 500,
    });
  });

  it('refuses an order without a customer and stores nothing', async () => {
    const sandbox = createSandbox();
    const reply = await push(sandbox, { customer: undefined });
    expect(reply).toMatchObject({
      status: 400,
      body: { details: [{ path: 'customer', message: 'is required' }] },
    });
    expect(sandbox.orders.size).toBe(0);
  });
});
