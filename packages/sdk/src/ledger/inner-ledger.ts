import type { Hash64 } from 'sequenzy-contract';
import type { Ledger } from './ledger.ts';

/** What our own ledgers can do besides; one of somebody else has none of it. */
export interface InnerLedger extends Ledger {
  /**
   * Whether what is remembered of a key is just this fingerprint, from this feed. By hashes, at once and without an object,
   * since it is asked of every record of a catalog. `false` says nothing.
   */
  holds?(key: Hash64, fingerprint: Hash64, feed: string | undefined): boolean;
  /** Whatever is written is dropped, so that it need not be made. */
  readonly isUnwritten?: true;
}

/** For a ledger over another one: what that can tell by hashes. */
export function holding(ledger: InnerLedger): Pick<InnerLedger, 'holds'> {
  const holds = ledger.holds?.bind(ledger);
  return holds === undefined ? {} : { holds };
}
