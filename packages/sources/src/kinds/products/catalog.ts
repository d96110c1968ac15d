import type { Hash64, Product } from 'sequenzy-contract';
import type { ReadingOptions } from '../../reading/reading-options.ts';
import type { Proposal } from '../../mapping/propose/proposal.ts';
import type { Original } from '../../reading/original.ts';
import type { PreparedRecord } from '../../reading/prepared-record.ts';
import type { Recognition } from '../../reading/recognition.ts';
import type { Source } from './source.ts';
import type { RecordFault } from '../../faults/record-fault.ts';

/** How product files are to be read. */
export interface CatalogOptions extends ReadingOptions {
  /** ISO 4217 currency of amounts without one. No default: a currency is never guessed. */
  readonly currency?: string;
  /**
   * Which character parts the decimals of prices, for files that leave it open: with `,` the price `1,234` has three
   * decimals. Default: told from each price, and a price that can be read in two ways is refused.
   */
  readonly decimal?: '.' | ',';
  /** What an empty cell means: `keep` (default) leaves the stored value, `clear` removes it. */
  readonly empty?: 'keep' | 'clear';
  /**
   * Also hand out products that are not on sale (drafts, archived, unpublished), as out of stock.
   * Default false: they are skipped and counted.
   */
  readonly includeUnpublished?: boolean;
  /**
   * Address of the shop: `https://shop.example`. It completes addresses that begin with `/`, and makes the page
   * addresses of files that hold none.
   */
  readonly storeUrl?: string;
  /**
   * Reject products with an address that is not an absolute `http` or `https` one.
   * Default false: such an address is sent as `null`, which clears a stored one, and a warning counts them.
   */
  readonly strictUrls?: boolean;
  /**
   * Whether the amounts of the files (prices, what variants add, discounts) are with tax, for platforms whose files
   * leave it open. They are sent as they stand; without tax, a warning says so. No default: it is never guessed.
   */
  readonly priceTax?: 'included' | 'excluded';
  /** Sources of one's own, made by `defineSource`; they are tried before the registered ones. Default: none. */
  readonly sources?: readonly Source[];
  /** The time for which prices are read, milliseconds since 1970: whether a sale is on. Default `Date.now`. */
  readonly now?: () => number;
}

/** Products of one or several files, read to their end, ready to be gone through any number of times. */
export interface Catalog {
  /** As the user named them; standard input is `stdin`. */
  readonly files: readonly string[];
  /** Which source read them: `{ name: 'shopify', label: 'Shopify product export' }`. */
  readonly source: {
    readonly name: string;
    readonly label: string;
    /** Whether it makes addresses of pages where `storeUrl` is given. */
    readonly makesPages?: boolean;
  };
  /** Why they were taken for that, as far as the first of them tells. */
  readonly recognition: Recognition;
  /** The mapping that was proposed for the first of them and accepted, where no platform has written it. */
  readonly proposal?: Proposal | undefined;
  readonly counts: CatalogCounts;
  /** Complete sentences, each said once: unknown columns, dropped values, odd encodings. */
  readonly warnings: readonly string[];
  /** Whether a price depends on the time it was read at: a sale has a beginning or an end. */
  readonly dependsOnTime: boolean;
  /** Whether the input itself says that it lacks pages of a list, so that what is not in it may well exist. */
  readonly lacksPages: boolean;
  /** Fields of variants that the input has a place for, filled or not: it says nothing of the others. */
  readonly variantFields: ReadonlySet<string>;
  /** Every record in input order, except that products whose rows do not stand together come last. */
  records(): AsyncIterable<CatalogRecord>;
  /** Alike for `sequenzy-jobs`, which need not check, write and read them again. Absent where they have to be. */
  readonly prepared?: PreparedProducts | undefined;
  /** What stood in the file for a record of this catalog. */
  original(record: Pick<CatalogRecord, 'ordinal'>): Promise<Original>;
  /** Removes the temporary files. May be called twice. */
  close(): Promise<void>;
}

/** Products as a request can hold them. */
export interface PreparedProducts {
  /** Valid products without a page in the shop. */
  readonly withoutPage: number;
  /**
   * The records some at a time, without those that are known. A faulty one comes by itself.
   *
   * @param isKnown Asked by hashes of the id and of the text, of each product whose id no other one has.
   */
  open(
    isKnown: (key: Hash64, fingerprint: Hash64) => boolean,
  ): AsyncIterable<readonly (PreparedRecord<Product> | FaultyRecord)[]>;
}

/** A record that is not a product. */
export type FaultyRecord = Pick<
  CatalogRecord,
  'key' | 'faults' | 'file' | 'line' | 'cell' | 'ordinal'
>;

export interface CatalogCounts {
  /** Data rows after the header, without empty ones; documents where the input is JSON. */
  readonly rows: number;
  /** Distinct products found, those that are skipped or faulty included. */
  readonly products: number;
  /** Their variants. */
  readonly variants: number;
  /** What `records()` yields: products without the skipped ones. */
  readonly records: number;
  /** Records with faults. */
  readonly rejected: number;
  readonly skipped: readonly SkippedProducts[];
}

interface SkippedProducts {
  /** One word or two: `unpublished`, `draft`; `no product` for what is none at all. */
  readonly reason: string;
  readonly products: number;
}

/** One product of the input: either valid, or with the reasons why it is not. */
export interface CatalogRecord {
  /** The productId, where there is one. */
  readonly key: string | undefined;
  /** Valid by the API's schema. Undefined exactly when there are faults. */
  readonly product: Product | undefined;
  readonly faults: readonly RecordFault[];
  /** The file as the user named it. */
  readonly file: string;
  /** Physical line on which it begins, from 1 (a header is line 1); in a workbook its first row. */
  readonly line: number;
  /** In a workbook: its first row as `Sheet1!7:7`. */
  readonly cell?: string;
  /** Number of the record inside its catalog; `original()` finds it by this. */
  readonly ordinal: number;
}

/** Why something is left out that is not a product at all, such as a price of Stripe's: unlike a draft, it shows none. */
export const noProduct = 'no product';
