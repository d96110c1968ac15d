export {
  reasonOf,
  StoreError,
  systemCode,
  type LeaseHolder,
  type StoreErrorCode,
} from './errors/store-error.ts';
export { AtomicFile } from './files/atomic-file.ts';
export { homeFolder } from './files/home-folder.ts';
export { syncFolder } from './files/sync-folder.ts';
export { KeyIndex, type IndexEntry, type KeyHash } from './index/key-index.ts';
export type { Lease } from './lease/lease.ts';
export { ownIdentity, type ProcessIdentity } from './lease/process-identity.ts';
export { takeLease, type LeaseOptions, type LeaseWait } from './lease/take-lease.ts';
export { AppendLog } from './log/append-log.ts';
export { hexWord, sealedEnd, sealedLine } from './log/checksum.ts';
export { changedLine, readLines, type FoundLine } from './log/read-lines.ts';
export { scanLog, scanOn, type LogReader, type Scanned } from './log/scan-log.ts';
