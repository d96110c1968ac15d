import { writtenHash } from '../ledger/fingerprint.ts';
import type { LedgerEntry, StockState } from '../ledger/ledger.ts';
import {
  noRestocks,
  type BulkEndpoint,
  type Carried,
  type Part,
  type Restocks,
} from './bulk-endpoint.ts';
import type { Prepared } from './prepared.ts';

/** One record's place in the input. */
export interface Position {
  readonly index: number;
  readonly input: unknown;
}

/** What will be sent for one key, and the records it was made of. */
export interface Entry<Rec> extends Part<Rec> {
  /** Of the text, as UTF-8. Absent: nobody has counted them. */
  readonly bytes?: number | undefined;
  /** What the ledger compares; empty without one. */
  readonly fingerprint: string;
  readonly positions: readonly Position[];
  /** What the ledger knew of the key. */
  readonly remembered: LedgerEntry | undefined;
  /** What was added to it before it leaves; absent where nothing was lacking. */
  readonly completion?: Carried;
  /** Something else of its lane was on its way since the ledger was asked. */
  readonly stale: boolean;
  /** It replaces no list, so that nothing of what is stored has to stay with it. Absent: not known. */
  readonly isSimple?: boolean;
}

type Given<Rec> = Pick<
  Entry<Rec>,
  'key' | 'lane' | 'record' | 'positions' | 'remembered' | 'stale'
>;

/** Makes the fingerprint of a record from it and its text. */
type Fingerprint<Rec> = (record: Rec, text: string) => string;

const encoder = new TextEncoder();
const scratch = new Uint8Array(64 * 1024);

/** No unit of a text takes more as UTF-8. */
const mostBytesOfUnit = 3;

/** Bytes that an entry's text takes at most: they are counted where that is too many. */
export function mostBytesOf({ text, bytes }: Pick<Entry<unknown>, 'text' | 'bytes'>): number {
  return bytes ?? text.length * mostBytesOfUnit;
}

export function bytesOf({ text, bytes }: Pick<Entry<unknown>, 'text' | 'bytes'>): number {
  return bytes ?? utf8Length(text);
}

/** Bytes as UTF-8, for most texts without a copy of them. */
function utf8Length(text: string): number {
  const fits = text.length * mostBytesOfUnit <= scratch.length;
  return fits ? encoder.encodeInto(text, scratch).written : encoder.encode(text).length;
}

export function entryOf<Rec>(given: Given<Rec>, fingerprint: Fingerprint<Rec>): Entry<Rec> {
  const { key, lane, positions, remembered, stale } = given;
  const { record, text } = recordOfEntry(given.record);
  // Named one by one: of every record there is one, and spreading takes longer.
  return {
    key,
    lane,
    record,
    text,
    fingerprint: fingerprint(record, text),
    positions,
    remembered,
    stale,
  };
}

/**
 * An entry of what was written where it was read; its record is read when somebody asks for it, and so is not in a copy
 * that is made by spreading.
 */
export class PreparedEntry<Rec> implements Entry<Rec> {
  readonly key: string;
  readonly lane: string;
  readonly text: string;
  readonly bytes: number;
  readonly fingerprint: string;
  readonly isSimple: boolean;
  readonly positions: readonly Position[];
  readonly remembered: LedgerEntry | undefined;
  readonly stale: boolean;
  readonly #read: () => Rec;

  constructor(
    prepared: Prepared<Rec>,
    given: Pick<Entry<Rec>, 'positions' | 'remembered' | 'stale'>,
  ) {
    this.key = prepared.key;
    this.lane = prepared.key;
    this.text = prepared.text;
    this.bytes = prepared.bytes;
    this.fingerprint = writtenHash(prepared.fingerprint);
    this.isSimple = prepared.isSimple;
    this.positions = given.positions;
    this.remembered = given.remembered;
    this.stale = given.stale;
    this.#read = () => prepared.read();
  }

  get record(): Rec {
    return this.#read();
  }
}

/** A record with its text. */
export function recordOfEntry<Rec>(record: Rec): Pick<Entry<Rec>, 'record' | 'text'> {
  return { record, text: JSON.stringify(record) };
}

/** What comes back in stock with it; nothing where it is not known what the server had. */
export function restocksOf<Rec>(
  entry: Entry<Rec>,
  { restocks }: Pick<BulkEndpoint<Rec>, 'restocks'>,
): Restocks {
  const before = stockBefore(entry);
  return before === undefined ? noRestocks : restocks(entry.record, before);
}

/** What the server had in stock, as far as that is known. */
export function stockBefore({ completion, remembered }: Entry<unknown>): StockState | undefined {
  return completion?.before ?? remembered?.stock;
}
