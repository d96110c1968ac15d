import type { CheckoutChampProduct } from './account/campaign.ts';
import type { CheckoutChampSeed } from './account/order.ts';
import { createCheckoutChampSandbox, type CheckoutChampSandbox } from './checkoutchamp-sandbox.ts';

const names = ['Serum', 'Cream', 'Toner', 'Mask', 'Oil', 'Balm'];
const day = 24 * 60 * 60 * 1000;

/** An account with a month of example orders, rebills and a refund among them, and what it sells. */
export function exampleCheckoutChamp(orders: number, now = Date.now()): CheckoutChampSandbox {
  const sandbox = createCheckoutChampSandbox();
  const at = (index: number): string =>
    new Date(now - (30 - (index * 29) / orders) * day).toISOString();
  sandbox.seedCampaigns([{ campaignId: 5, name: 'Spring', products: names.map(exampleProduct) }]);
  sandbox.seedOrders(Array.from({ length: orders }, (_, index) => exampleOrder(index, at(index))));
  sandbox.refund(orderIdOf(0), 1995, at(1));
  return sandbox;
}

function exampleProduct(name: string, index: number): CheckoutChampProduct {
  return { productId: 11 + index, campaignProductId: 71 + index, name, cents: 1995 + index * 500 };
}

function exampleOrder(index: number, at: string): CheckoutChampSeed {
  const { productId, name, cents } = exampleProduct(
    names[index % names.length] ?? '',
    index % names.length,
  );
  const customer = index % 8;
  return {
    orderId: orderIdOf(index),
    actualOrderId: 1001 + index,
    at,
    cycle: 1 + Math.floor(index / 8),
    customerId: 70 + customer,
    email: `example${String(customer)}@shop.example`,
    items: [{ productId, name, cents }],
    shippingCents: 495,
    isShipped: index % 2 === 0,
  };
}

function orderIdOf(index: number): string {
  return `E${String(index).padStart(9, '0')}`;
}
