import type { Ask, QuotaRecord } from './record.ts';
import type { QuotaState, Verdict } from './quota-state.ts';

/** What no waiting helps against: nothing is sent before it is put right. */
export class QuotaSetupError extends Error {}

/** One log of records, and what it amounts to as far as it was read. */
export interface QuotaBook {
  readonly state: QuotaState;
  /** Milliseconds by the clock of the log. */
  now(): number;
  /** Writes, and reads all that came before it. Throws or rejects where the log is out of reach. */
  ask(ask: Ask): Verdict | Promise<Verdict>;
  /** Writes; what cannot be written is written later or, where it is of no use then, never. */
  tell(record: QuotaRecord): void;
  /** Reads what others have written, where that is done at once. */
  refresh?(): void;
}
