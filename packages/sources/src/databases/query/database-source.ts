import type { LiveSource } from '../../live/live-source.ts';
import { explained } from './database-error.ts';
import type { Driver } from './driver.ts';
import { paramOption, queryOption, secret } from './settings.ts';

/** What is one database's own. */
interface Database {
  /** `postgres` */
  readonly name: string;
  /** `PostgreSQL` */
  readonly label: string;
  /** What is only declared need not load the driver. */
  readonly load: () => Promise<{ readonly driver: Driver }>;
}

/** The rows of a query, as the reader of tables takes them. */
export function databaseSource({ name, label, load }: Database): LiveSource {
  return {
    name,
    label,
    noun: 'database',
    kinds: ['products', 'orders'],
    hasParts: true,
    secrets: [secret],
    options: [queryOption, paramOption],
    open: async (settings) => {
      const [{ openQuery }, { driver }] = await Promise.all([import('./open.ts'), load()]);
      return openQuery(settings, driver);
    },
    explain: (failure) => Promise.resolve(explained(failure)),
  };
}
