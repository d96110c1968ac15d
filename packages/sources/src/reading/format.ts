import type { Words } from 'sequenzy-contract';
import type { Documents, Fields } from '../documents/document.ts';
import type { Unusable } from '../faults/unusable.ts';
import type { RecordFault } from '../faults/record-fault.ts';
import type { Columns } from '../table/columns.ts';
import type { Row, Rows } from '../table/row.ts';

/** What any source makes of the rows or the documents of one record. */
export interface MappedRecord {
  /** The id by which the API knows it, where there is one. */
  readonly key: string | undefined;
  readonly faults: readonly RecordFault[];
  /** Whose fault it is when the API's schema refuses the record at a path such as `variants[1].title`. */
  readonly locate?: (path: string) => RecordFault | undefined;
  /** Why it is left out, in one word or two. */
  readonly skip?: string;
  /** Names out of {@link Format.notes}, each as often as it applies. */
  readonly notes?: readonly string[];
  /** A few cases of a note, for its sentence. */
  readonly examples?: Readonly<Record<string, readonly string[]>>;
  /** Values that have to be unique in the whole input before {@link Source.uniqueIds} may use them. */
  readonly claims?: readonly string[];
  /** Keys of a document that say nothing to the source. */
  readonly unknown?: readonly string[];
  /** What a document says under such keys, as far as it can matter. */
  readonly unread?: readonly UnreadValue[];
}

/** A value that no source reads, and its place. */
export interface UnreadValue {
  /** Heading of its column, or keys with points between them. */
  readonly name: string;
  /** Empty where there is none. */
  readonly value: string;
  readonly file: string;
  /** Physical line, from 1. */
  readonly line: number;
  /** The currency of its record, where that names one. */
  readonly currency?: string;
}

/** How a source reads CSV and its kin. */
export interface TableReader<Field extends string = string, Made = MappedRecord, Given = unknown> {
  readonly columns: Columns<Field>;
  /** Whether the platform cuts off empty cells at the end of a row. Elsewhere a short row is a fault. */
  readonly trailingCellsMayBeCut: boolean;
  /** The field that the option `idFrom` names a column for; absent where that option does not apply. */
  readonly idField?: Field;
  /** Names of the elements that are rows where the table comes as XML; their children are the columns. */
  readonly elements?: readonly string[];
  /** Whether the platform itself writes rows of one record apart, so that it is nothing to warn of. */
  readonly isScattered?: boolean;
  /** Fields of the parts of a record, and the columns any of which says them, whether cells are filled or not. */
  readonly partFields?: Readonly<Record<string, readonly Field[]>>;
  /** Rows with the same key are one record. Undefined: the row is a record of its own. */
  keyOf(row: Row<Field>): string | undefined;
  /** Whether a row belongs to the record of the row above, its place being all that says so. */
  continues?(row: Row<Field>): boolean;
  /** Keys of rows elsewhere that belong to this row's record. The input is then gone through twice. */
  membersOf?(row: Row<Field>): readonly string[];
  map(rows: Rows<Field>, settings: Given): Made;
}

/** How a source reads JSON. */
export interface DocumentReader<Made = MappedRecord, Given = unknown> {
  /** Keys without which a document is not of this format; case, `_` and `-` do not matter. */
  readonly required: readonly string[];
  /** What a document is beyond its keys, in words and as a test. */
  readonly mark?: { readonly says: string; readonly isOn: (fields: Fields) => boolean };
  /** Every key that `map` can name. */
  readonly fields: readonly string[];
  /** Keys that hold the list of documents, or the only one: `{ "products": [] }`. One inside another: `message.data`. */
  readonly envelopes: readonly string[];
  /** Keys that hold an object whose keys are the ids of the documents in it. */
  readonly keyedEnvelopes?: readonly string[];
  /** Key of a list inside a document in whose members the option `map` renames too. */
  readonly renamedWithin?: string;
  /** Where an answer says, beside its list, that there are more pages. */
  readonly paging?: Paging;
  /** Whether a document is the platform's answer that there are none. */
  saysNone?(fields: Fields): boolean;
  /** What the platform says is wrong, where a document is its answer to a query that failed. Undefined: it is none. */
  errorIn?(fields: Fields): string | undefined;
  /** Documents with the same key are one record. Undefined, or without it: the document is a record of its own. */
  keyOf?(fields: Fields): string | undefined;
  /** Keys of documents elsewhere that belong to this one's record. The input is then gone through twice. */
  membersOf?(fields: Fields): readonly string[];
  /** Fields of parts of a record that a document says, also where it says that there is nothing. */
  partFields?(fields: Fields): Iterable<string>;
  map(documents: Documents, settings: Given): Made;
}

/** What an answer says beside its list of documents. Keys, with points between them: `message.totalResults`. */
export interface Paging {
  /** Hold how many documents there are in all pages. */
  readonly total?: readonly string[];
  /** Hold `true` where another page follows, and `false` on the last. */
  readonly more?: readonly string[];
  /** Holds what tells lists of the same format apart: `url`. */
  readonly list?: string;
  /** How to get the other pages, a complete sentence. */
  readonly nextStep: Words;
}

/** What a source is, for people who ask before they use it. */
export interface Metadata {
  /** `CSV`, `JSON`, and where to get it. */
  readonly files: string;
  /** What is required because no file says it: `the currency`. */
  readonly needs: readonly Words[];
  /** Field of the API -> where it comes from. */
  readonly maps: Readonly<Record<string, string>>;
  /** What could be otherwise, and is taken to be so. */
  readonly assumes: readonly Words[];
}

/** One export format of one platform, whatever kind of records is in it. */
export interface Format<
  Field extends string = string,
  Made extends MappedRecord = MappedRecord,
  Given = unknown,
> {
  /** Lower case, for the option `from`. */
  readonly name: string;
  /** For people, with an article `a` before it: `Shopify product export`. */
  readonly label: string;
  readonly metadata?: Metadata;
  /**
   * Whether its names are anybody's, so that what a platform knows of a file leaves no doubt because of it. Default false:
   * where its files could be another platform's too, the user is asked.
   */
  readonly isGeneral?: boolean;
  readonly table?: TableReader<Field, Made, Given>;
  readonly documents?: DocumentReader<Made, Given>;
  /** Files of the platform that are recognised only to say why no such records can be read from them. */
  readonly unusable?: readonly Unusable[];
  /** Observations worth a sentence, by name. */
  readonly notes?: Notes;
}

/** Observations, and the sentence for so many of them with some examples, where the source gave any. */
export type Notes = Readonly<Record<string, (count: number, examples: readonly string[]) => Words>>;
