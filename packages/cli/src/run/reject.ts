import type { CatalogRecord } from 'sequenzy-sources';
import type { Rejected } from 'sequenzy-commerce';

/** One thing that is wrong with a record, at its place in the file as far as it is known. */
export interface Reason {
  /** The record's, or another that the record is also made of. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The file's column, or the API's field. */
  readonly column: string | null;
  readonly value: string | null;
}

/** What has to be known of a record to reject it, whatever kind it is. */
export type PlacedRecord = Pick<CatalogRecord, 'key' | 'file' | 'line' | 'faults' | 'ordinal'>;

/** A record that was not taken, by our own check or by the server's word. */
export interface Reject {
  readonly file: string;
  /** Physical line of the record's first row, from 1. */
  readonly line: number;
  readonly productId: string | null;
  readonly reasons: readonly Reason[];
}

/** What is wrong in the file. */
export function rejectOfFaults(record: PlacedRecord): Reject {
  const reasons = record.faults.map(({ file, line, message, path, column = path, value }) => ({
    file: file ?? record.file,
    line,
    message,
    column: column === '' ? null : column,
    value: value ?? null,
  }));
  return { ...placeOf(record), reasons };
}

/** What the server, or the SDK in its place, refused. */
export function rejectOfOutcome(record: PlacedRecord, { reasons }: Rejected): Reject {
  return {
    ...placeOf(record),
    reasons: reasons.map(({ path, message }) => ({
      file: record.file,
      line: record.line,
      message,
      column: path === '' ? null : path,
      value: null,
    })),
  };
}

function placeOf({ file, line, key }: PlacedRecord): Pick<Reject, 'file' | 'line' | 'productId'> {
  return { file, line, productId: key ?? null };
}

/** `Variant Price: "1,295" is ambiguous` */
export function sentenceOf({ column, message, value }: Omit<Reason, 'file' | 'line'>): string {
  const shown = value === null || message.includes(value) ? '' : ` (got ${JSON.stringify(value)})`;
  return `${column === null ? '' : `${column}: `}${message}${shown}`;
}
