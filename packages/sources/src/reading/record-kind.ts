import type { Fault } from 'sequenzy-contract';
import type { RecordFault } from '../record-fault.ts';
import type { MappedRecord, Notes } from '../source.ts';
import type { Unusable } from '../unusable/unusable.ts';
import type { Owner } from './owner.ts';

/** What one kind of record has of its own; everything else about reading is the same for products and orders. */
export interface RecordKind<
  Made extends MappedRecord = MappedRecord,
  Value = unknown,
  Given = unknown,
> {
  /** `product`, for sentences. */
  readonly noun: string;
  /** The id by which a later record overwrites an earlier one: `productId`. Undefined: nothing is said of it. */
  readonly overwrittenBy?: string;
  /** Files that are recognised only to say why no such records can be read from them. */
  readonly unusable: readonly Unusable[];
  /** Observations that any source of this kind can make. */
  readonly notes: Notes;
  /** What a piece of a record is taken for of which nothing can be said yet. */
  readonly blank: Made;
  /** How much is in a record: its variants, its lines. */
  partsOf(mapped: Made): number;
  /** The same without anything but its damage. */
  damaged(mapped: Made, faults: readonly RecordFault[]): Made;
  /** What holds for records of every source, done to what one of them has made. */
  settled?(mapped: Made, settings: Given): Made;
  /** Whose a record is, as far as that can be said although it has faults. */
  ownerOf?(mapped: Made): Owner | undefined;
  /** Holds a record without faults against the API's schema. */
  check(mapped: Made): CheckResult<Value>;
}

export type CheckResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] };
