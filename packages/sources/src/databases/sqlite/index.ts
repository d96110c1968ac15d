import { databaseSource } from '../query/database-source.ts';

/** The rows of a query of a SQLite file. */
export const sqlite = databaseSource({
  name: 'sqlite',
  label: 'SQLite',
  load: () => import('./driver.ts'),
});
