import type { LedgerEntry, StockState } from '../ledger/ledger.ts';
import type { Carried, Part } from './bulk-endpoint.ts';

/** One record's place in the input. */
export interface Position {
  readonly index: number;
  readonly input: unknown;
}

/** What will be sent for one key, and the records it was made of. */
export interface Entry<Rec> extends Part<Rec> {
  /** Of the text, as UTF-8. */
  readonly bytes: number;
  /** What the ledger compares; empty without one. */
  readonly fingerprint: string;
  readonly positions: readonly Position[];
  /** What the ledger knew of the key. */
  readonly remembered: LedgerEntry | undefined;
  /** What was added to it before it leaves; absent where nothing was lacking. */
  readonly completion?: Carried;
  /** Something else of its lane was on its way since the ledger was asked. */
  readonly stale: boolean;
}

type Given<Rec> = Pick<
  Entry<Rec>,
  'key' | 'lane' | 'record' | 'positions' | 'remembered' | 'stale'
>;

/** Makes the fingerprint of a record from it and its text. */
type Fingerprint<Rec> = (record: Rec, text: string) => string;

const encoder = new TextEncoder();
const scratch = new Uint8Array(64 * 1024);

/** Bytes as UTF-8, for most texts without a copy of them. */
function utf8Length(text: string): number {
  const fits = text.length * 3 <= scratch.length;
  return fits ? encoder.encodeInto(text, scratch).written : encoder.encode(text).length;
}

export function entryOf<Rec>(given: Given<Rec>, fingerprint: Fingerprint<Rec>): Entry<Rec> {
  const written = recordOfEntry(given.record);
  return { ...given, ...written, fingerprint: fingerprint(given.record, written.text) };
}

/** A record with its text. */
export function recordOfEntry<Rec>(record: Rec): Pick<Entry<Rec>, 'record' | 'text' | 'bytes'> {
  const text = JSON.stringify(record);
  return { record, text, bytes: utf8Length(text) };
}

/** What the server had in stock, as far as that is known. */
export function stockBefore({ completion, remembered }: Entry<unknown>): StockState | undefined {
  return completion?.before ?? remembered?.stock;
}
