export { openRedisLedger, type RedisLedgerOptions } from './redis-ledger.ts';
export type { RedisClient } from './commands.ts';
export type { LedgerIdentity, OpenedLedger } from '../opened/opened-ledger.ts';
