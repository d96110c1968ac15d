import type { Fault } from 'sequenzy-contract';

/** One thing that is wrong with a record. `path` is the file's own column where the fault comes from one. */
export interface RecordFault extends Fault {
  /** Physical line, from 1. */
  readonly line: number;
  /** The file's own column name. */
  readonly column?: string;
  /** What stood there. */
  readonly value?: string;
}
