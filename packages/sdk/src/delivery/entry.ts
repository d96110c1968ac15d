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

export function entryOf<Rec>(given: Given<Rec>, fingerprint: Fingerprint<Rec>): Entry<Rec> {
  const text = JSON.stringify(given.record);
  const bytes = encoder.encode(text).length;
  return { ...given, text, bytes, fingerprint: fingerprint(given.record, text) };
}
