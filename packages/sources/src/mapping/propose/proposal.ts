import type { Words } from 'sequenzy-contract';
import type { Mapping, Rule } from '../language/mapping.ts';

/** How a file that no platform has written could be read. */
export interface Proposal {
  readonly file: string;
  readonly mapping: Mapping;
  /** In the order of the file. */
  readonly columns: readonly ProposedColumn[];
  /** Rows or documents that were looked at. */
  readonly rows: number;
  /** Whether those are all there are. */
  readonly isWhole: boolean;
  /** What has to be settled first. */
  readonly problems: readonly Problem[];
  /** What a user should know of it, complete sentences. */
  readonly notes: readonly string[];
}

export interface ProposedColumn {
  readonly name: string;
  /** What is read from it: `productId`, `price (USD)`. Empty: it is not used. */
  readonly uses: readonly string[];
  /** The cells of the first rows. */
  readonly samples: readonly string[];
}

export interface Problem {
  /** A clause: `no column is recognised as productId`. */
  readonly problem: string;
  /** A complete sentence. */
  readonly advice: Words;
  /** Name of the option that settles it, where one does: `currency`. */
  readonly option?: string;
}

/** What the user says beside the file. */
export interface Said {
  /** ISO 4217, for amounts that carry none. */
  readonly currency?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** IANA name of the zone of times without an offset. */
  readonly timezone?: string | undefined;
  readonly dateFormat?: 'DMY' | 'MDY' | 'YMD' | undefined;
  /** Field -> rule, instead of what would be proposed. */
  readonly set?: Readonly<Record<string, Rule>> | undefined;
}

/** How columns are to be read, apart from what is shown of it. */
export interface Suggestion {
  readonly mapping: Mapping;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Whether its columns speak of such records at all. */
  readonly isLikely: boolean;
}
