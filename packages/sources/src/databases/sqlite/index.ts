import type { LiveSource } from '../../live/live-source.ts';
import { explained } from '../query/database-error.ts';
import { paramOption, queryOption, secret } from '../query/settings.ts';

/** The rows of a query of a SQLite file, as the reader of tables takes them. */
export const sqlite: LiveSource = {
  name: 'sqlite',
  label: 'SQLite',
  noun: 'database',
  kinds: ['products', 'orders'],
  hasParts: true,
  secrets: [secret],
  options: [queryOption, paramOption],
  // What is only declared need not load the driver.
  open: async (settings) => {
    const [{ openQuery }, { driver }] = await Promise.all([
      import('../query/open.ts'),
      import('./driver.ts'),
    ]);
    return openQuery(settings, driver);
  },
  explain: (failure) => Promise.resolve(explained(failure)),
};
