import type { StickyIoSeed } from './account.ts';
import { createStickyIoSandbox, type StickyIoSandbox } from './stickyio-sandbox.ts';

const names = ['Serum', 'Cream', 'Toner', 'Mask', 'Oil', 'Balm'];
const day = 24 * 60 * 60 * 1000;

/** An account with a month of example orders, rebills and a refund among them. */
export function exampleStickyIo(orders: number, now = Date.now()): StickyIoSandbox {
  const sandbox = createStickyIoSandbox();
  const at = (index: number): string =>
    new Date(now - (30 - (index * 29) / orders) * day).toISOString();
  sandbox.seedOrders(Array.from({ length: orders }, (_, index) => exampleOrder(index, at(index))));
  sandbox.refund(1001, 1995, at(1));
  return sandbox;
}

function exampleOrder(index: number, at: string): StickyIoSeed {
  const product = index % names.length;
  const customer = index % 8;
  const cents = 1995 + product * 500;
  return {
    orderId: 1001 + index,
    at,
    status: index % 2 === 0 ? 2 : 8,
    customerId: 70 + customer,
    email: `example${String(customer)}@shop.example`,
    totalCents: cents + 495,
    products: [{ productId: 11 + product, name: names[product] ?? '', cents }],
    billingCycle: Math.floor(index / 8),
  };
}
