export type {
  Ledger,
  LedgerEntry,
  LedgerNotes,
  LedgerWrite,
  OrderState,
  StockState,
} from '../ledger/ledger.ts';
export type { FileLedger, Reopened } from './file-ledger.ts';
export {
  LedgerError,
  LedgerLockedError,
  type LedgerErrorCode,
  type LockHolder,
} from './ledger-error.ts';
export { openFileLedger, type FileLedgerOptions, type LedgerWait } from './open-file-ledger.ts';
