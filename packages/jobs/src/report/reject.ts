import type { CatalogRecord } from 'sequenzy-sources';
import type { Outcome, Rejected, Unknown } from 'sequenzy-commerce';

/** One thing that is wrong with a record, at its place in the file as far as it is known. */
export interface Reason {
  /** The record's, or another that the record is also made of. */
  readonly file: string;
  readonly line: number;
  /** In a workbook: `Sheet1!C7`, or the row `Sheet1!7:7`. */
  readonly cell?: string;
  readonly message: string;
  /** The file's column, or the API's field. */
  readonly column: string | null;
  readonly value: string | null;
}

/** What has to be known of a record to reject it, whatever kind it is. */
export type PlacedRecord = Pick<
  CatalogRecord,
  'key' | 'file' | 'line' | 'cell' | 'faults' | 'ordinal'
>;

/** A record that was not taken, by our own check or by the server's word. */
export interface Reject {
  readonly file: string;
  /** Physical line of the record's first row, from 1. */
  readonly line: number;
  /** Its row in a workbook: `Sheet1!7:7`. */
  readonly cell?: string;
  readonly productId: string | null;
  readonly reasons: readonly Reason[];
  /** Others with this reason that are not listed, where not all are. */
  readonly alike?: Alike;
  /** It was sent, and the answer does not tell whether it has arrived. */
  readonly isUnknown?: true;
}

/** Records that were rejected for the reason of another one. */
export interface Alike {
  readonly count: number;
  /** Where the first of them are: lines, or rows of a workbook. */
  readonly places: readonly string[];
}

/** What is wrong in the file. */
export function rejectOfFaults(record: PlacedRecord): Reject {
  const reasons = record.faults.map(
    ({ file, line, cell, message, path, column = path, value }) => ({
      file: file ?? record.file,
      line,
      ...(cell !== undefined && { cell }),
      message,
      column: column === '' ? null : column,
      value: value ?? null,
    }),
  );
  return { ...placeOf(record), reasons };
}

/**
 * Whether a record is told by itself: it was refused, or its answer contradicts itself. Where an answer was lost, the
 * run has stopped for it and says so once.
 */
export function isTold(outcome: Outcome): outcome is Rejected | Unknown {
  const { status } = outcome;
  if (status !== 'unknown') return status === 'rejected';
  return ['contradiction', 'too-large'].includes(outcome.error.code);
}

/** What the server, or the SDK in its place, refused, or has not confirmed. */
export function rejectOfOutcome(
  record: PlacedRecord,
  { reasons, status }: Rejected | Unknown,
): Reject {
  return {
    ...placeOf(record),
    ...(status === 'unknown' && { isUnknown: true }),
    reasons: reasons.map(({ path, message }) => ({
      file: record.file,
      line: record.line,
      ...(record.cell !== undefined && { cell: record.cell }),
      message,
      column: path === '' ? null : path,
      value: null,
    })),
  };
}

function placeOf({
  file,
  line,
  cell,
  key,
}: PlacedRecord): Pick<Reject, 'file' | 'line' | 'cell' | 'productId'> {
  return { file, line, ...(cell !== undefined && { cell }), productId: key ?? null };
}

/** Equal for rejects of one reason, whatever their values. */
export function reasonKeyOf({ reasons, isUnknown, file }: Reject): string {
  const parts = reasons.map(({ column, message, value }) => {
    const plain = value === null ? message : message.replaceAll(value, '');
    return [column, plain.replace(/"[^"]*"|\d+/g, '')].join(':');
  });
  return [file, isUnknown === true, ...parts].join('|');
}

/** `products.csv:17`; in a workbook `products.xlsx:Sheet1!C7` */
export function placeText({ file, line, cell }: Pick<Reason, 'file' | 'line' | 'cell'>): string {
  return `${file}:${cell ?? String(line)}`;
}

/** `Variant Price: "1,295" is ambiguous` */
export function sentenceOf({ column, message, value }: Omit<Reason, 'file' | 'line'>): string {
  const shown = value === null || message.includes(value) ? '' : ` (got ${JSON.stringify(value)})`;
  return `${column === null ? '' : `${column}: `}${message}${shown}`;
}
