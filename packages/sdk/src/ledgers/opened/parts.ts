import type { LedgerEntry, LedgerWrite } from '../../ledger/ledger.ts';

/** What `read` gives of an entry. */
export function entryOf({ fingerprint, stock, feed }: LedgerWrite): LedgerEntry {
  return { fingerprint, ...(stock && { stock }), ...(feed !== undefined && { feed }) };
}

/** What `list` gives of an entry. */
export function listed({ key, fingerprint, feed, order }: LedgerWrite): LedgerWrite {
  return { key, fingerprint, ...(feed !== undefined && { feed }), ...(order && { order }) };
}
