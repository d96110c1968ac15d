export type { SentElsewhere } from './beside/sent-elsewhere.ts';
export type { DatedEntry } from './file/dated-entry.ts';
export type { FileLedger } from './file-ledger.ts';
export { LedgerError, LedgerLockedError } from './ledger-error.ts';
export {
  eraseFromLedgers,
  ownersIn,
  type EraseOptions,
  type ErasedOrders,
  type LedgerOwner,
} from './erase-customer.ts';
export { openFileLedger, type LedgerWait } from './open-file-ledger.ts';
export { quotaRoot } from './quota/quota-folder.ts';
export { readQuota, type QuotaProcess, type QuotaUse } from './quota/read-quota.ts';
export { sharedRateLimit, type SharedRateLimitOptions } from './quota/shared-rate-limit.ts';
