import type { RecordFault } from '../faults/record-fault.ts';
import type { Owner } from './record-kind.ts';

/** A record as it is spooled. */
export interface SpooledRecord<Value> {
  /** Number of the input. */
  readonly file: number;
  readonly line: number;
  readonly key: string | undefined;
  /** Valid, in a form that JSON can hold. */
  readonly value: Value | undefined;
  readonly faults: readonly RecordFault[];
  /** Of a faulty record: whose it is, where that is known. */
  readonly owner?: Owner;
}

/** Keeps the place of a record that is not handed out. */
export const skippedRecord = '';

export function encodeRecord(record: SpooledRecord<unknown>): string {
  const { file, line, key, value, faults, owner } = record;
  return JSON.stringify([file, line, key ?? null, value ?? null, faults, owner ?? null]);
}

type Line<Value> = [
  file: number,
  line: number,
  key: string | null,
  value: Value | null,
  faults: RecordFault[],
  owner: Owner | null,
];

export function decodeRecord<Value>(text: string): SpooledRecord<Value> {
  // The line was written by `encodeRecord`.
  const [file, line, key, value, faults, owner] = JSON.parse(text) as Line<Value>;
  return {
    file,
    line,
    key: key ?? undefined,
    value: value ?? undefined,
    faults,
    ...(owner !== null && { owner }),
  };
}
