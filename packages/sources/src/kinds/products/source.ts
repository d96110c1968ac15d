import type { Product } from 'sequenzy-contract';
import type { InputDocument } from '../../documents/document.ts';
import type { Format, MappedRecord } from '../../reading/format.ts';

/** The options of a catalog that concern how a record is read, defaults filled in. */
export interface Settings {
  /** ISO 4217, for amounts that carry none. */
  readonly currency: string | undefined;
  readonly empty: 'keep' | 'clear';
  readonly includeUnpublished: boolean;
  /** Without a trailing slash. */
  readonly storeUrl: string | undefined;
  /** Whether an address that is not an absolute `http` or `https` one rejects its record; else it is sent as `null`. */
  readonly strictUrls: boolean;
  /** Separator of the decimals of prices, where the user says so. */
  readonly decimal: '.' | ',' | undefined;
  /** Whether amounts are with tax, where the user says so. */
  readonly priceTax: 'included' | 'excluded' | undefined;
  /** Milliseconds since 1970: whether a sale is on. */
  readonly now: number;
}

/** What a source makes of the rows or the documents of one product. */
export interface Mapped extends MappedRecord {
  /** As far as it could be read. It is checked against the API's schema afterwards. */
  readonly product: object;
  /** Variants found, whether they can be used or not. */
  readonly variants: number;
}

/** One export format of one platform, with products. */
export interface Source<Field extends string = string> extends Format<Field, Mapped, Settings> {
  /** Whether its files say which products are not on sale, so that `includeUnpublished` applies. */
  readonly marksUnpublished: boolean;
  /** Whether it makes addresses of pages, or completes them, where `storeUrl` is given. */
  readonly makesPages?: boolean;
  /** Whether its files leave open if prices are with tax, so that `priceTax` has to say it. */
  readonly asksForTax?: boolean;
  /** Ids that can only be settled when the whole input is known. Must give the same product for the same answers. */
  readonly uniqueIds?: (product: Product, isUnique: (claim: string) => boolean) => Product;
}

/**
 * Declares a source; the types of its fields are inferred.
 *
 * @example
 * export const mine = defineSource({ name: 'mine', label: 'My shop', marksUnpublished: false, table: { … } });
 */
export function defineSource<const Field extends string>(source: Source<Field>): Source {
  return source;
}

/** What a document of a record is that is not an object. */
export function noObject({ file, line }: InputDocument): Mapped {
  const fault = { path: '', message: 'expected an object', file, line };
  return { key: undefined, product: {}, faults: [fault], variants: 0 };
}

/** Says of a file that it holds orders, and what to do instead. */
export const holdsOrders = {
  reason: 'it holds orders, not products',
  nextStep: 'Read it as orders, and export the products for the catalog.',
};
