import type { LedgerEntry } from '../ledger/ledger.ts';
import type { Part } from './bulk-endpoint.ts';

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
  const text = JSON.stringify(given.record);
  const bytes = utf8Length(text);
  return { ...given, text, bytes, fingerprint: fingerprint(given.record, text) };
}
