import type { LiveSource } from '../../../live/live-source.ts';
import { address, password, user } from './settings.ts';

/** Orders of sticky.io (Limelight), by its API v1. */
export const stickyio: LiveSource = {
  name: 'stickyio',
  label: 'sticky.io',
  noun: 'API',
  kinds: ['orders'],
  hasParts: false,
  secrets: [user, password],
  address,
  options: [],
  documentsOf: (orderId) => [orderId],
  // What is only declared need not load the client.
  open: async (settings) => (await import('./open.ts')).openOrders(settings),
  explain: async (failure) => (await import('./explain.ts')).explained(failure),
};
