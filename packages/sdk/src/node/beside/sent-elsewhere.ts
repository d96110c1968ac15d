import type { Ledger, LedgerWrite } from '../../ledger/ledger.ts';
import type { DatedEntry } from '../file/dated-entry.ts';

/**
 * What programs on other machines have sent, in a place that all of them write, such as a database. It is read before
 * anything is sent, and told what is sent.
 */
export interface SentElsewhere extends Required<Pick<Ledger, 'salt' | 'reserve'>> {
  /** What was written last of a key, by whomever, and when. */
  dated(key: string): Promise<DatedEntry | undefined>;
  /** As {@link Ledger.list}. */
  list(): AsyncIterable<LedgerWrite>;
  /** As {@link Ledger.write}. */
  write(entries: readonly LedgerWrite[]): Promise<void>;
  close(): Promise<void>;
}
