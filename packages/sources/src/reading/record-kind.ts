import type { Fault } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';
import type { MappedRecord, Notes, Format, UnreadValue } from './format.ts';
import type { Unusable } from '../faults/unusable.ts';
import type { Rows } from '../table/row.ts';

/** The types of one kind of record. */
export interface RecordTypes {
  /** What its sources make of rows or documents. */
  readonly mapped: MappedRecord;
  /** What its sources are told. */
  readonly settings: unknown;
  /** What is handed out: valid by the API's schema. */
  readonly value: unknown;
  readonly source: Format;
}

/** A source of one kind of record. */
export type SourceOf<Kind extends RecordTypes> = Kind['source'] &
  Format<string, Kind['mapped'], Kind['settings']>;

/** What one kind of record has of its own; everything else about reading is alike for products and orders. */
export interface RecordKind<Kind extends RecordTypes = RecordTypes> {
  /** `product`, for sentences. */
  readonly noun: string;
  /** The id by which a later record overwrites an earlier one: `productId`. Undefined: nothing is said of it. */
  readonly overwrittenBy?: string;
  /** Whether the keys of skipped records are kept: a record that is there is not gone. Default: false. */
  readonly keepsSkipped?: true;
  /** File formats it can read only to say why no such records can be read from them. */
  readonly unusable: readonly Unusable[];
  /** Sentences that depend on how many records there are. */
  warningsOf?(noted: (note: string) => number, records: number): readonly string[];
  /** Observations that any source of this kind can make. */
  readonly notes: Notes;
  /** What a piece of a record is taken for of which nothing can be said yet. */
  readonly blank: Kind['mapped'];
  /** How much is in a record: its variants, its lines. */
  partsOf(mapped: Kind['mapped']): number;
  /** The same without anything but its damage. */
  damaged(mapped: Kind['mapped'], faults: readonly RecordFault[]): Kind['mapped'];
  /** Whether a row or document that is exactly another one of its record says nothing more. Two equal lines of an order do. */
  readonly hasNoEqualParts?: true;
  /** What holds for records of every source, done to what one of them has made. */
  settled?(mapped: Kind['mapped'], settings: Kind['settings']): Kind['mapped'];
  /** What can be told of records so that they need not be read again. Absent: they are. */
  readonly prepared?: Preparing<Kind>;
  /** Names of the fields that parts of a record have, where that is worth knowing of the whole input. */
  fieldsOf?(value: Kind['value']): Iterable<string>;
  /** The currency of its amounts, as far as it was read. */
  currencyOf?(mapped: Kind['mapped']): unknown;
  /** Whose a record is, as far as that can be said although it has faults. */
  ownerOf?(mapped: Kind['mapped']): Owner | undefined;
  /** Which of several records with one key counts, skipped and faulty ones among them. Undefined: all of them do. */
  resolve?(records: readonly [Kind['mapped'], ...Kind['mapped'][]]): Resolved<Kind['mapped']>;
  /** Holds a record without faults against the API's schema. */
  check(mapped: Kind['mapped']): CheckResult<Kind['value']>;
}

/** What is known of a record beside its text. */
export interface Preparing<Kind extends RecordTypes> {
  /** Its id at the API. */
  idOf(value: Kind['value']): string;
  /** It holds no list that replaces a stored one. */
  isSimple(value: Kind['value']): boolean;
  /** It has no page in the shop. */
  lacksPage(value: Kind['value']): boolean;
  /**
   * What it is where no other record has its claims; the value itself where it has none. Undefined where that does not
   * fit the API.
   */
  sealed(
    value: Kind['value'],
    source: Kind['source'],
    claims: readonly string[],
  ): Kind['value'] | undefined;
}

/** One of several records with the same key. */
export interface Resolved<Made> {
  /** Its index. */
  readonly at: number;
  /** What it is, also because of what the others say. */
  readonly made: Made;
}

export type CheckResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What is known of a record although it has faults: whose it is, and since when. */
export interface Owner {
  /** In lower case. */
  readonly email: string;
  /** As the API takes times; absent where it cannot be read without doubt. */
  readonly orderedAt?: string;
}

/** Watches what no source reads, so that nothing that decides goes by unseen. */
export interface UnreadWatch {
  /** Looks at the rows of one record that stand together. */
  rows(rows: Rows): void;
  /** Looks at members of a document that were not read. */
  values(values: readonly UnreadValue[]): void;
  /** @throws {SourceError} Something was seen that a person has to decide on. */
  refuse(source: Format): void;
}
