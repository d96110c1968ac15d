export { openPostgresLedger, type PostgresLedgerOptions } from './postgres-ledger.ts';
export type { PostgresClient } from './database.ts';
export type { LedgerIdentity, OpenedLedger } from '../opened/opened-ledger.ts';
