import { databaseSource } from '../query/database-source.ts';

/** The rows of a query of PostgreSQL. */
export const postgres = databaseSource({
  name: 'postgres',
  label: 'PostgreSQL',
  load: () => import('./driver.ts'),
});
