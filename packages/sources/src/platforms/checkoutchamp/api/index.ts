import type { LiveSource } from '../../../live/live-source.ts';
import { address, loginId, mergeOption, password } from './settings.ts';

/** Orders and products of CheckoutChamp (Konnektive), by its API. */
export const checkoutchamp: LiveSource = {
  name: 'checkoutchamp',
  label: 'CheckoutChamp',
  noun: 'API',
  kinds: ['products', 'orders'],
  hasParts: false,
  secrets: [loginId, password],
  address,
  options: [mergeOption],
  documentsOf: (orderId) => [`order ${orderId}`],
  // What is only declared need not load the client.
  open: async (settings) =>
    settings.kind === 'orders'
      ? (await import('./orders/open.ts')).openOrders(settings)
      : (await import('./products/open.ts')).openProducts(settings),
  explain: async (failure) => (await import('./explain.ts')).explained(failure),
};
