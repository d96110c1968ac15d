export type { FileLedger } from './file-ledger.ts';
export { LedgerError, LedgerLockedError } from './ledger-error.ts';
export { openFileLedger, type LedgerWait } from './open-file-ledger.ts';
