import { databaseSource } from '../query/database-source.ts';

/** The rows of a query of MySQL or MariaDB. */
export const mysql = databaseSource({
  name: 'mysql',
  label: 'MySQL',
  load: () => import('./driver.ts'),
});
