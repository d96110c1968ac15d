import type { Original } from '../../reading/original.ts';
import type { RecordFault } from '../../faults/record-fault.ts';

/** What one row of a warehouse's feed says. Names the variant by one of the three ids. */
export interface StockLevel {
  readonly productId?: string;
  readonly variantId?: string;
  readonly sku?: string;
  /** Whole pieces; a warehouse may count below 0. */
  readonly quantity?: number;
  readonly inStock?: boolean;
}

/** One row of the input: either usable, or with the reasons why it is not. */
export interface StockRecord {
  /** The variantId, else the SKU, else the productId. */
  readonly key: string | undefined;
  /** Undefined exactly when there are faults. */
  readonly level: StockLevel | undefined;
  readonly faults: readonly RecordFault[];
  /** The file as the user named it. */
  readonly file: string;
  /** Physical line on which it begins, from 1 (a header is line 1); in a workbook its first row. */
  readonly line: number;
  /** In a workbook: its first row as `Sheet1!7:7`. */
  readonly cell?: string;
  /** Number of the record inside its feed; `original()` finds it by this. */
  readonly ordinal: number;
}

export interface StockCounts {
  /** Data rows after the header, without empty ones; documents where the input is JSON. */
  readonly rows: number;
  /** Rows with faults. */
  readonly rejected: number;
}

/** The rows of one or several stock files, read to their end, ready to be gone through any number of times. */
export interface StockFeed {
  /** As the user named them; standard input is `stdin`. */
  readonly files: readonly string[];
  readonly source: { readonly name: string; readonly label: string };
  readonly counts: StockCounts;
  /** Complete sentences, each said once: unknown columns, odd encodings. */
  readonly warnings: readonly string[];
  /** Every row in input order. */
  records(): AsyncIterable<StockRecord>;
  /** What stood in the file for a record of this feed. */
  original(record: Pick<StockRecord, 'ordinal'>): Promise<Original>;
  /** Removes the temporary files. May be called twice. */
  close(): Promise<void>;
}
