import type { IndexEntry } from 'sequenzy-store';
import type { LedgerEntry, LedgerWrite, StockState } from '../../ledger/ledger.ts';
import { feedInFile, type Feeds } from './feeds.ts';

/** How a fingerprint is remembered. `inFile`: it is not 16 hex digits, so its line has to be read. */
export const fingerprints = { unknown: 0, packed: 1, inFile: 2 } as const;

/** How stock is remembered. `inFile`: some variants are out of stock, and their names are on the line. */
export const stocks = { none: 0, allIn: 1, allOut: 2, inFile: 3 } as const;

/** The index's 13 bits of an entry, from the lowest: 2 of fingerprint, 2 of stock, 1 whether order, 8 of feed. */
export function packFlags(fingerprint: number, stock: number, order: boolean, feed: number) {
  return fingerprint | (stock << 2) | (order ? 1 << 4 : 0) | (feed << 5);
}

/** What to remember of an entry, once it is known where its line begins. */
export function markOf(entry: LedgerWrite, offset: number, feeds: Feeds): IndexEntry {
  const { fingerprint } = entry;
  const kind = fingerprintKind(fingerprint);
  const hasDigits = fingerprint !== null && kind === fingerprints.packed;
  const feed = feeds.numberOf(entry.feed);
  return {
    high: hasDigits ? Number.parseInt(fingerprint.slice(0, 8), 16) : 0,
    low: hasDigits ? Number.parseInt(fingerprint.slice(8), 16) : 0,
    flags: packFlags(kind, stockKind(entry.stock), entry.order !== undefined, feed),
    offset,
  };
}

/** Whether the mark alone does not say everything but the order. */
export function needsLine({ flags }: IndexEntry): boolean {
  const inFile = fingerprintOf(flags) === fingerprints.inFile || stockOf(flags) === stocks.inFile;
  return inFile || feedOf(flags) === feedInFile;
}

export function hasOrder({ flags }: IndexEntry): boolean {
  return (flags & (1 << 4)) !== 0;
}

/** Whether flags say that the 64 bits beside them are the whole fingerprint, and that it came from this feed. */
export function isPacked(flags: number, feed: number): boolean {
  return (
    fingerprintOf(flags) === fingerprints.packed && feedOf(flags) === feed && feed !== feedInFile
  );
}

/** The entry of a mark that says everything. */
export function entryOf({ flags, high, low }: IndexEntry, feeds: Feeds): LedgerEntry {
  const hasDigits = fingerprintOf(flags) === fingerprints.packed;
  const fingerprint = hasDigits ? hex(high) + hex(low) : null;
  const kind = stockOf(flags);
  const feed = feeds.nameOf(feedOf(flags));
  const entry =
    kind === stocks.none
      ? { fingerprint }
      : { fingerprint, stock: { inStock: kind === stocks.allIn, out: [] } };
  return feed === undefined ? entry : { ...entry, feed };
}

function fingerprintOf(flags: number): number {
  return flags & 3;
}

function stockOf(flags: number): number {
  return (flags >> 2) & 3;
}

function feedOf(flags: number): number {
  return flags >> 5;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

function fingerprintKind(fingerprint: string | null): number {
  if (fingerprint === null) return fingerprints.unknown;
  return /^[0-9a-f]{16}$/.test(fingerprint) ? fingerprints.packed : fingerprints.inFile;
}

function stockKind(stock: StockState | undefined): number {
  if (stock === undefined) return stocks.none;
  if (stock.out.length > 0) return stocks.inFile;
  return stock.inStock ? stocks.allIn : stocks.allOut;
}
