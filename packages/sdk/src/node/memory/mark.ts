import type { LedgerWrite, StockState } from '../../ledger/ledger.ts';

/** How a fingerprint is remembered. `inFile`: it is not 16 hex digits, so its line has to be read. */
export const fingerprints = { unknown: 0, packed: 1, inFile: 2, forgotten: 3 } as const;
export type FingerprintKind = (typeof fingerprints)[keyof typeof fingerprints];

/** How stock is remembered. `inFile`: some variants are out of stock, and their names are on the line. */
export const stocks = { none: 0, allIn: 1, allOut: 2, inFile: 3 } as const;
export type StockKind = (typeof stocks)[keyof typeof stocks];

/** What memory holds of one key, besides its hash. */
export interface Mark {
  fingerprint: FingerprintKind;
  /** The fingerprint's 64 bits, where it is packed. */
  high: number;
  low: number;
  stock: StockKind;
  /** Where the key's latest line begins in the file. */
  offset: number;
}

export function emptyMark(): Mark {
  return {
    fingerprint: fingerprints.unknown,
    high: 0,
    low: 0,
    stock: stocks.none,
    offset: 0,
  };
}

/** What to remember of an entry, once it is known where its line begins. */
export function markOf(entry: LedgerWrite, offset: number): Mark {
  const mark = { ...emptyMark(), stock: stockKind(entry.stock), offset };
  if (entry.forget === true) return { ...mark, fingerprint: fingerprints.forgotten };
  if (entry.fingerprint === null) return mark;
  if (!/^[0-9a-f]{16}$/.test(entry.fingerprint)) {
    return { ...mark, fingerprint: fingerprints.inFile };
  }
  return {
    ...mark,
    fingerprint: fingerprints.packed,
    high: Number.parseInt(entry.fingerprint.slice(0, 8), 16),
    low: Number.parseInt(entry.fingerprint.slice(8), 16),
  };
}

/** The 16 hex digits of a packed fingerprint. */
export function unpackFingerprint({ high, low }: Mark): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** Whether the mark alone does not say everything. */
export function needsLine(mark: Mark): boolean {
  return mark.fingerprint === fingerprints.inFile || mark.stock === stocks.inFile;
}

function stockKind(stock: StockState | undefined): StockKind {
  if (stock === undefined) return stocks.none;
  if (stock.out.length > 0) return stocks.inFile;
  return stock.inStock ? stocks.allIn : stocks.allOut;
}
