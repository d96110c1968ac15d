import type { RecordFault } from '../../faults/record-fault.ts';

/** One JSON value with its place. */
export interface JsonDocument {
  readonly value: unknown;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Bytes, from and up to. */
  readonly start: number;
  readonly end: number;
  /** Why its value is not known. */
  readonly fault?: RecordFault;
}

/** A larger document would not fit into any request. Bytes. */
export const maxDocumentSize = 16 * 1024 * 1024;
