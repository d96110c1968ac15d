import type { LiveSource } from '../../../live/live-source.ts';
import { address, namesOption, secret } from './settings.ts';

/** Products of Fanfare's Admin API, as the file reader takes them. */
export const fanfare: LiveSource = {
  name: 'fanfare',
  label: 'Fanfare',
  noun: 'API',
  kinds: ['products'],
  hasParts: false,
  secrets: [secret],
  address,
  options: [namesOption],
  // What is only declared need not load the client.
  open: async (settings) => (await import('./open.ts')).openProducts(settings),
  explain: async (failure, read) => (await import('./explain.ts')).explained(failure, read),
};
